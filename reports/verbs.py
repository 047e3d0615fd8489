"""The steps of a report with action and form."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm, ReasonForm
from casework.verbs import Verb, VerbTable
from reports import actions
from reports.filings.forms import MakeForm

FILING_VERBS = VerbTable(
    Verb("make", actions.make, MakeForm),
    Verb("check_figures", actions.check_figures),
    Verb("sign", actions.sign),
    Verb("send_up", actions.send_up),
    Verb("give_back", actions.give_back, ReasonForm),
    Verb("return_report", actions.return_report, ReasonForm),
    Verb("attach", attach, PapersForm),
)
