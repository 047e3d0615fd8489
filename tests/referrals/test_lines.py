"""The line to each authority: how much it carries, when it is broken, and that a broken one holds up nobody else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework.steady import steady
from organizations.models import Authority
from referrals import actions, transports
from referrals.causes import Cause
from referrals.clock import ClockTimestamp
from referrals.models import Circuit, Delivery
from referrals.models.circuits import AT_ONCE
from tests.factories.referrals import make_referral
from tests.referrals.conftest import open_case

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


def queue(referral, count: int, authority: Authority | None = None) -> list[Delivery]:
    """More messages like the one of the referral, each of a file of its own."""
    row = referral.deliveries.get(matter="referral.sent")
    found = authority or row.authority
    first = Delivery.objects.count()
    return Delivery.objects.bulk_create(
        Delivery(
            referral=referral, authority=found, authority_kind=found.kind, channel=row.channel, body=row.body,
            digest=row.digest, matter="referral.result", source=f"case:{90_000 + first + n}",
            queued_at=timezone.now(), next_attempt_at=timezone.now() - MINUTE, give_up_at=timezone.now() + 10 * MINUTE,
        )
        for n in range(count)
    )  # fmt: skip


class Line:
    """A transport whose lines are broken or not."""

    def __init__(self):
        self.broken, self.sent, self.error = set(), [], {"cause": Cause.BROKEN}

    def send(self, delivery, *, at):
        if delivery.authority_id in self.broken:
            raise transports.TransportError(**self.error)
        self.sent.append(delivery.pk)


@pytest.fixture
def line(monkeypatch):
    line = Line()
    monkeypatch.setitem(transports.TRANSPORTS, "desk", line)
    return line


@pytest.fixture
def referral(case):
    return make_referral(case, "queued")


@pytest.fixture
def elsewhere():
    return Authority.objects.create(kind="court", name="某某法院", region_id="532923")


def round_of_relay() -> int:
    """What is leased is carried, as by one courier that stops after each message."""
    leased = Delivery.objects.lease()
    for one in leased:
        actions.carry(Delivery.objects.begin_attempt(one.pk, one.lease, at=timezone.now()), at=timezone.now())
    return len(leased)


def make_due() -> None:
    Delivery.objects.pending().update(next_attempt_at=ClockTimestamp() - MINUTE)


def test_no_more_are_under_way_to_one_authority_than_its_line_carries(referral, elsewhere):
    queue(referral, 10)
    queue(referral, 10, elsewhere)
    Circuit.objects.create(authority=elsewhere, at_once=2)
    leased = list(Delivery.objects.filter(pk__in=[one.pk for one in Delivery.objects.lease()]))
    assert [one.authority_id for one in leased].count(elsewhere.pk) == 2
    assert len(leased) == AT_ONCE + 2
    assert Delivery.objects.lease() == []


def test_a_place_is_free_again_when_the_lease_of_a_dead_courier_ends(referral):
    queue(referral, 10)
    Delivery.objects.lease()
    Delivery.objects.update(leased_until=ClockTimestamp() - MINUTE)
    assert len(Delivery.objects.lease()) == AT_ONCE


def test_who_has_finished_one_takes_the_next_of_the_same_authority(referral, elsewhere, line):
    queue(referral, 2)
    queue(referral, 1, elsewhere)
    (first,) = Delivery.objects.lease(limit=1)
    delivery, carried = Delivery.objects.begin_attempt(first.pk, first.lease, at=timezone.now()), []
    while delivery:
        carried.append(delivery.authority_id)
        delivery = actions.carry(delivery, go_on=True)
    assert len(carried) in {1, 3}
    assert len(set(carried)) == 1
    assert Delivery.objects.pending().exclude(lease=None).count() == 0


def test_following_a_line_asks_no_more_for_the_next_message_than_it_must(
    referral, zhao, now, django_assert_max_num_queries
):
    """What a message costs is what bounds the couriers: each statement counts, those around transactions too."""
    for _n in range(3):
        make_referral(open_case(zhao, now), "queued")
    (first,) = Delivery.objects.lease(limit=1)
    with steady():
        delivery = Delivery.objects.begin_attempt(first.pk, first.lease, at=now)
        delivery = actions.carry(delivery, at=now, go_on=True)
        with django_assert_max_num_queries(24):
            assert actions.carry(delivery, at=now, go_on=True)


def test_after_five_failures_one_message_a_minute_tries_the_line(referral, line):
    line.broken.add(referral.authority_id)
    queue(referral, 20)
    while round_of_relay():
        make_due()
    circuit = Circuit.objects.get()
    assert circuit.is_open
    assert 5 <= circuit.failures <= 5 + AT_ONCE
    assert dt.timedelta(seconds=50) < circuit.probe_at - timezone.now() <= MINUTE
    tried = circuit.failures
    Circuit.objects.update(probe_at=ClockTimestamp())
    assert round_of_relay() == 1
    assert (Circuit.objects.get().failures, round_of_relay()) == (tried + 1, 0)


def test_one_that_gets_through_sends_all_that_waits(referral, line):
    line.broken.add(referral.authority_id)
    queue(referral, 8)
    while round_of_relay():
        pass
    line.broken.clear()
    make_due()
    Circuit.objects.update(probe_at=ClockTimestamp())
    assert round_of_relay() == 1
    assert not Circuit.objects.get().is_open
    while round_of_relay():
        pass
    assert not Delivery.objects.pending().exists()


def test_a_broken_line_keeps_nobody_else_waiting(referral, elsewhere, line):
    line.broken.add(referral.authority_id)
    queue(referral, 200)
    others = queue(referral, 3, elsewhere)
    round_of_relay()
    assert set(line.sent) == {one.pk for one in others}


def test_a_message_that_is_not_liked_does_not_break_the_line(referral, line):
    line.broken.add(referral.authority_id)
    line.error = {"cause": Cause.REFUSED, "status": 400, "of_line": False}
    for _n in range(7):
        round_of_relay()
        make_due()
    assert not Circuit.objects.exists()


def test_an_altered_text_is_never_sent_and_reaches_a_person(referral, line):
    Delivery.objects.update(body="another text")
    round_of_relay()
    delivery = Delivery.objects.get()
    referral.refresh_from_db()
    assert (delivery.parked_reason, referral.state, line.sent) == ("altered", "send_failed", [])


def test_a_person_may_let_later_messages_past_one_that_was_given_up(case, li, now, line):
    first, second = make_referral(case, "send_failed"), make_referral(case, "queued")
    assert Delivery.objects.lease() == []
    actions.skip(first, by=li, at=now, reason="系统停用,另行处理")
    assert [d.pk for d in Delivery.objects.lease()] == [second.deliveries.get().pk]
    assert first.deliveries.get().parked_at


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM referrals_deliveryattempt; DELETE FROM referrals_delivery",
        "UPDATE referrals_delivery SET message_id = gen_random_uuid()",
        "UPDATE referrals_delivery SET digest = ''",
        "UPDATE referrals_delivery SET source = 'case:1'",
    ],
)
def test_no_statement_deletes_or_changes_an_undelivered_message(referral, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Delivery.objects.count() == 1


def test_taking_what_is_due_asks_as_often_whatever_the_queue(referral, zhao, now, django_assert_num_queries):
    queue(referral, 50)
    with django_assert_num_queries(1):
        Delivery.objects.lease()
    make_referral(open_case(zhao, now), "queued")
    with django_assert_num_queries(1):
        Delivery.objects.lease()
