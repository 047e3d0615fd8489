"""What waits for an officer here today."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.panels import Card, Task, bounded
from organizations.models import Duty, Officer
from supervision.columns import COLUMNS, column_url
from supervision.kinds import KINDS
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.querysets import DocumentQuerySet

# Which columns are whose work.
WORK = {
    Duty.SUPERVISOR: ("drafting", "awaiting", "escalate", "verify"),
    Duty.COMMITTEE_DIRECTOR: ("review", "escalate"),
    Duty.SIGNATORY: ("review", "signature"),
    Duty.LIAISON: ("service", "awaiting"),
}
TONES = {"escalate": "danger", "review": "warning", "signature": "warning"}
ASSESS = "assess"  # one of three steps: found sufficient, found inadequate, or the objection upheld
STEPS = {
    Duty.SUPERVISOR: {
        "draft": "submit",
        "returned_for_revision": "edit",
        "awaiting_reply": "escalate",
        "escalated": "create",
        "replied": ASSESS,
        "verifying": "verify",
    },
    Duty.COMMITTEE_DIRECTOR: {"in_review": "endorse"},
    Duty.SIGNATORY: {"in_review": "approve"},
    Duty.LIAISON: {
        "approved": "dispatch",
        "dispatched": "record_service",
        "service_failed": "redispatch",
        "awaiting_reply": "reply",
        "replied": "record_result",
    },
}
MOST = 20
AT_AUTHORITY = Q(kind=SupervisionDocument.Kind.RECOMMENDATION, state="replied")  # docketed: the result is awaited


def cards(officer: Officer, today: date) -> list[Card]:
    """The columns this duty works on."""
    rows = SupervisionDocument.objects.visible_to(officer)
    mine = WORK.get(Duty(officer.duty), ())
    columns = [
        Card(c.label, bounded(c.rows(rows, today)), column_url(c.code), TONES.get(c.code, ""), c.note)
        for c in COLUMNS
        if c.code in mine
    ]
    return columns + complaints(officer) + asked_for(officer)


def complaints(officer: Officer) -> list[Card]:
    """Complaints a supervisor has to accept or to decline within the period of the notice."""
    if officer.duty != Duty.SUPERVISOR:
        return []
    rows = SupervisionMatter.objects.visible_to(officer).to_decide()
    url = f"{reverse('supervision:matters')}?show=decide"
    return [Card(_("Complaints to decide on"), bounded(rows), url, "warning", _("written notice if declined"))]


def asked_for(officer: Officer) -> list[Card]:
    """What unions below may not issue themselves, at a union that may."""
    levels = KINDS[SupervisionDocument.Kind.RECOMMENDATION].issuer_levels
    if officer.duty != Duty.SUPERVISOR or officer.org is None or officer.org.level not in levels:
        return []
    rows = SupervisionMatter.objects.visible_to(officer).asked()
    url = f"{reverse('supervision:matters')}?show=asked"
    return [Card(_("Recommendations asked for"), bounded(rows), url, "warning", _("by unions below county level"))]


def worklist(officer: Officer, today: date) -> list[Task]:
    """Documents whose next step is this duty's, the most urgent first."""
    steps = STEPS.get(Duty(officer.duty))
    if steps is None:
        return []
    rows = waiting(SupervisionDocument.objects.visible_to(officer), officer, set(steps), today)
    listed = rows.for_list().order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST]
    return [task(document, steps[document.state]) for document in listed]


def waiting(rows: DocumentQuerySet, officer: Officer, states: set[str], today: date) -> DocumentQuerySet:
    """A supervisor waits for a reply until its last day has passed; what is reviewed no longer waits for review."""
    if officer.duty == Duty.SUPERVISOR:
        own = rows.filter(state__in=states - {"awaiting_reply", "escalated"}).exclude(AT_AUTHORITY)
        return rows.filter(pk__in=own.values("pk").union(rows.escalatable(today).values("pk")))
    if officer.duty == Duty.LIAISON:
        return rows.filter(Q(state__in=states - {"replied"}) | AT_AUTHORITY)
    rows = rows.filter(state__in=states)
    return rows.filter(endorsed_by=None) if officer.duty == Duty.COMMITTEE_DIRECTOR else rows


def task(document: SupervisionDocument, verb: str) -> Task:
    if document.rules.to_authority and verb == "reply":
        verb = "docket"
    if document.is_public and verb == "dispatch":
        verb = "publish"
    return Task(
        number=str(document),
        title=document.addressee,
        state_label=document.get_state_display(),
        due_on=document.due_on,
        step=str(_("Assess the reply")) if verb == ASSESS else document.workflow.label(verb),
        url=document.get_absolute_url(),
    )
