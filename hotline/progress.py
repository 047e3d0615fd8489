"""What a caller may ask without signing in: how far a matter is, against its number and a six-digit secret.

The secret is kept only as a keyed hash, bound to the call. Attempts are counted before anything is looked up.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import randbelow
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.deadlines import policy_in
from casework.secrets import vault
from hotline.models import CallRecord, WorkOrder
from organizations.login import count
from organizations.models import LoginAttempt

CONTEXT = "hotline.progress"
SPAN = timedelta(days=1)
DIGITS = 6
MOST_CALLS = 20

# State of the matter: what it is, and what comes next, in plain words.
WORDS: dict[str, tuple[Any, Any]] = {
    "call registered": (_("Your call has been taken down."), _("You will get an answer from the hotline.")),
    "call closed": (_("Your question has been answered."), _("Nothing more is to be done.")),
    "registered": (_("Your matter is being handed to the union in charge."), _("The hotline chooses that union.")),
    "dispatched": (_("Your matter was sent to the union in charge."), _("That union signs for it.")),
    "signed": (_("The union in charge has taken your matter on."), _("An officer gets in touch or begins to inquire.")),
    "in_progress": (_("Your matter is being handled."), _("The union tells the hotline what was achieved.")),
    "suspended": (_("Your matter waits for papers or for another body."), _("Handling goes on when they have come.")),
    "feedback_given": (
        _("The union has reported the result."),
        _("The hotline asks whether you are satisfied."),
    ),
    "callback_done": (_("The result has been checked with you."), _("The matter is closed, or done again.")),
    "closed": (_("Your matter is closed."), _("If it is not settled, please call 12351 again.")),
    "archived": (_("Your matter is closed."), _("If it is not settled, please call 12351 again.")),
    "merged": (_("Your matter is handled together with another one."), _("That one goes on.")),
}
ANONYMOUS_NEXT: dict[str, Any] = {
    "signed": _("An officer begins to inquire."),
    "feedback_given": _("The result is checked; you are not called, as you wished."),
    "callback_done": _("The matter is closed, or done again."),
}


@dataclass(frozen=True)
class Progress:
    """Number, state, next step and days. Nothing that tells who called or what about."""

    number: str
    state: str
    following: str
    days: list[tuple[Any, date]]
    may_rate: bool = False


def new_secret() -> str:
    return f"{randbelow(10**DIGITS):0{DIGITS}}"


def hash_of(call_pk: int, secret: str) -> str:
    return vault.fingerprint(f"{call_pk}:{secret}", CONTEXT)


def fits(call: CallRecord, secret: str) -> bool:
    """Whether the secret is that of the call, under the current key or a former one."""
    known = vault.fingerprints(f"{call.pk}:{secret}", CONTEXT)
    return bool(call.code_hash) and any([hmac.compare_digest(call.code_hash, one) for one in known])


def insist_on_measure(number: str, address: str, today: date) -> None:
    """A six-digit secret is only as good as the number of guesses. Raises TooManyAttempts."""
    for key, code in ((number_key(number), "number"), (f"progress-address:{address}", "address")):
        count(key, policy_in(f"progress_attempts_per_{code}", None, today), SPAN)


def insist_on_few(phone: str, address: str, today: date) -> None:
    """Anybody may write, nobody may flood the hotline. Raises TooManyAttempts."""
    numbered = vault.fingerprint(phone, CONTEXT)
    for key, code in ((f"online:{numbered}", "number"), (f"online-address:{address}", "address")):
        count(key, policy_in(f"online_requests_per_{code}", None, today), SPAN)


def forgive(number: str) -> None:
    """Who knew the secret is not counted."""
    LoginAttempt.objects.filter(key=number_key(number)).delete()


def number_key(number: str) -> str:
    return f"progress:{number[:60]}"


def progress_of(number: str, secret: str) -> Progress | None:
    """How far the matter of this call or work order is; None when number and secret do not fit together."""
    call, order = matter_of(number, secret)
    return told(number, call, order) if call else None


def matter_of(number: str, secret: str) -> tuple[CallRecord | None, WorkOrder | None]:
    """The call the secret belongs to, and the work order of that number or the newest one of the call."""
    call = next((call for call in calls_of(number) if fits(call, secret)), None)
    orders = list(call.orders.select_related("merged_into").order_by("pk")) if call else []
    return call, next((order for order in orders if order.number == number), orders[-1] if orders else None)


def calls_of(number: str) -> list[CallRecord]:
    """The calls of that number and those behind the work orders of that number: one, as a rule."""
    coded = CallRecord.objects.exclude(code_hash="")
    of_orders = WorkOrder.objects.filter(number=number).values_list("call", flat=True)[:MOST_CALLS]
    return [*coded.filter(number=number)[:MOST_CALLS], *coded.filter(pk__in=list(of_orders))]


def told(number: str, call: CallRecord, order: WorkOrder | None) -> Progress:
    goes_on = order.merged_into if order and order.merged_into else order
    key = goes_on.state if goes_on else f"call {call.state}"
    state, following = WORDS[key]
    if call.anonymous:
        following = ANONYMOUS_NEXT.get(key, following)
    if order is not goes_on:
        state = WORDS["merged"][0]
    may_rate = order is not None and order.state == WorkOrder.State.FEEDBACK_GIVEN
    return Progress(number, str(state), str(following), days_of(call, goes_on), may_rate)


def days_of(call: CallRecord, order: WorkOrder | None) -> list[tuple[Any, date]]:
    known: list[tuple[Any, date | None]] = [(gettext("Called on"), call.received_on)]
    if order:
        known += [
            (gettext("Sent to the union on"), order.dispatched_on),
            (gettext("Signed for on"), order.signed_on),
            (gettext("Closed on"), order.closed_on),
            (gettext("Next step due by"), order.due_on if order.is_open else None),
        ]
    return [(label, day) for label, day in known if day]
