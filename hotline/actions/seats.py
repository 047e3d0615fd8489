"""Who sits at which extension."""

from __future__ import annotations

from datetime import datetime

from casework.transactions import one_transaction
from hotline.models import Exchange, Seat
from hotline.telephony.notices import tell
from organizations.models import Officer


@one_transaction
def sign_on(exchange: Exchange, *, extension: str, by: Officer, at: datetime) -> Seat:
    """Sit down at an extension. Whoever sat there before has left without signing off; so has one from another seat."""
    Officer.objects.select_for_update(of=("self",)).get(pk=by.pk)
    Exchange.objects.select_for_update(of=("self",)).get(pk=exchange.pk)
    taken = Seat.objects.taken().select_for_update()
    former = list(taken.filter(officer=by)) + list(taken.filter(exchange=exchange, extension=extension))
    for seat in former:
        seat.until = at
        seat.save(update_fields=["until"])
        tell([seat.officer_id], by.path)
    seat = Seat.objects.create(exchange=exchange, extension=extension, officer=by, since=at)
    tell([by.pk], by.path)
    return seat


@one_transaction
def sign_off(*, by: Officer, at: datetime) -> None:
    Seat.objects.taken().filter(officer=by).update(until=at)
    tell([by.pk], by.path)
