"""The steps of a group incident with action and form."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm, ReasonForm
from casework.verbs import Verb, VerbTable
from hotline.actions import incidents, reports, surge
from hotline.forms import incidents as forms
from hotline.workflow import INCIDENTS

ENTER_INCIDENT = Verb("report", incidents.report, forms.EnterForm, opens=INCIDENTS)

INCIDENT_VERBS = VerbTable(
    Verb("confirm", incidents.confirm, forms.IncidentForm),
    Verb("dismiss", incidents.dismiss, ReasonForm),
    Verb("give_report", reports.give_report, forms.ReportForm),
    Verb("amend", incidents.amend, forms.IncidentForm),
    Verb("link", incidents.link, forms.LinkForm),
    Verb("open_sheet", surge.open_sheet, forms.SheetForm),
    Verb("close_sheet", surge.close_sheet),
    Verb("settle", incidents.settle, ReasonForm),
    Verb("flare_up", incidents.flare_up, ReasonForm),
    Verb("close", incidents.close),
    Verb("attach", attach, PapersForm),
)

REGISTER_ONE = Verb("register_one", surge.register_one, forms.SurgeForm)
