"""Running numbers without gaps."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Iterator

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from casework.transactions import one_transaction
from organizations.models import UnionOrg

TAKE_MANY = """
    INSERT INTO {table} AS c (org_id, series, year, last) VALUES {values}
    ON CONFLICT (org_id, series, year) DO UPDATE SET last = c.last + EXCLUDED.last RETURNING org_id, year, last
"""


class CounterQuerySet(models.QuerySet["Counter"]):
    def take(self, org: UnionOrg, series: str, year: int) -> int:
        """The next number, held by a row lock until the caller's transaction ends: a rollback gives it back.

        One statement, as every other act of the organisation waits for this row: the first number of a year makes it.
        """
        table = connection.ops.quote_name(self.model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} AS counter (org_id, series, year, last) VALUES (%s, %s, %s, 1)"  # noqa: S608
                " ON CONFLICT (org_id, series, year) DO UPDATE SET last = counter.last + 1 RETURNING last",
                [org.pk, series, year],
            )
            return int(cursor.fetchone()[0])

    @one_transaction
    def take_many(self, series: str, wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Iterator[int]]:
        """The next numbers for many files at once, in one statement: by organisation and year, as many as are wanted.

        The rows are locked in one order, so that two who take numbers for the same organisations wait in line.
        """
        blocks = sorted(Tally(wanted).items())
        if not blocks:
            return {}
        values = ", ".join(["(%s, %s, %s, %s)"] * len(blocks))
        given = [value for (org, year), count in blocks for value in (org, series, year, count)]
        with connection.cursor() as cursor:
            cursor.execute(TAKE_MANY.format(table=self.model._meta.db_table, values=values), given)
            lasts = {(org, year): last for org, year, last in cursor.fetchall()}
        return {key: iter(range(lasts[key] - count + 1, lasts[key] + 1)) for key, count in blocks}


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
