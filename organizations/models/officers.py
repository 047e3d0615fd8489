"""A person in one duty for one organisation. Files are acted on by officers, never by bare users."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .authorities import Authority
from .reference import ReferenceState
from .unions import UnionOrg
from .users import User
from .warnings import EarlyWarning

if TYPE_CHECKING:
    from uuid import UUID

    from .certificates import Certificate


class Duty(models.TextChoices):
    """Rights go by duty; administration, security and audit are separate duties."""

    HOTLINE_OPERATOR = "hotline_operator", _("Hotline operator")
    DUTY_LEADER = "duty_leader", _("Duty leader")
    CASE_OFFICER = "case_officer", _("Case officer")
    MEDIATOR = "mediator", _("Mediator")
    SUPERVISOR = "supervisor", _("Labour-law supervisor")
    COMMITTEE_DIRECTOR = "committee_director", _("Committee director")
    SIGNATORY = "signatory", _("Signatory")
    LIAISON = "liaison", _("Liaison officer")
    QUALITY_INSPECTOR = "quality_inspector", _("Quality inspector")
    STATISTICIAN = "statistician", _("Statistician")
    ARCHIVIST = "archivist", _("Archivist")
    AUDITOR = "auditor", _("Auditor")
    SYSTEM_ADMIN = "system_admin", _("System administrator")
    AUTHORITY_OFFICER = "authority_officer", _("Officer of an authority")
    SYSTEM = "system", _("System")


def unseen_warnings() -> Coalesce:
    """How many early warnings an officer has not read: counted with the duties, as every page tells it."""
    rows = EarlyWarning.objects.unseen().filter(officer=OuterRef("pk")).order_by().values("officer")
    return Coalesce(Subquery(rows.annotate(found=Count("pk")).values("found")), 0)


class OfficerQuerySet(models.QuerySet["Officer"]):
    def serving(self, on: date) -> Self:
        """Duties in force on the day. Rights end the moment the row says so."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=on), valid_from__lte=on, suspended=False)

    def of(self, user: User | int) -> Self:
        """The duties a person holds today, with what is read of them in every request."""
        today = timezone.localdate()
        rows = self.serving(today).filter(user=user).select_related("org__region", "authority__region", "user")
        return rows.annotate(reference=ReferenceState.current(), unseen=unseen_warnings()).order_by("pk")

    def visible_to(self, officer: Officer) -> Self:
        """Colleagues an officer may name in a step: those of the own organisation and below."""
        if officer.org is None:
            return self.none()
        return self.serving(timezone.localdate()).filter(org__path__startswith=officer.org.path)

    def system(self) -> Officer:
        """The officer in whose name the clock itself acts."""
        return self.get(duty=Duty.SYSTEM)


class Officer(models.Model):
    """One duty of one person. The system's own acts belong to the officer without a user."""

    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="officers", verbose_name=_("person")
    )
    org = models.ForeignKey(
        UnionOrg, models.PROTECT, null=True, blank=True, related_name="officers", verbose_name=_("organisation")
    )
    authority = models.ForeignKey(
        Authority, models.PROTECT, null=True, blank=True, related_name="officers", verbose_name=_("authority")
    )
    duty = models.CharField(_("duty"), max_length=20, choices=Duty.choices)
    valid_from = models.DateField(_("in force from"), default=timezone.localdate)
    valid_until = models.DateField(_("in force until"), null=True, blank=True)
    suspended = models.BooleanField(_("suspended"), default=False)
    case_limit = models.PositiveSmallIntegerField(_("most open cases at a time"), default=40)

    objects = OfficerQuerySet.as_manager()

    Duty = Duty
    unseen: int = 0  # early warnings not read yet, where that was asked for
    reference: UUID | None = None  # the state the rules were in when this was read, where it was asked for

    class Meta:
        verbose_name = _("duty held")
        verbose_name_plural = _("duties held")
        constraints = [
            models.CheckConstraint(
                name="officer_serves_one_body",
                condition=Q(duty=Duty.SYSTEM, user=None, org=None, authority=None)
                | Q(duty=Duty.AUTHORITY_OFFICER, user__isnull=False, org=None, authority__isnull=False)
                | (
                    ~Q(duty__in=[Duty.SYSTEM, Duty.AUTHORITY_OFFICER])
                    & Q(user__isnull=False, org__isnull=False, authority=None)
                ),
            ),
            models.UniqueConstraint(fields=["user", "org", "duty"], name="one_duty_per_person_and_union"),
            models.UniqueConstraint(fields=["user", "authority"], name="one_duty_per_person_and_authority"),
            models.UniqueConstraint(fields=["duty"], condition=Q(duty=Duty.SYSTEM), name="one_system_officer"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_duty_display()})"

    @property
    def name(self) -> str:
        return str(self.user) if self.user else str(self.get_duty_display())

    @property
    def body(self) -> UnionOrg | Authority | None:
        """The organisation or authority served."""
        return self.org or self.authority

    @property
    def path(self) -> str:
        """Root of the subtree an officer of a union may look at; an authority's officer has none."""
        return self.org.path if self.org else ""

    def certificate_on(self, kind: str, day: date) -> Certificate | None:
        """The certificate of this kind valid on the day: nobody acts on an expired one."""
        return self.certificates.valid_on(day).filter(kind=kind).first()
