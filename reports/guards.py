"""When a step on a report is refused, in words for the officer."""

from __future__ import annotations

from django.utils.translation import gettext as _

from casework.workflow import Act
from reports.models import Filing


def is_own_union(filing: Filing, act: Act) -> str:
    """The union above reads, and may return; it never makes the report of another."""
    same = act.by.org_id == filing.org_id
    return "" if same else _("This report belongs to another union.")


def is_union_above(filing: Filing, act: Act) -> str:
    above = bool(act.by.path) and filing.scope != act.by.path and filing.scope.startswith(act.by.path)
    return "" if above else _("Only the union above returns a report that was sent up.")


def period_is_over(filing: Filing, act: Act) -> str:
    over = act.today > filing.last_on
    return "" if over else _("The period ends on %(day)s: its figures are not complete.") % {"day": filing.last_on}


def did_not_make_it(filing: Filing, act: Act) -> str:
    """Two pairs of eyes."""
    same = filing.snapshot is not None and filing.snapshot.by.user_id == act.by.user_id
    return _("You made this report: somebody else checks and signs it.") if same else ""
