"""A table handed in on a page: who, when, what came of it, and its content sealed until it is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.importing.kinds import ImportKind
from casework.secrets.fields import EncryptedTextField
from organizations.models import Officer, UnionOrg

if TYPE_CHECKING:
    from datetime import datetime


class ImportJobQuerySet(models.QuerySet["ImportJob"]):
    def visible_to(self, officer: Officer) -> Self:
        """Imports into the own area, of a kind the duty may import. They hold names: nobody else knows of them."""
        kinds = [kind.name for kind in ImportKind.known.values() if officer.duty in kind.duties]
        return self.filter(kind__in=kinds, scope__startswith=officer.path) if officer.path else self.none()

    def for_list(self) -> Self:
        return self.select_related("org", "by__user").order_by("-pk")

    def waiting(self) -> Self:
        """What a worker has to do. A job whose worker died is among it: nothing says so but the free lock."""
        return self.filter(phase__in=ImportJob.UNDER_WAY).order_by("pk")

    def expired(self, at: datetime) -> Self:
        return self.filter(expires_at__lt=at)


class ImportJob(models.Model):
    """First every row is looked at, then an officer says whether to keep them."""

    class Phase(models.TextChoices):
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Checked")
        KEEPING = "keeping", _("Being imported")
        DONE = "done", _("Imported")
        UNREADABLE = "unreadable", _("Not readable")
        FAILED = "failed", _("Failed")

    UNDER_WAY = (Phase.CHECKING, Phase.KEEPING)
    TONES = {"checking": "info", "keeping": "info", "checked": "warning", "done": "success"}

    kind = models.CharField(_("kind of table"), max_length=20)
    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    scope = models.CharField(_("scope"), max_length=60)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("handed in"))
    language = models.CharField(_("language of the report"), max_length=10)
    file_name = models.CharField(_("name of the file"), max_length=150)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    phase = models.CharField(_("phase"), max_length=10, choices=Phase.choices, default=Phase.CHECKING)
    skip_bad = models.BooleanField(_("leave out the bad rows"), default=False)
    confirmed_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("import ordered by")
    )
    confirmed_at = models.DateTimeField(_("import ordered"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("times begun"), default=0)
    read = models.PositiveIntegerField(_("rows read"), default=0)
    good = models.PositiveIntegerField(_("good rows"), default=0)
    bad = models.PositiveIntegerField(_("bad rows"), default=0)
    known = models.PositiveIntegerField(_("rows imported before"), default=0)
    kept = models.PositiveIntegerField(_("rows kept"), default=0)
    faults = models.JSONField(_("what is wrong"), default=list)
    trouble = models.TextField(_("why it cannot be read"), blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    expires_at = models.DateTimeField(_("content kept until"))

    objects = ImportJobQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        indexes = [
            models.Index(fields=["scope", "-id"], name="import_list", opclasses=["varchar_pattern_ops", "int8_ops"]),
            models.Index(fields=["id"], name="import_waiting", condition=Q(phase__in=["checking", "keeping"])),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def phase_tone(self) -> str:
        return self.TONES.get(self.phase, "danger")

    @property
    def is_under_way(self) -> bool:
        return self.phase in self.UNDER_WAY

    @property
    def nothing_new(self) -> bool:
        return bool(self.read) and self.known == self.read

    @property
    def is_clean(self) -> bool:
        return not self.bad and not self.known and not self.faults

    @property
    def may_be_kept(self) -> bool:
        """Looked at, with at least one good row, the content still there."""
        return self.phase == self.Phase.CHECKED and bool(self.good)

    def parts_of(self, content: str) -> Iterator[str]:
        return self.parts.filter(content=content).order_by("n").values_list("text", flat=True).iterator(chunk_size=4)


class ImportPart(models.Model):
    """A piece of what was handed in (base64), or of the rows that were not taken. Sealed: it names people."""

    class Content(models.TextChoices):
        FILE = "file", _("File")
        REJECTED = "rejected", _("Rejected rows")

    job = models.ForeignKey(ImportJob, models.CASCADE, related_name="parts")
    content = models.CharField(_("content"), max_length=8, choices=Content.choices)
    n = models.PositiveIntegerField(_("piece"))
    text = EncryptedTextField(_("text"))

    class Meta:
        verbose_name = _("piece of an import")
        verbose_name_plural = _("pieces of an import")
        constraints = [models.UniqueConstraint(fields=["job", "content", "n"], name="one_piece_per_place")]

    def __str__(self) -> str:
        return f"{self.job_id}/{self.n}"
