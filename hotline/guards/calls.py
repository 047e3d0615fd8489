"""Why a step on a call is not possible, in the officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from casework.deadlines import policy
from hotline.querysets import OPEN

if TYPE_CHECKING:
    from casework.workflow import Act
    from hotline.models import CallRecord


def nobody_has_it(call: CallRecord, act: Act) -> str:
    return "" if call.is_unverified else _("Somebody of the hotline has this call already.")


def somebody_has_it(call: CallRecord, act: Act) -> str:
    """What anybody may have written is nobody's request yet: it may only be taken on, or closed as none."""
    return _("Please take it on first, once you have spoken with the caller.") if call.is_unverified else ""


def may_close_directly(call: CallRecord, act: Act) -> str:
    """Only some request types may end without a work order: policy `direct_close_request_types`."""
    if call.request_type in policy("direct_close_request_types", call, act.today):
        return ""
    return _("“%(type)s” needs a work order: it cannot be closed with an answer alone.") % {
        "type": call.get_request_type_display()
    }


def answer_is_recorded(call: CallRecord, act: Act) -> str:
    return "" if call.answer.strip() else _("The answer given is missing.")


def is_no_request(call: CallRecord, act: Act) -> str:
    return "" if call.non_case else _("Please say what kind of call it was.")


def case_is_described(call: CallRecord, act: Act) -> str:
    """A unit can only act on a work order that says what happened and what is wanted."""
    lacking = {
        _("Category of the request"): call.category_id,
        _("employer as the caller says it"): call.employer_name,
        _("claim"): call.claim.strip(),
        _("place of work"): call.region_id,
    }
    missing = [name for name, value in lacking.items() if not value]
    return _("Still missing: %(fields)s.") % {"fields": _(", ").join(missing)} if missing else ""


def caller_can_be_reached(call: CallRecord, act: Act) -> str:
    if call.anonymous or call.caller_phone:
        return ""
    return _("A telephone number is needed to call back, unless the caller wishes to stay anonymous.")


def case_is_linked(call: CallRecord, act: Act) -> str:
    return "" if call.case_links.open().exists() else _("No case has been linked.")


def order_is_open(call: CallRecord, act: Act) -> str:
    """Nobody works on a closed order any more: a call about it needs one of its own."""
    if call.about and call.about.state in OPEN:
        return ""
    return _("This work order is closed. Please open a new one for the call.")


def caller_can_be_recognised(call: CallRecord, act: Act) -> str:
    """A flag is found by number or person; an anonymous caller is recognised by neither."""
    if call.anonymous:
        return _("The caller wishes to stay anonymous and is not recognised again.")
    if call.caller_phone or call.caller_id_number:
        return ""
    return _("Neither a telephone nor an identity number is recorded: nobody would see the flag.")


def has_flags(call: CallRecord, act: Act) -> str:
    return "" if call.flags.exists() else _("No flag was set on this call.")


def is_a_request(call: CallRecord, act: Act) -> str:
    """Progress is told of what was asked for."""
    return _("Nothing was asked for, so there is nothing to follow.") if call.non_case else ""
