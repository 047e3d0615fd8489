"""Which office is in charge: rows by kind of referral and place, the most specific first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.steady import once
from organizations.models import Authority, Region

from .kinds import ReferralKind

if TYPE_CHECKING:
    from organizations.models import Officer

LEVELS = ["county", "prefecture", "province"]


class Proposal(NamedTuple):
    """The office a rule proposes and why; None where no such office is entered."""

    office: Authority | None
    why: str


class OfficeRuleQuerySet(models.QuerySet["OfficeRule"]):
    def visible_to(self, officer: Officer) -> OfficeRuleQuerySet:
        """Rules are public: everybody signed in may read them."""
        return self.all()

    def proposed(self, kind: ReferralKind, source: Any) -> Proposal:
        """The office in charge of a file for this kind of referral."""
        own: Region = source.org.region
        work = getattr(source, "work_region", None) or own
        places = {OfficeRule.Place.UNION: own, OfficeRule.Place.WORK: work}
        rule = self.first_fitting(kind, places)
        if rule is None:
            return Proposal(Authority.objects.in_charge(kind.authority_kind, own), "")
        return Proposal(rule.office_for(places[OfficeRule.Place(rule.place)]), rule.basis)

    def first_fitting(self, kind: ReferralKind, places: dict[Any, Region]) -> OfficeRule | None:
        """A rule for the kind before one for all kinds of the authority, a nearer division before one above it."""
        rows = once("office rules", lambda: list(self.select_related("region")))
        meant = [
            rule for rule in rows if rule.authority_kind == kind.authority_kind and rule.kind_id in {None, kind.pk}
        ]
        fitting = [rule for rule in meant if rule.fits(places[OfficeRule.Place(rule.place)])]
        return max(fitting, key=lambda rule: (rule.kind_id is not None, rule.depth, rule.pk), default=None)


class OfficeRule(models.Model):
    """One row: in this division (empty: everywhere) referrals of this kind (empty: all to this kind of authority) go to
    the office of this level, or the next above, of the place named.
    """

    class Place(models.TextChoices):
        UNION = "union", _("Seat of the union that refers")
        WORK = "work", _("Place where the labour is used")

    class Level(models.TextChoices):
        COUNTY = "county", _("County")
        PREFECTURE = "prefecture", _("Prefecture")
        PROVINCE = "province", _("Province")

    kind = models.ForeignKey(
        ReferralKind, models.PROTECT, null=True, blank=True, related_name="offices", verbose_name=_("kind of referral")
    )
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("only in the division")
    )
    authority_kind = models.CharField(_("kind of authority"), max_length=15, choices=Authority.Kind.choices)
    place = models.CharField(_("whose place decides"), max_length=8, choices=Place.choices)
    level = models.CharField(_("lowest level"), max_length=12, choices=Level.choices, default=Level.COUNTY)
    named = models.CharField(_("part of the office's name"), max_length=60, blank=True)
    basis = models.CharField(_("basis"), max_length=200, blank=True)

    objects = OfficeRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule of the office in charge")
        verbose_name_plural = _("rules of the office in charge")
        ordering = ("authority_kind", "kind", "region")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "region", "authority_kind"], nulls_distinct=False, name="one_office_rule_per_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind or self.get_authority_kind_display()} · {self.region or '—'}"

    @property
    def depth(self) -> int:
        """How near the division of the rule is: the divisions above it, itself included."""
        return len(self.region.lineage) if self.region else 0

    def fits(self, place: Region) -> bool:
        return self.region_id is None or self.region_id in place.lineage

    def office_for(self, place: Region) -> Authority | None:
        """The office of the place, not below the level of the rule, climbing where there is none."""
        allowed = LEVELS[LEVELS.index(self.level) :]
        codes = [*place.lineage]
        rows = Authority.objects.active().filter(kind=self.authority_kind, region__in=codes, name__contains=self.named)
        found = {row.region_id: row for row in rows.select_related("region") if row.region.level in allowed}
        return next((found[code] for code in reversed(codes) if code in found), None)
