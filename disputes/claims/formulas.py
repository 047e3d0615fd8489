"""The formulas, in yuan to the cent. No database and no clock: what the federation sets comes in as an argument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.periods import add_months

CENT = Decimal("0.01")
HOURS = Decimal(8)  # of a day (Labour Law art. 36)
YEAR = 12


@dataclass(frozen=True)
class Line:
    """One step of the reckoning as it would be written by hand."""

    what: Any
    sum: str
    amount: Decimal


@dataclass(frozen=True)
class Claim:
    """The lines, their article, and what has to be looked at besides."""

    lines: list[Line]
    basis: Any
    hints: list[Any]

    @property
    def total(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def yuan(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def plain(number: Decimal) -> str:
    """Without zeros nobody would write."""
    return f"{number.normalize():f}"


def arrears(*, wage: Decimal, months: Decimal, paid: Decimal) -> Claim:
    """Wages of whole and part months, less what was paid (Labour Law art. 50, Labour Contract Law arts 30, 85)."""
    owed = max(cents(wage * months - paid), Decimal(0))
    lines = [Line(_("Wages owed"), f"{yuan(wage)} × {plain(months)} − {yuan(paid)}", owed)]
    hint = _("Not paid in time although the labour authority ordered it, half of it to all of it is added (art. 85).")
    return Claim(lines, _("Labour Law art. 50; Labour Contract Law arts 30 and 85"), [hint])


def overtime(
    *, wage: Decimal, days: Decimal, workday_hours: Decimal, restday_hours: Decimal, holiday_hours: Decimal
) -> Claim:
    """150 % on working days, 200 % on rest days without time off instead, 300 % on holidays (Labour Law art. 44).

    `days` are the paid days of a month, by which the hourly wage is found.
    """
    rates = (
        (_("Overtime on working days"), workday_hours, 150),
        (_("Work on rest days without time off instead"), restday_hours, 200),
        (_("Work on statutory holidays"), holiday_hours, 300),
    )
    lines = [
        Line(
            what,
            f"{yuan(wage)} ÷ {plain(days)} ÷ {HOURS} × {plain(hours)} × {rate}%",
            cents(wage / days / HOURS * hours * rate / 100),
        )
        for what, hours, rate in rates
        if hours
    ]
    hint = _("Where working hours are reckoned otherwise (comprehensive or flexible system) other rules apply.")
    return Claim(lines, _("Labour Law art. 44"), [hint])


def annual_leave(*, wage: Decimal, days: Decimal, unused: Decimal, wage_was_paid: bool) -> Claim:
    """300 % of the daily wage for each day not taken, the ordinary one included (Annual Leave Regulations art. 5)."""
    rate = 200 if wage_was_paid else 300
    amount = cents(wage / days * unused * rate / 100)
    lines = [Line(_("Annual leave not taken"), f"{yuan(wage)} ÷ {plain(days)} × {plain(unused)} × {rate}%", amount)]
    hint = _("The threefold wage contains the ordinary one; where that was paid, the twofold is left.")
    return Claim(lines, _("Regulations on Paid Annual Leave art. 5"), [hint])


def double_wage(*, wage: Decimal, began_on: date, ended_on: date) -> Claim:
    """The second wage without a written contract: from the second month of work, eleven months at most (art. 82).

    `ended_on` is the last day without one. Days of a month begun count by the days of that month.
    """
    start, end = add_months(began_on, 1), min(ended_on + timedelta(1), add_months(began_on, YEAR))
    whole = max((n for n in range(YEAR) if add_months(start, n) <= end), default=0)
    rest_from = add_months(start, whole)
    rest = max((end - rest_from).days, 0)
    length = (add_months(start, whole + 1) - rest_from).days
    lines = [Line(_("Whole months"), f"{yuan(wage)} × {whole}", cents(wage * whole))]
    if rest:
        lines.append(Line(_("Days of a month begun"), f"{yuan(wage)} × {rest} ÷ {length}", cents(wage * rest / length)))
    hints = [
        _("Only the second wage is reckoned here; the ordinary one is claimed as wages owed."),
        _("Limitation of this claim is disputed: please look at each month."),
    ]
    return Claim(lines, _("Labour Contract Law art. 82; its Implementing Regulations arts 6 and 7"), hints)


def compensated_months(began_on: date, ended_on: date) -> Decimal:
    """A month's wage for a full year; from six months on as a year, below them half a month (art. 47)."""
    end = ended_on + timedelta(1)
    years = max((n for n in range(100) if add_months(began_on, n * YEAR) <= end), default=0)
    begun = add_months(began_on, years * YEAR)
    if add_months(begun, 6) <= end:
        return Decimal(years + 1)
    return Decimal(years) + (Decimal("0.5") if begun < end else 0)


def severance(
    *,
    wage: Decimal,
    began_on: date,
    ended_on: date,
    least: Decimal | None,
    average: Decimal | None,
    times: Decimal,
    most_years: Decimal,
    notice_wage: Decimal | None = None,
    unlawful: bool = False,
) -> Claim:
    """Economic compensation N (art. 47), N+1 with the wage for the notice (art. 40), 2N when unlawful (art. 87).

    `wage` is the average of the last twelve months. Above `times` the local `average` both the wage and the years are
    capped; below the minimum wage `least` that one counts (Implementing Regulations art. 27).
    """
    months, base = compensated_months(began_on, ended_on), wage
    hints: list[Any] = []
    if least is not None and wage < least:
        base = least
        hints.append(_("The wage is below the minimum wage, which counts instead."))
    if average is not None and wage > average * times:
        base, months = cents(average * times), min(months, most_years)
        hints.append(_("The wage is above three times the local average: wage and years are capped (art. 47)."))
    if average is None:
        hints.append(_("Without the local average wage the cap could not be looked at."))
    if began_on < date(2008, 1, 1):
        hints.append(_("For years before 2008 the rules of that time apply (art. 97)."))
    if unlawful and notice_wage:
        hints.append(_("The damages take the place of the wage instead of notice: it is left out."))
    factor = 2 if unlawful else 1
    doubled = f" × {factor}" if unlawful else ""
    what = _("Damages for unlawful termination (2N)") if unlawful else _("Economic compensation (N)")
    lines = [Line(what, f"{yuan(base)} × {plain(months)}{doubled}", cents(base * months * factor))]
    if notice_wage and not unlawful:
        lines.append(Line(_("Wage instead of notice (+1)"), f"{yuan(notice_wage)} × 1", cents(notice_wage)))
    basis = _("Labour Contract Law arts 47 and 87") if unlawful else _("Labour Contract Law arts 40, 46 and 47")
    return Claim(lines, basis, hints)
