"""What an employer is known by: names, projects, telephones, and the keys by which all these are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_phone
from casework.models.employers import Employer
from casework.secrets.fields import BlindIndexed, BlindIndexField, EncryptedTextField, by_blind
from organizations.models import Region

if TYPE_CHECKING:
    from organizations.models import Officer


def digits(number: str) -> str:
    """One spelling for one telephone number: its last eleven digits, without signs and country code."""
    return "".join(sign for sign in number if sign.isdigit())[-11:]


class EmployerName(models.Model):
    """One way to call an employer, and where it comes from."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("As on the licence")
        FORMER = "former", _("Former name")
        CALLED = "called", _("As callers say it")

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="names", verbose_name=_("employer"))
    text = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    added_at = models.DateTimeField(_("added"), null=True)

    class Meta:
        verbose_name = _("name of an employer")
        verbose_name_plural = _("names of employers")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["employer", "text"], name="one_entry_per_name_of_an_employer")]

    def __str__(self) -> str:
        return self.text


class EmployerProject(models.Model):
    """A building site, a branch, a place where its people work."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="projects", verbose_name=_("employer"))
    name = models.CharField(_("project"), max_length=100)
    address = models.CharField(_("address"), max_length=200, blank=True)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("division")
    )

    class Meta:
        verbose_name = _("project of an employer")
        verbose_name_plural = _("projects of employers")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["employer", "name"], name="one_entry_per_project")]

    def __str__(self) -> str:
        return self.name


class EmployerPhoneQuerySet(models.QuerySet["EmployerPhone"]):
    def visible_to(self, officer: Officer) -> Self:
        return self.filter(employer__in=Employer.objects.visible_to(officer))

    def for_number(self, number: str) -> Self:
        field: Any = self.model._meta.get_field("index")
        return self.filter(by_blind(field, number))


class EmployerPhone(BlindIndexed):
    """A telephone of an employer. It may be that of a person, so it is sealed and found by its fingerprint."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="phones", verbose_name=_("employer"))
    number = EncryptedTextField(_("telephone"))
    index = BlindIndexField(of="number", normalise=digits)

    objects = EmployerPhoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("telephone of an employer")
        verbose_name_plural = _("telephones of employers")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["employer", "index"], name="one_entry_per_number_of_an_employer")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def masked(self) -> str:
        return mask_phone(self.number)


class EmployerKeyQuerySet(models.QuerySet["EmployerKey"]):
    def visible_to(self, officer: Officer) -> Self:
        """The keys of the entries an officer may know of: those of the province, and those of no division."""
        if officer.org is None or officer.duty == officer.Duty.SYSTEM_ADMIN:
            return self.none()
        return self.filter(province__in=["", officer.org.region_id[:2]])


class EmployerKey(models.Model):
    """One spelling under which the standing entry is found while somebody types. Made anew by the verbs, never kept.

    It is a table of its own, as an index over parts of names makes every write to its table dearer.
    """

    class Kind(models.TextChoices):
        NAME = "name", _("name")
        PROJECT = "project", _("project")

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="keys", verbose_name=_("employer"))
    province = models.CharField(_("province"), max_length=2, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.NAME)
    text = models.CharField(_("spelling"), max_length=250)
    sounds = models.CharField(_("pinyin"), max_length=1700)
    initials = models.CharField(_("initials"), max_length=250)
    # Two-character pieces; only for the longest spelling of a name, which holds those of the shorter ones.
    pairs = ArrayField(models.CharField(max_length=2), null=True, verbose_name=_("pieces"))

    objects = EmployerKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("search key of an employer")
        verbose_name_plural = _("search keys of employers")
        indexes = [
            models.Index(
                fields=["province", column], name=f"employer_key_{column}", opclasses=["varchar_pattern_ops"] * 2
            )
            for column in ("text", "sounds", "initials")
        ] + [GinIndex(fields=["pairs"], name="employer_key_pairs", condition=Q(pairs__isnull=False))]

    def __str__(self) -> str:
        return self.text
