"""The register of employers: one entry for each, those found to be the same joined under one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_name, mask_phone
from casework.models.files import AbstractEvent
from organizations.models import Region

if TYPE_CHECKING:
    from organizations.models import Officer

ACTS: dict[str, str | Promise] = {
    "enter": _("Entered in the register"),
    "correct": _("Entry corrected"),
    "learn": _("Name as called added"),
    "merge": _("Joined to another entry"),
    "take_over": _("Another entry joined to this one"),
    "split": _("Separated again"),
    "let_go": _("Another entry separated from this one"),
}

Named = tuple[str, str, str]  # name, code of the division, credit code


class EmployerQuerySet(models.QuerySet["Employer"]):
    def visible_to(self, officer: Officer) -> Self:
        """The register is shared by the unions of a province; an authority's officer does not browse it."""
        if officer.org is None or officer.duty == officer.Duty.SYSTEM_ADMIN:
            return self.none()
        return self.filter(Q(region=None) | Q(region__code__startswith=officer.org.region_id[:2]))

    def for_list(self) -> Self:
        return self.select_related("region", "merged_into").order_by("-pk")

    def standing(self) -> Self:
        """One entry for each employer: those joined to another one are left out."""
        return self.filter(merged_into=None)

    def family(self, employer: Employer) -> Self:
        """All entries that are this employer: the one that stands, and those joined to it."""
        head = employer.head_id
        return self.filter(Q(pk=head) | Q(merged_into=head))

    def among_known(self, names: list[Named]) -> dict[Named, Employer]:
        """Those the register holds: by the credit code, else by exactly this name in the division."""
        coded = {row.uscc: row.head for row in self.of_codes({code for _name, _region, code in names if code})}
        rows = self.filter(name__in={name for name, _r, _c in names}, region__in={region for _n, region, _c in names})
        alike: dict[tuple[str, str], list[Employer]] = {}
        for row in rows.select_related("merged_into").order_by("pk"):
            alike.setdefault((row.name, row.region_id or ""), []).append(row)
        found = {}
        for name, region, code in names:
            same = [row.head for row in alike.get((name, region), []) if not code or row.uscc in {"", code}]
            if head := coded.get(code) or next(iter(same), None):
                found[name, region, code] = head
        return found

    def of_codes(self, codes: set[str]) -> Self:
        return self.filter(uscc__in=codes).select_related("merged_into") if codes else self.none()


class Employer(models.Model):
    """A respondent, an addressee, the other side of a call: one row for one employer.

    An entry that was joined to another keeps all it says and all its files; `merged_into` is the entry that stands
    for it, never itself a joined one.
    """

    name = models.CharField(_("name"), max_length=200)
    uscc = models.CharField(_("unified social credit code"), max_length=18, blank=True)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="employers", verbose_name=_("division")
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    legal_representative = models.CharField(_("legal representative"), max_length=60, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("joined to")
    )
    version = models.PositiveIntegerField(_("version"), default=1, db_default=1)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        verbose_name = _("employer")
        verbose_name_plural = _("employers")
        constraints = [
            models.UniqueConstraint(fields=["uscc"], condition=~Q(uscc=""), name="one_employer_per_credit_code"),
            models.CheckConstraint(
                name="no_employer_is_joined_to_itself", condition=Q(merged_into=None) | ~Q(merged_into=F("id"))
            ),
        ]
        indexes = [
            models.Index(fields=["name"], name="employer_name"),
            models.Index(
                fields=["uscc"], name="employer_code_begins", opclasses=["varchar_pattern_ops"], condition=~Q(uscc="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def head_id(self) -> int:
        """The key of the entry that stands for this employer."""
        return self.merged_into_id or self.pk

    @property
    def head(self) -> Employer:
        return self.merged_into or self

    def known_names(self) -> list[str]:
        """Every name of the family, the oldest first."""
        family = Employer.objects.family(self)
        return list(
            dict.fromkeys(family.order_by("names__pk").exclude(names=None).values_list("names__text", flat=True))
        )

    def known_projects(self) -> list[str]:
        family = Employer.objects.family(self)
        rows = family.order_by("projects__pk").exclude(projects=None).values_list("projects__name", flat=True)
        return list(dict.fromkeys(rows))

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone) if self.phone else ""

    @property
    def masked_representative(self) -> str:
        return mask_name(self.legal_representative) if self.legal_representative else ""

    def get_absolute_url(self) -> str:
        return reverse("desk:employers-page", args=[self.pk])


class EmployerEvent(AbstractEvent):
    """One act on an entry. `other` is the entry it was joined to or separated from."""

    file = models.ForeignKey(Employer, models.PROTECT, related_name="events", verbose_name=_("employer"))
    other = models.ForeignKey(Employer, models.PROTECT, null=True, related_name="+", verbose_name=_("other entry"))
    # Which entries came along in a merge, or which fields were corrected; never what stood in them.
    details = models.JSONField(_("details"), default=list)

    class Meta:
        verbose_name = _("act on an employer")
        verbose_name_plural = _("acts on employers")

    @property
    def label(self) -> str:
        return str(ACTS.get(self.verb, self.verb))

    def state_label(self, state: str) -> str:
        """An entry of the register has no states."""
        return state
