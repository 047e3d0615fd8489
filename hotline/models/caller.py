"""Who calls, for whom, and how this person can be spoken with. Everything here may stay empty."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from casework.secrets.fields import EncryptedTextField
from hotline import codes

from .sheet import Sheet


class CallerDetails(Sheet):
    """The folded groups about the caller and about who calls for somebody else."""

    caller_name: Any

    class Sex(models.TextChoices):
        FEMALE = "female", _("Female")
        MALE = "male", _("Male")

    class IdType(models.TextChoices):
        RESIDENT = "resident", _("Resident identity card")
        HONG_KONG_MACAO = "hk_macao", _("Mainland travel permit, Hong Kong and Macao")
        TAIWAN = "taiwan", _("Mainland travel permit, Taiwan")
        PASSPORT = "passport", _("Passport")
        FOREIGN_RESIDENT = "foreign_resident", _("Permanent residence card of a foreigner")
        OTHER = "other", _("Another document")

    class AgeGroup(models.TextChoices):
        CHILD = "under_16", _("Under 16")
        MINOR = "16_17", _("16 and 17")
        YOUNG = "18_34", _("18 to 34")
        MIDDLE = "35_49", _("35 to 49")
        SENIOR = "50_59", _("50 to 59")
        OLDER = "60_up", _("60 and above")

    class WorkerGroup(models.TextChoices):
        MIGRANT = "migrant", _("Migrant worker")
        PLATFORM = "platform", _("Platform worker")
        WOMAN = "woman", _("Woman worker")
        MINOR = "minor", _("Minor worker")
        DISABLED = "disabled", _("Disabled worker")
        DISPATCHED = "dispatched", _("Dispatched worker")
        OLDER = "older", _("Worker above retirement age")

    class Need(models.TextChoices):
        DIALECT = "dialect", _("Speaks a dialect")
        MINORITY_LANGUAGE = "minority_language", _("Needs a minority language")
        HEARING = "hearing", _("Hard of hearing")
        SPEECH = "speech", _("Speaks with difficulty")
        SIGHT = "sight", _("Sees badly")
        MOBILITY = "mobility", _("Walks with difficulty")
        LITERACY = "literacy", _("Cannot read well")

    class Relation(models.TextChoices):
        RELATIVE = "relative", _("Relative")
        COLLEAGUE = "colleague", _("Colleague")
        FRIEND = "friend", _("Friend or neighbour")
        LAWYER = "lawyer", _("Lawyer or legal worker")
        UNION = "union", _("Union officer")
        OTHER = "other", pgettext_lazy("relation", "Somebody else")

    class Authority(models.TextChoices):
        NONE = "none", _("No authority")
        ORAL = "oral", _("Says so, not shown")
        WRITTEN = "written", _("Written authority seen")
        BY_LAW = "by_law", _("Represents by law (guardian)")

    SHOWN_AUTHORITY: ClassVar[set[str]] = {"written", "by_law"}
    MINORS: ClassVar[set[str]] = {"under_16", "16_17"}
    CALLER: ClassVar[tuple[str, ...]] = (
        "sex",
        "age_group",
        "id_type",
        "ethnic_group",
        "language",
        "union_member",
        "worker_groups",
        "needs",
        "relation",
        "authority",
    )

    sex = models.CharField(_("sex"), max_length=6, choices=Sex.choices, blank=True)
    id_type = models.CharField(_("kind of identity document"), max_length=16, choices=IdType.choices, blank=True)
    age_group = models.CharField(_("age"), max_length=8, choices=AgeGroup.choices, blank=True)
    ethnic_group = models.CharField(_("ethnic group"), max_length=2, choices=codes.ethnic_groups, blank=True)
    language = models.CharField(_("language or dialect"), max_length=16, choices=codes.languages, blank=True)
    union_member = models.BooleanField(_("union member"), null=True, blank=True)
    worker_groups: Any = ArrayField(
        models.CharField(max_length=12, choices=WorkerGroup.choices),
        default=list,
        blank=True,
        verbose_name=_("groups of workers"),
    )
    needs: Any = ArrayField(
        models.CharField(max_length=20, choices=Need.choices), default=list, blank=True, verbose_name=_("special needs")
    )
    do_not_call = models.BooleanField(_("must not be called"), default=False)
    call_times = models.CharField(_("when a call is safe"), max_length=100, blank=True)
    relation = models.CharField(_("calls for somebody else, as"), max_length=10, choices=Relation.choices, blank=True)
    authority = models.CharField(_("authority to act"), max_length=8, choices=Authority.choices, blank=True)
    worker_name = EncryptedTextField(_("worker the call is about"), blank=True)
    notice_version = models.CharField(_("privacy notice read out, version"), max_length=20, blank=True)

    class Meta:
        abstract = True

    @property
    def is_third_party(self) -> bool:
        """The caller speaks about the rights of somebody else."""
        return bool(self.relation)

    @property
    def has_authority(self) -> bool:
        """A third party has shown that they may act for the worker; what is only said does not bind the worker."""
        return self.authority in self.SHOWN_AUTHORITY

    @property
    def is_minor(self) -> bool:
        return self.age_group in self.MINORS or "minor" in self.worker_groups

    @property
    def applicant_name(self) -> str:
        """Who applies when nobody else is named: the caller, or the worker an authorised third party calls for."""
        if not self.is_third_party:
            return str(self.caller_name)
        return self.worker_name if self.has_authority else ""

    def why_not_applicant(self, name: str) -> str:
        """What is missing for a case in this name; empty for the name the call itself gives."""
        name = (name or self.applicant_name).strip()
        if not self.is_third_party or (name and name != self.caller_name):
            return "" if name else gettext("The caller gave no name. Who applies?")
        words = gettext("The caller speaks for somebody else (%(relation)s). Missing: %(missing)s.")
        missing = (
            gettext("the name of the worker")
            if self.has_authority
            else gettext("an authority to act, or the application of the worker in person under the worker’s own name")
        )
        refused: str = words % {"relation": self.get_relation_display(), "missing": missing}
        return refused
