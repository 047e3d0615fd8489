"""What waits for an officer here today."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.panels import Card, Task, bounded, bounded_all
from organizations.models import Duty, Officer
from referrals.health.figures import delivery_health
from referrals.models import Referral
from referrals.querysets import ReferralQuerySet
from referrals.workflow import LEADERS, OFFICE, WITH_AUTHORITY, WORKFLOW

MOST = 20
S = Referral.State
NEXT = {
    S.SENT: "acknowledge",
    S.ACKNOWLEDGED: "accept",
    S.ACCEPTED: "complete",
    S.COMPLETED: "record_result",
    S.RETURNED: "reroute",
    S.SEND_FAILED: "resend",
}
# Title, states, tone when there are any, and the duties that see the card.
CARDS: list[tuple[Any, set[str], str, set[str]]] = [
    (gettext_lazy("Referrals to approve"), {S.DRAFT}, "warning", {str(duty) for duty in LEADERS}),
    (gettext_lazy("Delivery failed"), {S.SEND_FAILED}, "danger", {Duty.LIAISON}),
    (gettext_lazy("Returned referrals"), {S.RETURNED}, "warning", {Duty.LIAISON}),
    (gettext_lazy("Results to record"), {S.COMPLETED}, "warning", {Duty.LIAISON}),
    (gettext_lazy("Referrals with authorities"), {S.SENT, S.ACKNOWLEDGED, S.ACCEPTED}, "", {Duty.LIAISON}),
    (gettext_lazy("To be signed for"), {S.SENT}, "warning", {Duty.AUTHORITY_OFFICER}),
    (gettext_lazy("In hand"), {S.ACKNOWLEDGED, S.ACCEPTED}, "", {Duty.AUTHORITY_OFFICER}),
]

# More that waits for the liaison officer: title, and the named filter of referrals.
WAITING: list[tuple[Any, str]] = [
    (gettext_lazy("To be carried to the authority"), "to_carry"),
    (gettext_lazy("Questions of authorities"), "asked"),
    (gettext_lazy("New links asked for"), "link_wanted"),
    (gettext_lazy("Notices given up"), "notice_given_up"),
    (gettext_lazy("Held back by an earlier message"), "held_back"),
]


def cards(officer: Officer, today: date) -> list[Card]:
    if officer.duty == Duty.SYSTEM_ADMIN:
        return [health_card(officer)]
    rows = Referral.objects.visible_to(officer).filter(direction=Referral.Direction.OUTGOING)
    mine = [(title, states, tone) for title, states, tone, duties in CARDS if officer.duty in duties]
    shown = [card(officer, title, states, bounded(rows.filter(state__in=states)), tone) for title, states, tone in mine]
    return [*shown, *(waiting(rows) if officer.duty == Duty.LIAISON else []), *came_in(officer)]


def came_in(officer: Officer) -> list[Card]:
    """What authorities laid before the union and nobody has signed for."""
    if officer.duty not in OFFICE:
        return []
    rows = Referral.objects.visible_to(officer).filter(direction=Referral.Direction.INCOMING, state=S.SENT)
    count = bounded(rows)
    address = f"{reverse('referrals:referrals')}?direction=incoming&state=sent"
    return [Card(_("Came in, to be signed for"), count, address, "" if count == "0" else "warning")]


def waiting(rows: ReferralQuerySet) -> list[Card]:
    """Only what there is: an empty card of these would tell nothing."""
    counts = bounded_all([getattr(rows, name)() for _title, name in WAITING])
    url = reverse("referrals:referrals")
    found = [(title, name, count) for (title, name), count in zip(WAITING, counts, strict=True) if count != "0"]
    return [Card(title, count, f"{url}?waiting={name}", "warning") for title, name, count in found]


def health_card(officer: Officer) -> Card:
    """What an administrator has to do so that referrals go on arriving."""
    alarms = delivery_health(officer).alarms
    tone, hint = ("danger", alarms[0]) if alarms else ("success", "")
    return Card(_("Alarms of the delivery"), str(len(alarms)), reverse("referrals:delivery-health"), tone, hint)


def card(officer: Officer, title: Any, states: set[str], count: str, tone: str) -> Card:
    return Card(title, count, list_url(officer, states), "" if count == "0" else tone)


def list_url(officer: Officer, states: set[str]) -> str:
    """The list of just these files; the authority's desk is its own list."""
    if officer.duty == Duty.AUTHORITY_OFFICER:
        return reverse("referrals:inbox")
    only = f"?state={next(iter(states))}" if len(states) == 1 else ""
    return reverse("referrals:referrals") + only


def worklist(officer: Officer, today: date) -> list[Task]:
    """The referrals this duty has to move, those with the next due day first."""
    rows = Referral.objects.visible_to(officer).waiting_for(officer).for_list()
    rows = rows.order_by(F("due_on").asc(nulls_last=True), "pk")
    return [task(officer, referral) for referral in rows[:MOST]]


def task(officer: Officer, referral: Referral) -> Task:
    title = f"{referral.subject} · {referral.authority}"
    words = (referral.number, title, referral.get_state_display(), referral.due_on)
    return Task(*words, WORKFLOW.label(next_verb(officer, referral)), referral.get_absolute_url())


def next_verb(officer: Officer, referral: Referral) -> str:
    if referral.state == S.RECALLED:
        return "resend_notice" if is_told_by(officer, referral) else "take_note"
    if referral.is_incoming:
        decides = "open_case" if referral.kind.origin else "take_on"
        return {S.SENT: "sign_in", S.ACKNOWLEDGED: decides, S.ACCEPTED: "answer"}.get(S(referral.state), "hand_back")
    if referral.state == S.DRAFT:
        return "approve" if officer.duty in LEADERS else "edit"
    if referral.state == S.QUEUED:
        return "hand_over"
    if officer.duty == Duty.LIAISON and referral.state in WITH_AUTHORITY:
        return of_those_waiting(referral)
    return NEXT.get(S(referral.state), "resend_notice")


def is_told_by(officer: Officer, referral: Referral) -> bool:
    """Whether the officer's side has recalled it and tells the other."""
    return referral.is_incoming == (officer.duty == Duty.AUTHORITY_OFFICER)


def of_those_waiting(referral: Referral) -> str:
    """Why a referral that lies with an authority waits for the liaison officer."""
    if referral.questions.unanswered().exists():
        return "answer_question"
    return "resend_notice" if referral.deliveries.notices_given_up().exists() else "resend_link"
