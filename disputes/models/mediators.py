"""Who may be chosen as a mediator: the public roster, leave, and the interests declared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_name
from casework.models import Category, Employer
from casework.secrets.fields import EncryptedTextField
from organizations.models import Duty, Officer

from .choices import Language, Roster

if TYPE_CHECKING:
    from .cases import DisputeCase


class MediatorProfileQuerySet(models.QuerySet["MediatorProfile"]):
    def visible_to(self, officer: Officer) -> Self:
        """The roster is public (Mediation and Arbitration Law art. 11): every officer of a union may read it."""
        return self.all() if officer.path or officer.duty == Duty.SYSTEM else self.none()

    def near(self, officer: Officer) -> Self:
        """Those whom the organisation can name: its own, and those of unions above and below it."""
        above = [officer.path[: n + 1] for n, sign in enumerate(officer.path) if sign == "/"]
        return self.filter(Q(officer__org__path__startswith=officer.path) | Q(officer__org__path__in=above))

    def for_list(self) -> Self:
        rows = self.select_related("officer__user", "officer__org")
        return rows.prefetch_related("specialities", "leaves", "officer__certificates").order_by("pk")


class MediatorProfile(models.Model):
    """A mediator as the roster shows him. Certificates and the most open cases belong to the officer himself."""

    officer = models.OneToOneField(Officer, models.PROTECT, related_name="mediator_profile", verbose_name=_("mediator"))
    mediator_no = models.CharField(_("mediator number"), max_length=40, blank=True)
    roster = models.CharField(_("roster"), max_length=8, choices=Roster.choices, default=Roster.UNION)
    appointed_on = models.DateField(_("appointed on"))
    valid_until = models.DateField(_("term ends on"))
    specialities = models.ManyToManyField(Category, blank=True, related_name="+", verbose_name=_("specialities"))
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language.choices), default=list, blank=True, verbose_name=_("languages")
    )

    objects = MediatorProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("mediator of the roster")
        verbose_name_plural = _("roster of mediators")
        constraints = [
            models.CheckConstraint(name="mediator_term_ends_later", condition=Q(valid_until__gte=F("appointed_on"))),
            models.UniqueConstraint(
                fields=["roster", "mediator_no"], condition=~Q(mediator_no=""), name="one_mediator_per_number"
            ),
        ]

    def __str__(self) -> str:
        return self.officer.name

    def serves(self, day: date) -> bool:
        return self.appointed_on <= day <= self.valid_until

    def leave_on(self, day: date) -> MediatorLeave | None:
        return next((leave for leave in self.leaves.all() if leave.from_on <= day <= leave.until_on), None)

    @property
    def language_labels(self) -> list[str]:
        return [str(Language(code).label) for code in self.languages]


class MediatorLeave(models.Model):
    """Days, both included, on which nothing new is given to a mediator."""

    profile = models.ForeignKey(MediatorProfile, models.CASCADE, related_name="leaves")
    from_on = models.DateField(_("first day of leave"))
    until_on = models.DateField(_("last day of leave"))

    class Meta:
        verbose_name = _("leave of a mediator")
        verbose_name_plural = _("leaves of mediators")
        ordering = ("from_on", "pk")
        constraints = [models.CheckConstraint(name="leave_ends_later", condition=Q(until_on__gte=F("from_on")))]

    def __str__(self) -> str:
        return f"{self.from_on} – {self.until_on}"


class Conflict(models.Model):
    """A person or an employer whose disputes this mediator must not mediate (invited mediation rules art. 15)."""

    profile = models.ForeignKey(MediatorProfile, models.CASCADE, related_name="conflicts")
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("employer")
    )
    person_name = EncryptedTextField(_("name of the person"), blank=True, null=True)
    person_id_number = EncryptedTextField(_("identity number"), blank=True)
    reason = models.CharField(_("reason"), max_length=200)
    declared_on = models.DateField(_("declared on"))
    lifted_on = models.DateField(_("lifted on"), null=True, blank=True)

    class Meta:
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                name="conflict_names_one_side",
                condition=Q(employer__isnull=False, person_name__isnull=True)
                | Q(employer__isnull=True, person_name__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.reason

    @property
    def label(self) -> str:
        return self.employer.name if self.employer else mask_name(self.person_name or "")

    def touches(self, case: DisputeCase) -> bool:
        """Whether a party of the case is the one declared. Equal names count, unless both identity numbers differ."""
        return any(self.is_about(party) for party in case.parties.all())

    def is_about(self, party: Any) -> bool:
        if self.employer_id:
            return bool(party.employer_id == self.employer_id)
        if self.person_id_number and party.id_number:
            return bool(self.person_id_number == party.id_number)
        return bool(self.person_name == party.name)
