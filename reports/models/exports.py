"""A table somebody had made of files: who, for what, how far it is, and its content sealed until it is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casework.models import AppendOnly
from casework.secrets.fields import EncryptedTextField
from organizations.models import Duty, Officer, UnionOrg
from reports.question import READERS


class ExportQuerySet(models.QuerySet["ExportJob"]):
    def visible_to(self, officer: Officer) -> Self:
        """The own ones; the auditor knows of all in the area, and fetches none."""
        if officer.duty == Duty.AUDITOR:
            return self.filter(scope__startswith=officer.path) if officer.path else self.none()
        return self.filter(by__user=officer.user_id) if officer.duty in READERS else self.none()

    def for_list(self) -> Self:
        return self.select_related("org", "by__user").order_by("-pk")

    def waiting(self) -> Self:
        """What a worker has to do. A job whose worker died is among it."""
        return self.filter(phase=ExportJob.Phase.WAITING).order_by("pk")

    def expired(self, at: datetime) -> Self:
        return self.filter(expires_at__lt=at)


class ExportJob(models.Model):
    """The row is the entry of the audit: it stays when the content is deleted."""

    class Phase(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("export", "Being made")
        DONE = "done", pgettext_lazy("export", "Ready")
        FAILED = "failed", pgettext_lazy("export", "Failed")

    class Kind(models.TextChoices):
        CASES = "cases", _("Dispute cases")
        CALLS = "calls", pgettext_lazy("export", "Calls")
        ORDERS = "orders", pgettext_lazy("export", "Work orders")
        DOCUMENTS = "documents", _("Letters and documents")
        REFERRALS = "referrals", pgettext_lazy("export", "Referrals")

    class Form(models.TextChoices):
        XLSX = "xlsx", _("Workbook (xlsx)")
        CSV = "csv", "CSV"

    TONES = {"waiting": "info", "done": "success"}

    kind = models.CharField(pgettext_lazy("export", "what to export"), max_length=10, choices=Kind.choices)
    form = models.CharField(pgettext_lazy("export", "form"), max_length=4, choices=Form.choices)
    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    scope = models.CharField(_("scope"), max_length=60)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    purpose = models.TextField(_("purpose"))
    reason = models.TextField(_("reason for names in full"), blank=True)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(pgettext_lazy("export", "ordered"))
    language = models.CharField(_("language of the report"), max_length=10)
    phase = models.CharField(_("phase"), max_length=10, choices=Phase.choices, default=Phase.WAITING)
    attempts = models.PositiveSmallIntegerField(_("times begun"), default=0)
    total = models.PositiveIntegerField(pgettext_lazy("export", "rows in all"), default=0)
    written = models.PositiveIntegerField(pgettext_lazy("export", "rows written"), default=0)
    withheld = models.PositiveIntegerField(pgettext_lazy("export", "files left out"), default=0)
    password = EncryptedTextField(_("password"), blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    expires_at = models.DateTimeField(_("content kept until"))

    objects = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        constraints = [
            models.CheckConstraint(name="export_has_a_purpose", condition=~Q(purpose="")),
            models.CheckConstraint(name="export_ends_after_it_begins", condition=Q(last_on__gte=F("first_on"))),
        ]
        indexes = [
            models.Index(fields=["scope", "-id"], name="export_list", opclasses=["varchar_pattern_ops", "int8_ops"]),
            models.Index(fields=["id"], name="export_waiting", condition=Q(phase="waiting")),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.first_on} – {self.last_on}"

    @property
    def phase_tone(self) -> str:
        return self.TONES.get(self.phase, "danger")

    @property
    def is_under_way(self) -> bool:
        return self.phase == self.Phase.WAITING

    @property
    def in_full(self) -> bool:
        """Names and telephones are masked unless a reason was given by somebody with the right."""
        return bool(self.reason)

    @property
    def percent(self) -> int:
        return 100 * self.written // self.total if self.total else 0

    def pieces(self) -> Iterator[str]:
        return self.parts.order_by("n").values_list("text", flat=True).iterator(chunk_size=4)


class ExportPart(models.Model):
    """A piece of the table (base64), sealed."""

    job = models.ForeignKey(ExportJob, models.CASCADE, related_name="parts")
    n = models.PositiveIntegerField(_("piece"))
    text = EncryptedTextField(_("text"))

    class Meta:
        verbose_name = _("piece of an export")
        verbose_name_plural = _("pieces of an export")
        constraints = [models.UniqueConstraint(fields=["job", "n"], name="one_export_piece_per_place")]

    def __str__(self) -> str:
        return f"{self.job_id}/{self.n}"


class ExportFetch(models.Model):
    """Somebody took the file away. Never changed."""

    job = models.ForeignKey(ExportJob, models.PROTECT, related_name="fetches")
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("time"))

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("export fetched")
        verbose_name_plural = _("exports fetched")

    def __str__(self) -> str:
        return f"{self.job_id} {self.at}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("what was fetched is never changed")
        super().save(*args, **kwargs)
