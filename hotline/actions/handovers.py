"""A call and its half-filled form go over to a colleague: offered, then accepted, declined or taken back."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from casework.errors import Refused, WrongDuty
from casework.models import Draft
from casework.transactions import one_transaction
from hotline.models import Handover, LineCall
from hotline.querysets import ANSWER_CALLS
from hotline.telephony.notices import tell
from hotline.telephony.settlement import settle
from organizations.models import Officer, User

A = Handover.Answer


@one_transaction
def offer(*, call: LineCall | None, draft_key: str, receiver: Officer, by: Officer, at: datetime) -> Handover:
    """Offer the call and the form to a colleague. The draft stays with the sender until somebody accepts it.

    Raises WrongDuty for a colleague who answers no calls, Refused while another offer of it is open.
    """
    if by.duty not in ANSWER_CALLS or receiver.duty not in ANSWER_CALLS:
        raise WrongDuty(_("Calls go over between those who answer calls."))
    if receiver.user_id == by.user_id:
        raise Refused(_("A call is handed over to somebody else."))
    if call is not None and call.record_id:
        raise Refused(_("The call is registered: what follows from it is dispatched there."))
    if Handover.objects.offered().filter(sender=by, draft_key=draft_key).exists():
        raise Refused(_("This call is offered already. Take the offer back first."))
    return written(call, draft_key, by, receiver, at)


def offer_quietly(call: LineCall, *, sender: Officer, receiver: Officer, at: datetime) -> None:
    """The same after a transfer at the telephone: an open offer of the form gives way to it."""
    open_ones = Handover.objects.offered().filter(sender=sender, draft_key=call.draft_key)
    open_ones.update(answer=A.WITHDRAWN, answered_at=at)
    written(call, call.draft_key, sender, receiver, at)


def written(call: LineCall | None, draft_key: str, sender: Officer, receiver: Officer, at: datetime) -> Handover:
    made = Handover.objects.create(call=call, draft_key=draft_key, sender=sender, receiver=receiver, offered_at=at)
    tell([sender.pk, receiver.pk], sender.path)
    return made


@one_transaction
def accept(handover: Handover, *, by: Officer, at: datetime) -> Handover:
    """The receiver goes on: the call and what was typed are theirs. Raises Refused when it is answered already."""
    held = open_offer(handover, by)
    if held.receiver_id != by.pk:
        raise WrongDuty(_("The call is offered to somebody else."))
    answered(held, A.ACCEPTED, at)
    move_draft(held)
    if held.call_id:
        settle(LineCall.objects.select_for_update(of=("self",)).select_related("exchange__org").get(pk=held.call_id))
    return held


@one_transaction
def refuse(handover: Handover, *, by: Officer, at: datetime) -> Handover:
    """The receiver declines, or the sender takes the offer back: nothing has moved."""
    held = open_offer(handover, by)
    return answered(held, A.DECLINED if held.receiver_id == by.pk else A.WITHDRAWN, at)


def open_offer(handover: Handover, by: Officer) -> Handover:
    held: Handover = Handover.objects.visible_to(by).select_for_update(of=("self",)).get(pk=handover.pk)
    if not held.is_open:
        raise Refused(_("This offer has been answered already."))
    return held


def answered(held: Handover, answer: str, at: datetime) -> Handover:
    held.answer, held.answered_at = answer, at
    held.save(update_fields=["answer", "answered_at"])
    tell([held.sender_id, held.receiver_id], held.sender.path)
    return held


def move_draft(held: Handover) -> None:
    """What the sender typed becomes the receiver's draft. Text of the receiver's own under that key stays theirs."""
    draft = Draft.objects.select_for_update().filter(user=held.sender.user, key=held.draft_key).first()
    if draft is None or Draft.objects.filter(user=held.receiver.user, key=held.kept_key).exists():
        return
    assert held.receiver.user
    draft.user, draft.key = held.receiver.user, held.kept_key
    draft.save(update_fields=["user", "key"])


def next_revision(user: User, key: str) -> int:
    """Above what is kept: whoever hands a form over means what stands in it now."""
    kept = Draft.objects.filter(user=user, key=key).values_list("revision", flat=True).first()
    return (kept or 0) + 1
