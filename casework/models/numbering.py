"""Running numbers without gaps."""

from __future__ import annotations

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from organizations.models import UnionOrg


class CounterQuerySet(models.QuerySet["Counter"]):
    @transaction.atomic(savepoint=False)
    def take(self, org: UnionOrg, series: str, year: int) -> int:
        """The next number, held by a row lock until the caller's transaction ends: a rollback gives it back."""
        counter = self.filter(org=org, series=series, year=year)
        if not counter.update(last=models.F("last") + 1):
            self.get_or_create(org=org, series=series, year=year)
            counter.update(last=models.F("last") + 1)
        return counter.values_list("last", flat=True).get()


class Counter(models.Model):
    """The last number given in one series of one organisation in one year."""

    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    series = models.CharField(_("series"), max_length=20)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number"), default=0)

    objects = CounterQuerySet.as_manager()

    class Meta:
        verbose_name = _("running number")
        verbose_name_plural = _("running numbers")
        constraints = [models.UniqueConstraint(fields=["org", "series", "year"], name="one_counter_per_series")]

    def __str__(self) -> str:
        return f"{self.series} {self.year}: {self.last}"
