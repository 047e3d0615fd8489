"""Points for an employer from what was counted about it. No model, no secret: every point has its line."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from casework.deadlines import policy_in
from organizations.models import Region


@dataclass(frozen=True)
class Counts:
    """Of the days looked at; `calls_before` of as many days before them. Amounts in whole yuan."""

    calls: int = 0
    calls_before: int = 0
    wage_calls: int = 0
    workers: int = 0
    yuan: int = 0
    cases: int = 0
    unanswered: int = 0
    days_to_festival: int | None = None

    def kept(self) -> dict[str, int | None]:
        return asdict(self)


@dataclass(frozen=True)
class Reason:
    """One line of the score."""

    words: str
    points: int


def weights(region: Region | None, on: date) -> dict[str, Any]:
    """The federation's setting: points for each unit, and the most that one line may bring."""
    found: dict[str, Any] = policy_in("radar_weights", region, on)
    return found


def reasons(counts: Counts, weigh: dict[str, Any]) -> list[Reason]:
    """The lines that bring points, in the order people read them."""
    lines = [
        Reason(
            _("%(count)d calls within %(days)d days") % {"count": counts.calls, "days": weigh["days"]},
            capped(counts.calls, weigh, "call"),
        ),
        Reason(
            _("%(count)d calls more than in the %(days)d days before")
            % {"count": max(counts.calls - counts.calls_before, 0), "days": weigh["days"]},
            capped(max(counts.calls - counts.calls_before, 0), weigh, "rise"),
        ),
        Reason(_("%(count)d workers affected") % {"count": counts.workers}, capped(counts.workers // 10, weigh, "ten")),
        Reason(
            _("%(yuan)s yuan claimed") % {"yuan": f"{counts.yuan:,}"},
            capped(counts.yuan // weigh["yuan"], weigh, "amount"),
        ),
        Reason(_("%(count)d dispute cases") % {"count": counts.cases}, capped(counts.cases, weigh, "case")),
        Reason(
            _("%(count)d letters not answered in time") % {"count": counts.unanswered},
            capped(counts.unanswered, weigh, "unanswered"),
        ),
        Reason(
            _("wages, %(days)d days before the Spring Festival") % {"days": counts.days_to_festival or 0},
            weigh["season"] if is_season(counts, weigh) else 0,
        ),
    ]
    return [line for line in lines if line.points]


def capped(count: int, weigh: dict[str, Any], name: str) -> int:
    """Points for each, but no more than the line may bring."""
    points, most = weigh[name]
    return int(min(count * points, most))


def is_season(counts: Counts, weigh: dict[str, Any]) -> bool:
    """Wages asked for in the weeks before the Spring Festival, when they are settled for the year."""
    near = counts.days_to_festival is not None and counts.days_to_festival <= weigh["season_days"]
    return near and counts.wage_calls > 0


def score(counts: Counts, weigh: dict[str, Any]) -> int:
    return sum(line.points for line in reasons(counts, weigh))
