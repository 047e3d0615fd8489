"""Why a step on a work order is not possible, in the officer's words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.deadlines import due_day, foresee, policy
from casework.words import instant
from organizations.models import Duty

if TYPE_CHECKING:
    from casework.workflow import Act
    from hotline.models import WorkOrder


# While an order is on its way


def dispatches_here(order: WorkOrder, act: Act) -> str:
    """What was returned goes back to the organisation that took the call."""
    if act.by.path and order.call.scope.startswith(act.by.path):
        return ""
    return _("%(org)s took the call and decides where the work order goes.") % {"org": order.call.org}


def leader_decides_after_returns(order: WorkOrder, act: Act) -> str:
    most = policy("order_returns_max", order, act.today)
    if order.returns < most or act.by.duty == Duty.DUTY_LEADER:
        return ""
    words = ngettext(
        "Returned %(count)d time: the duty leader decides where it goes.",
        "Returned %(count)d times: the duty leader decides where it goes.",
        order.returns,
    )
    return words % {"count": order.returns}


def unit_is_found(order: WorkOrder, act: Act) -> str:
    return "" if order.dispatched_to_id else _("Please choose the organisation that is to handle it.")


def handler_serves_the_unit(order: WorkOrder, act: Act) -> str:
    if order.handler is None or order.handler.org_id == order.dispatched_to_id:
        return ""
    return _("The handling officer does not serve the organisation chosen.")


def is_receiving_unit(order: WorkOrder, act: Act) -> str:
    """The unit it was dispatched to acts; a superior looks on."""
    if act.by.org_id == order.org_id:
        return ""
    return _("%(org)s handles this work order.") % {"org": order.org}


def returns_are_left(order: WorkOrder, act: Act) -> str:
    most: int = policy("order_returns_max", order, act.today)
    if order.returns < most:
        return ""
    words = ngettext(
        "Returned %(count)d time already: the duty leader has decided.",
        "Returned %(count)d times already: the duty leader has decided.",
        order.returns,
    )
    return words % {"count": order.returns}


def inside_sign_limit(order: WorkOrder, act: Act) -> str:
    """Wrong unit: said within the time for signing, to the minute where the order is urgent."""
    clock = order.deadlines.of_rule(order.clock("sign")).order_by("-pk").first()
    if clock is None or (act.at <= clock.due_at if clock.due_at else act.today <= clock.due_on):
        return ""
    limit = instant(clock.due_at) if clock.due_at else clock.due_on
    return _("It could be returned until %(day)s.") % {"day": limit}


# While an order is handled


def not_overdue(order: WorkOrder, act: Act) -> str:
    limit = due_day(order, order.finish_rule)
    if limit is None or act.today <= limit:
        return ""
    return _("The order was due on %(day)s: an extension is possible only before that.") % {"day": limit}


def extensions_are_left(order: WorkOrder, act: Act) -> str:
    most: int = policy("order_extensions_max", order, act.today)
    given = sum(deadline.extensions.count() for deadline in order.deadlines.of_rule(order.finish_rule))
    if given < most:
        return ""
    return ngettext(
        "The time limit was extended once; no more is possible.",
        "The time limit was extended %(count)d times; no more is possible.",
        given,
    ) % {"count": given}


def no_case_yet(order: WorkOrder, act: Act) -> str:
    return _("Case %(case)s was opened from this work order.") % {"case": order.case} if order.case else ""


def no_matter_yet(order: WorkOrder, act: Act) -> str:
    if order.matter is None:
        return ""
    return _("Supervision matter %(matter)s was opened from this work order.") % {"matter": order.matter}


def result_is_recorded(order: WorkOrder, act: Act) -> str:
    return "" if order.result.strip() else _("The result is missing.")


def no_request_waits(order: WorkOrder, act: Act) -> str:
    waits = order.extension_requests.open().exists()
    return _("An extension has been asked for; the leader of the unit decides.") if waits else ""


def request_waits(order: WorkOrder, act: Act) -> str:
    waits = order.extension_requests.open().exists()
    return "" if waits else _("No extension has been asked for.")


def case_is_linked(order: WorkOrder, act: Act) -> str:
    linked = order.call.case_links.open().exists()
    return "" if linked else _("No case has been linked.")


# When an order is late


def not_pressed_yet(order: WorkOrder, act: Act) -> str:
    return _("The order is pressed already.") if order.is_pressed else ""


def is_pressed(order: WorkOrder, act: Act) -> str:
    return "" if order.is_pressed else _("Only a pressed order is reported on every week.")


# When an order ends


def attempts_are_left(order: WorkOrder, act: Act) -> str:
    """Who was tried often enough, on enough days, is tried no more."""
    tried = days_tried(order)
    if not tried_enough(tried, order, act.today):
        return ""
    return _("Tried %(count)d times: please record the callback as not reached.") % {"count": len(tried)}


def other_days_are_left(order: WorkOrder, act: Act) -> str:
    """The attempts still owed must reach the days they have to be spread over, or the callback could never end."""
    times, days = attempts_owed(order, act.today)
    tried = days_tried(order)
    missing = days - len({*tried, act.today})
    if missing <= max(0, times - len(tried) - 1):
        return ""
    words = _("Not reached: %(times)d attempts on %(days)d different days are needed. Please try again on another day.")
    return words % {"times": times, "days": days}


def attempts_owed(order: WorkOrder, today: date) -> tuple[int, int]:
    """How often a caller is tried before the callback ends without them, and on how many days."""
    return policy("callback_attempts", order, today), policy("callback_attempt_days", order, today)


def tried_enough(tried: list[date], order: WorkOrder, today: date) -> bool:
    times, days = attempts_owed(order, today)
    return len(tried) >= times and len(set(tried)) >= days


def caller_may_be_called(order: WorkOrder, act: Act) -> str:
    return _("The caller is anonymous and is not called back.") if order.call.anonymous else ""


def callback_is_complete(order: WorkOrder, act: Act) -> str:
    """Reached, or tried often enough on enough days, or nobody to ring, or nobody who may be rung."""
    if order.reached or order.call.anonymous or order.call.do_not_call:
        return ""
    tried = days_tried(order)
    if tried_enough(tried, order, act.today):
        return ""
    times, days = attempts_owed(order, act.today)
    words = _("Not reached: %(times)d attempts on %(days)d different days are needed, %(tried)d are recorded.")
    return words % {"times": times, "days": days, "tried": len(tried)}


def days_tried(order: WorkOrder) -> list[date]:
    return [timezone.localdate(at) for at in order.attempts.since(order.fed_back_at).values_list("at", flat=True)]


def may_be_sent_back(order: WorkOrder, act: Act) -> str:
    most: int = policy("order_redos_max", order, act.today)
    if order.send_backs < most:
        return ""
    return _("It was sent back before; please call the caller and decide then.")


def caller_is_dissatisfied(order: WorkOrder, act: Act) -> str:
    return "" if order.is_dissatisfied else _("The caller was not dissatisfied.")


def reopening_time_is_over(order: WorkOrder, act: Act) -> str:
    """A closed order can be taken up again for some time before it is archived."""
    assert order.closed_on
    _rule, period = foresee(order.org.region, "order.archive", order.closed_on)
    if act.today > period.due_on:
        return ""
    return _("It is archived after %(day)s.") % {"day": period.due_on}


def is_same_caller(order: WorkOrder, act: Act) -> str:
    """Merged is only what one caller said twice. An anonymous or confidential caller is never matched by number."""
    other = order.merged_into
    if other is None or other.pk == order.pk or not other.is_open:
        return _("Please name another open work order.")
    if order.call_id == other.call_id or order.comes_from_caller_of(other.call):
        return ""
    return _("%(order)s does not come from the same caller.") % {"order": other}
