"""The way of a report: made, checked, signed, sent up; given back on the way, or returned by the union above."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casework.workflow import Step, Workflow, attach_step
from organizations.models import Duty
from reports.guards import did_not_make_it, is_own_union, is_union_above, period_is_over
from reports.models import Filing

S = Filing.State
MAKERS = {Duty.STATISTICIAN}
CHECKERS = {Duty.DUTY_LEADER, Duty.COMMITTEE_DIRECTOR}
SIGNERS = {Duty.SIGNATORY}
OWN = [is_own_union]
EYES = [is_own_union, did_not_make_it]

FILINGS = Workflow(
    Filing,
    # verb, from, to, who, name, unless
    Step("fall_due", (), S.DUE, MAKERS | {Duty.SYSTEM}, _("The report fell due")),
    Step("make", {S.DUE, S.RETURNED}, S.MADE, MAKERS, _("Make the report"), [*OWN, period_is_over], quiet=True),
    Step("check_figures", {S.MADE}, S.CHECKED, CHECKERS, _("Confirm the figures"), EYES, quiet=True),
    Step("sign", {S.CHECKED}, S.SIGNED, SIGNERS, pgettext_lazy("report", "Sign"), EYES, quiet=True),
    Step("send_up", {S.SIGNED}, S.SENT, MAKERS, _("Send up"), OWN, quiet=True),
    Step("give_back", {S.MADE, S.CHECKED}, S.RETURNED, CHECKERS | SIGNERS, _("Give back"), OWN, quiet=True),
    Step("return_report", {S.SENT}, S.RETURNED, MAKERS, _("Return to the union"), [is_union_above], quiet=True),
    attach_step(set(S) - {S.SENT}, MAKERS),
)
