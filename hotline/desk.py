"""What waits for an officer here today."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.models import Draft
from casework.panels import Card, Task, bounded, bounded_all
from hotline.models import CallRecord, QualityReview, WorkOrder
from hotline.querysets import OrderQuerySet, ReviewQuerySet
from organizations.models import Duty, Officer

MOST = 20
DRAFT_KEY = "calls/new"
STEPS = {
    Duty.HOTLINE_OPERATOR: {"registered": "dispatch"},
    Duty.DUTY_LEADER: {"registered": "dispatch"},
    Duty.CASE_OFFICER: {"dispatched": "sign_for", "signed": "start", "in_progress": "give_feedback"},
    Duty.QUALITY_INSPECTOR: {"feedback_given": "record_callback", "callback_done": "close"},
}


def cards(officer: Officer, today: date) -> list[Card]:
    """Counters by duty, each leading to its list."""
    match officer.duty:
        case Duty.HOTLINE_OPERATOR | Duty.DUTY_LEADER:
            return [*hotline_cards(officer, today), *quality_cards(officer)]
        case Duty.CASE_OFFICER:
            return [*unit_cards(officer, today), *quality_cards(officer)]
        case Duty.QUALITY_INSPECTOR:
            return [*inspector_cards(officer), *quality_cards(officer)]
    return []


def hotline_cards(officer: Officer, today: date) -> list[Card]:
    own = CallRecord.objects.visible_to(officer).taken_by(officer)
    drafts = Draft.objects.visible_to(officer).filter(key=DRAFT_KEY)
    return counted(
        [
            (_("My calls of today"), own.begun_on(today), calls_url("today"), "info"),
            (_("Calls to be answered"), own.unanswered(), calls_url("unanswered"), "warning"),
            (_("Drafts"), drafts, reverse("hotline:calls-new"), ""),
            (_("Orders to be dispatched"), orders(officer).to_dispatch(), orders_url("dispatch"), "warning"),
            (_("Callbacks due"), orders(officer).to_call_back().filter(due_on__lte=today), orders_url("callback"), ""),
        ]
    )


def unit_cards(officer: Officer, today: date) -> list[Card]:
    unit = orders(officer).of_unit(officer)
    return counted(
        [
            (_("To be signed for"), unit.to_sign(), orders_url("sign"), "warning"),
            (_("Handled by me"), orders(officer).open().filter(handler=officer), orders_url("mine"), "info"),
            (_("Overdue orders"), unit.overdue(today), orders_url("overdue"), "danger"),
        ]
    )


def inspector_cards(officer: Officer) -> list[Card]:
    return counted([(_("To be called back"), orders(officer).to_call_back(), orders_url("callback"), "warning")])


def counted(lists: list[tuple[Any, Any, str, str]]) -> list[Card]:
    """The cards of several lists, counted in one statement."""
    counts = bounded_all([rows for _title, rows, _url, _tone in lists])
    return [Card(title, count, url, tone) for (title, _rows, url, tone), count in zip(lists, counts, strict=True)]


def quality_cards(officer: Officer) -> list[Card]:
    """What quality asks of this duty, only where there is any: most days there is none."""
    reviews = QualityReview.objects.visible_to(officer)
    if officer.duty == Duty.QUALITY_INSPECTOR:
        cards = [review_card(_("Reviews to be scored"), "score", reviews.to_score())]
    else:
        cards = [review_card(_("My work that was scored"), "answer", reviews.to_answer(officer))]
    if officer.duty == Duty.DUTY_LEADER:
        cards.append(review_card(_("Appeals to be decided"), "decide", reviews.to_decide()))
    return [card for card in cards if card.count != "0"]


def review_card(title: Any, show: str, rows: ReviewQuerySet) -> Card:
    return Card(title, bounded(rows), f"{reverse('hotline:reviews')}?{urlencode({'show': show})}", "warning")


def orders(officer: Officer) -> OrderQuerySet:
    rows: OrderQuerySet = WorkOrder.objects.visible_to(officer)
    return rows


def orders_url(show: str) -> str:
    return f"{reverse('hotline:work-orders')}?{urlencode({'show': show})}"


def calls_url(show: str) -> str:
    return f"{reverse('hotline:calls')}?{urlencode({'show': show})}"


def worklist(officer: Officer, today: date) -> list[Task]:
    """Orders whose next step is this duty's, the most urgent first."""
    steps = STEPS.get(Duty(officer.duty))
    if steps is None:
        return []
    rows = orders(officer).filter(state__in=steps)
    if officer.duty == Duty.CASE_OFFICER:
        rows = rows.of_unit(officer).waiting_for(officer)
    return [task(order, steps[order.state]) for order in rows.for_list().by_urgency()[:MOST]]


def task(order: WorkOrder, verb: str) -> Task:
    return Task(
        number=str(order),
        title=order.call.who,
        state_label=order.get_state_display(),
        due_on=order.due_on,
        step=order.workflow.label(verb),
        url=order.get_absolute_url(),
    )
