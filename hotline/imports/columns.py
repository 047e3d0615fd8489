"""The columns of a table of calls, as the contract with the offices names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.importing.columns import Column
from casework.importing.fields import (
    ChoiceWordField,
    CountField,
    LineField,
    ListedPhoneField,
    MomentField,
    TextField,
)
from casework.importing.register import NUMBER, UNION, category_column
from hotline.models import CallRecord

DAY_SECONDS = 24 * 60 * 60

COLUMNS = [
    NUMBER,
    UNION,
    Column(
        "started_at",
        MomentField(label=gettext_lazy("Start of the call")),
        gettext_lazy("Day and time, such as 2025-11-20 09:30."),
    ),
    Column(
        "ring_seconds",
        CountField(most=DAY_SECONDS, required=False, label=gettext_lazy("Ringing (seconds)")),
        gettext_lazy("Seconds of ringing."),
    ),
    Column(
        "talk_seconds",
        CountField(most=DAY_SECONDS, required=False, label=gettext_lazy("Talking (seconds)")),
        gettext_lazy("Seconds of talking; empty when nobody answered."),
    ),
    Column(
        "caller_phone",
        ListedPhoneField(required=False, label=gettext_lazy("Telephone of the caller")),
        gettext_lazy("Telephone of the caller."),
    ),
    Column(
        "caller_name",
        LineField(max_length=60, required=False, label=gettext_lazy("Name of the caller")),
        gettext_lazy("Name of the caller."),
    ),
    Column(
        "request_type",
        ChoiceWordField(CallRecord.RequestType.values, required=False, label=gettext_lazy("Request type")),
        gettext_lazy("inquiry, assistance, complaint, tip_off, legal_service, suggestion, praise, emergency, invalid."),
    ),
    category_column(required=False),
    Column(
        "employer_name",
        LineField(max_length=200, required=False, label=gettext_lazy("Employer")),
        gettext_lazy("Employer as the caller said it."),
    ),
    Column(
        "summary",
        TextField(max_length=4000, required=False, label=gettext_lazy("What happened")),
        gettext_lazy("What happened."),
    ),
    Column(
        "operator",
        LineField(max_length=150, required=False, label=gettext_lazy("Operator")),
        gettext_lazy("User name of who answered; may be empty."),
    ),
    Column(
        "result",
        TextField(max_length=4000, required=False, label=gettext_lazy("Result of the call")),
        gettext_lazy("How the call ended: one of the words of the manual, or the answer given."),
    ),
]


def lacking(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a row must say besides: an answered call its type, a request its category and facts."""
    kind = values["request_type"]
    if values["talk_seconds"] is not None and not kind:
        yield "request_type", _("An answered call needs its request type.")
    if kind in NO_REQUEST or not is_request(values):
        return
    if not values["category"]:
        yield "category", _("A request needs its category.")
    if not values["summary"]:
        yield "summary", _("A request needs a summary of what happened.")


NO_REQUEST = {"", CallRecord.RequestType.INVALID, CallRecord.RequestType.PRAISE}


def is_request(values: dict[str, Any]) -> bool:
    """Somebody spoke, or at least left word. A telephone that only rang is no request, whatever its type says."""
    return values["talk_seconds"] is not None or bool(values["summary"])
