"""The telephone of Xiangyun: an exchange, who sits where, and calls nobody has registered yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.demonstration import texts
from hotline import actions
from hotline.models import Exchange, LineCall, LineEvent
from organizations.models import Officer, UnionOrg

K = LineEvent.Kind
SEATS = {"operator": "801", "leader": "802"}
# Minutes ago, extension, seconds of ringing, seconds of talking: None rang in vain, 0 was never told to have ended.
CALLS = [
    (26, "801", 7, 185),
    (52, "802", 19, None),
    (95, "801", 4, None),
    (190, "801", 9, 64),
    (400, "802", 11, 0),
    (1500, "801", 31, None),
    (1630, "802", 5, None),
]
GIVEN_UP_BEFORE = timedelta(days=1)


def connect_telephones(now: datetime) -> None:
    """Two seats are signed on, so that a simulated call to 801 or 802 is shown at once."""
    exchange = Exchange.objects.create(
        name=texts.table("words")["exchange"], org=UnionOrg.objects.get(path="53/29/23/")
    )
    for username, extension in SEATS.items():
        officer = Officer.objects.filter(user__username=username).order_by("pk")[0]
        actions.sign_on(exchange, extension=extension, by=officer, at=now - timedelta(days=2))
    for n, (ago, extension, ring, talk) in enumerate(CALLS):
        ring_in(exchange, f"demo-{n}", extension, now - timedelta(minutes=ago), (ring, talk))
    actions.close_unended(at=now)
    account_for_old_ones(now)


def ring_in(exchange: Exchange, key: str, extension: str, began: datetime, seconds: tuple[int, int | None]) -> None:
    """The messages an exchange sends about one call."""
    ring, talk = seconds
    end = began + timedelta(seconds=ring)
    story = [(K.RINGING, began)]
    if talk is not None:
        story.append((K.ANSWERED, end))
        end += timedelta(seconds=talk)
    if talk != 0:
        story.append((K.HUNG_UP, end))
    for n, (kind, at) in enumerate(story):
        number = f"1390872{int(key.removeprefix('demo-')) * 371 % 10000:04}"
        said = actions.Told(f"{key}-{n}", kind, key, at, extension, number, "12351", f"demo/{key}.wav")
        actions.take_event(exchange, said, at=at)


def account_for_old_ones(now: datetime) -> None:
    leader = Officer.objects.filter(user__username="leader").order_by("pk")[0]
    old = LineCall.objects.unregistered().filter(began_at__lt=now - GIVEN_UP_BEFORE)
    actions.account(list(old), reason=LineCall.Reason.GIVEN_UP, by=leader, at=now)
