"""The outbox: rows decide, and none is lost, doubled or overtaken."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from hotline.models import WorkOrder
from organizations.models import Authority
from referrals import actions, outbox, transports
from referrals.causes import Cause
from referrals.clock import ClockTimestamp
from referrals.conservation import balance
from referrals.desk import cards, worklist
from referrals.models import Circuit, Delivery, DeliveryAttempt, InboxEntry, Referral
from tests.factories import supervision
from tests.factories.hotline import OrderFactory
from tests.factories.incoming import came_in, endpoint_of, opened
from tests.factories.referrals import make_referral, officer, recall
from tests.referrals.conftest import open_case

MINUTE = dt.timedelta(minutes=1)


def lease_one() -> Delivery:
    (delivery,) = Delivery.objects.lease()
    return delivery


def begin(delivery: Delivery) -> Delivery | None:
    return Delivery.objects.begin_attempt(delivery.pk, delivery.lease, at=timezone.now())


def make_due(**which) -> None:
    """As if the time had passed."""
    past = ClockTimestamp() - MINUTE
    Delivery.objects.filter(**which).update(next_attempt_at=past, leased_until=past)


class Failing:
    """A desk that is out of reach."""

    def send(self, delivery, *, at):
        raise transports.TransportError(Cause.NO_CONNECTION)


@pytest.fixture
def out_of_reach(monkeypatch):
    monkeypatch.setitem(transports.TRANSPORTS, "desk", Failing())


@pytest.mark.django_db
def test_an_aborted_transaction_leaves_neither_referral_nor_delivery(case):
    with transaction.atomic():
        make_referral(case, "queued")
        transaction.set_rollback(True)
    assert not Referral.objects.exists()
    assert not Delivery.objects.exists()


@pytest.mark.django_db
def test_a_lease_is_held_until_it_ends(case):
    make_referral(case, "queued")
    delivery = lease_one()
    assert Delivery.objects.lease() == []
    make_due(pk=delivery.pk)
    again = lease_one()
    assert again.pk == delivery.pk
    assert again.lease != delivery.lease


@pytest.mark.django_db
def test_an_old_lease_begins_nothing(case):
    make_referral(case, "queued")
    old = lease_one()
    make_due()
    new = lease_one()
    assert begin(old) is None
    assert begin(new) is not None


@pytest.mark.django_db
def test_a_message_handed_out_twice_begins_one_attempt(case):
    make_referral(case, "queued")
    delivery = lease_one()
    assert begin(delivery) is not None
    assert begin(delivery) is None
    assert DeliveryAttempt.objects.count() == 1


@pytest.mark.django_db
def test_the_attempt_is_written_before_the_send_and_completed_after_it(case, monkeypatch):
    seen = []

    class Watching(transports.AuthorityDesk):
        def send(self, delivery, *, at):
            seen.extend(delivery.tries.values_list("n", "outcome", "finished_at"))
            super().send(delivery, at=at)

    monkeypatch.setitem(transports.TRANSPORTS, "desk", Watching())
    referral = make_referral(case, "sent")
    assert seen == [(1, "", None)]
    done = DeliveryAttempt.objects.get()
    assert done.outcome == "sent"
    assert done.finished_at
    assert referral.deliveries.get().done_at


@pytest.mark.django_db
def test_sending_again_is_one_effect(case, now):
    referral = make_referral(case, "sent")
    received = InboxEntry.objects.get().received_at
    transports.AuthorityDesk().send(referral.deliveries.get(), at=now + MINUTE)
    assert InboxEntry.objects.get().received_at == received


@pytest.mark.django_db
def test_two_senders_of_the_same_message_deliver_once(case, now):
    """A slow worker whose lease ended, and the one that took over."""
    referral = make_referral(case, "queued")
    slow = begin(lease_one())
    make_due()
    quick = begin(lease_one())
    for delivery in (quick, slow):
        actions.carry(delivery)
    referral.refresh_from_db()
    assert referral.state == "sent"
    assert [e.verb for e in referral.events.all()].count("delivered") == 1
    assert InboxEntry.objects.count() == 1


@pytest.mark.django_db
def test_the_failure_of_a_late_sender_does_not_undo_a_delivery(case, now, monkeypatch):
    make_referral(case, "queued")
    slow = begin(lease_one())
    make_due()
    actions.carry(begin(lease_one()))
    actions.postpone(slow, transports.TransportError(Cause.TIMED_OUT), at=now)
    delivery = Delivery.objects.get()
    assert delivery.done_at
    assert Delivery.objects.lease() == []


@pytest.mark.django_db
def test_a_recall_during_the_send_wins(case, now):
    referral = make_referral(case, "queued")
    delivery = begin(lease_one())
    recall(referral, now)
    actions.carry(delivery)
    referral.refresh_from_db()
    assert referral.state == "recalled"
    assert Delivery.objects.get().done_at is None


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(1, 10), (2, 60), (3, 300), (4, 900), (5, 1800), (6, 3600), (7, 3600), (240, 3600)]
)
def test_the_pause_grows_to_an_hour_with_twenty_percent_of_chance(attempts, seconds):
    pauses = [outbox.back_off(attempts).total_seconds() for _ in range(200)]
    assert seconds * 0.8 <= min(pauses) < max(pauses) <= seconds * 1.2


@pytest.mark.django_db
def test_a_failure_is_tried_again_after_the_pause(case, out_of_reach):
    make_referral(case, "queued")
    actions.carry(begin(lease_one()))
    delivery = Delivery.objects.get()
    assert dt.timedelta(seconds=6) < delivery.next_attempt_at - timezone.now() < dt.timedelta(seconds=13)
    assert Delivery.objects.lease() == []
    tried = DeliveryAttempt.objects.get()
    assert (tried.outcome, tried.error) == ("failed", "no_connection")


@pytest.mark.django_db
def test_after_ten_days_a_person_takes_over_and_nothing_is_lost(case, out_of_reach, li, now):
    referral = make_referral(case, "queued")
    Delivery.objects.update(give_up_at=ClockTimestamp())
    actions.carry(begin(lease_one()))
    referral.refresh_from_db()
    assert referral.state == "send_failed"
    assert referral.deliveries.get().parked_at
    make_due()
    assert Delivery.objects.lease() == []
    assert [task.number for task in worklist(li, timezone.localdate())] == [referral.number]


@pytest.mark.django_db
def test_a_message_whose_senders_die_reaches_a_person_too(case):
    referral = make_referral(case, "queued")
    begin(lease_one())
    Delivery.objects.update(give_up_at=ClockTimestamp())
    make_due()
    actions.carry(begin(lease_one()))
    referral.refresh_from_db()
    assert referral.state == "send_failed"
    assert not InboxEntry.objects.exists()


@pytest.mark.django_db
def test_each_death_of_a_sender_makes_the_next_attempt_later(case):
    make_referral(case, "queued")
    Delivery.objects.update(attempts=5)
    begun = begin(lease_one())
    assert begun.next_attempt_at - timezone.now() > 40 * MINUTE


@pytest.mark.django_db
def test_trying_again_gives_the_same_message_ten_more_days(case, li, now):
    referral = make_referral(case, "send_failed")
    before = referral.deliveries.get()
    actions.resend(referral, by=li, at=now)
    actions.carry(begin(lease_one()))
    after = referral.deliveries.get()
    assert (after.message_id, after.body) == (before.message_id, before.body)
    assert after.done_at


@pytest.mark.django_db
def test_a_later_message_of_the_same_file_waits_for_the_earlier_one(case, zhao, now):
    first, second = make_referral(case, "queued"), make_referral(case, "queued")
    elsewhere = make_referral(open_case(zhao, now), "queued")
    assert {d.referral_id for d in Delivery.objects.lease()} == {first.pk, elsewhere.pk}
    actions.deliver_at_once(first, at=now)
    assert [d.referral_id for d in Delivery.objects.lease()] == [second.pk]


@pytest.mark.django_db
def test_a_parked_message_holds_back_the_next_until_a_person_decides(case, now):
    first, second = make_referral(case, "send_failed"), make_referral(case, "queued")
    assert Delivery.objects.lease() == []
    recall(first, now)
    assert [d.referral_id for d in Delivery.objects.lease()] == [second.pk]


@pytest.mark.django_db
def test_whoever_waits_for_the_message_of_another_union_is_told_and_so_is_that_union(client, case, li, now):
    first = make_referral(case, "send_failed")
    second = make_referral(case, "queued")
    above, beside = officer("liaison", "532900"), officer("liaison", "532924")
    Referral.objects.filter(pk=second.pk).update(org=beside.org, scope=beside.org.path)

    def told(reader, referral):
        client.force_login(reader.user)
        return " ".join(client.get(referral.get_absolute_url()).context["order"])

    def held(reader):
        return [str(card.title) for card in cards(reader, now.date()) if "waiting=held_back" in card.url]

    assert li.org.name in told(beside, second)
    assert first.number not in told(beside, second)
    assert beside.org.name in told(li, first)
    assert held(beside)
    assert held(above)
    assert not held(li)
    client.force_login(beside.user)
    assert second.number in client.get("/referrals/?waiting=held_back").content.decode()
    actions.skip(first, by=li, at=now, reason="另行当面送达")
    assert (told(beside, second), told(li, first), held(beside)) == ("", "", [])


def of_one_case(case, zhao, now, link: str) -> tuple[Referral, Referral]:
    """Two referrals of one case to the HR office, from two of its files."""
    if link.startswith("order"):
        order = OrderFactory()
        mine = WorkOrder.objects.filter(pk=order.pk)
        mine.update(case=case if link.endswith("before") else None)
        order.refresh_from_db()
        first = make_referral(order, "queued", kind="inspection", by=zhao)
        mine.update(case=case)
        return first, make_referral(case, "queued")
    supervisor = officer("supervisor")
    document = supervision.draft(supervisor, now, supervision.matter(supervisor, now, case=case))
    files = {"case": (case, "hr_joint_mediation"), "document": (document, "inspection")}
    return tuple(make_referral(files[name][0], "queued", kind=files[name][1]) for name in link.split(", then "))


LINKS = ["order linked before", "order linked between", "document, then case", "case, then document"]


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.django_db
def test_messages_of_one_case_keep_their_order_from_whichever_file_they_come(case, zhao, now, link):
    first, second = of_one_case(case, zhao, now, link)
    assert first.authority == second.authority
    assert [d.referral_id for d in Delivery.objects.lease()] == [first.pk]
    actions.deliver_at_once(first, at=now)
    assert [d.referral_id for d in Delivery.objects.lease()] == [second.pk]


@pytest.mark.django_db
def test_what_a_court_assigned_and_the_case_opened_from_it_are_one_case(li, now):
    assigned = came_in(channel="http")
    endpoint_of(assigned.authority)
    assigned = actions.sign_in(assigned, by=li, at=now, acked_on=now.date())
    case = opened(assigned, at=now).case
    later = make_referral(case, "queued", kind="judicial_confirmation")
    assert later.authority == assigned.authority
    assert [d.matter for d in Delivery.objects.lease()] == ["referral.received"]


@pytest.mark.parametrize("state", ["queued", "send_failed"])
@pytest.mark.django_db
def test_what_another_authority_is_told_of_the_same_file_waits_for_nobody(case, state):
    """The seats of a joint matter: one dead system must not silence the other authorities."""
    dead, alive = make_referral(case, state), make_referral(case, "queued", kind="support_suing")
    assert dead.authority != alive.authority
    assert alive.deliveries.get().pk in {d.pk for d in Delivery.objects.lease()}


@pytest.mark.django_db
def test_accepted_is_delivered_pending_parked_and_cancelled(zhao, now):
    for state in ("draft", "queued", "sent", "send_failed", "recalled", "acknowledged"):
        make_referral(open_case(zhao, now), state)
    recall(make_referral(open_case(zhao, now), "queued"), now)
    found = balance()
    assert (found.accepted, found.delivered, found.pending, found.parked, found.cancelled) == (5, 2, 1, 1, 1)
    assert found.holds
    with connection.cursor() as cursor:  # as somebody might who owns the database
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE referrals_delivery DISABLE TRIGGER referrals_delivery_keep")
        cursor.execute("DELETE FROM referrals_delivery WHERE cancelled_at IS NOT NULL")
    assert balance().missing == 1


@pytest.mark.django_db
def test_the_identifier_sorts_by_time_and_never_changes(case):
    first, second = make_referral(case, "queued"), make_referral(case, "queued")
    ids = [d.message_id for d in Delivery.objects.order_by("pk")]
    assert all(isinstance(i, UUID) and i.version == 7 for i in ids)
    assert ids[0].int >> 80 <= ids[1].int >> 80
    assert {first.pk, second.pk} == {d.referral_id for d in Delivery.objects.all()}


@pytest.mark.django_db
def test_an_authority_out_of_service_is_a_failure_that_is_tried_again(case, now):
    referral = make_referral(case, "queued")
    Authority.objects.filter(pk=referral.authority_id).update(active=False)
    actions.deliver_at_once(referral, at=now)
    assert DeliveryAttempt.objects.get().outcome == "failed"
    assert Delivery.objects.pending().exists()


@pytest.mark.django_db(transaction=True)
def test_eight_relays_at_once_take_no_row_twice(zhao, now):
    make_many(zhao, now, 50)
    barrier = threading.Barrier(8, timeout=20)

    def take(_n):
        barrier.wait()
        taken = []
        try:
            while found := Delivery.objects.lease(limit=3):
                taken += [d.pk for d in found]
        finally:
            connection.close()
        return taken

    with ThreadPoolExecutor(8) as pool:
        taken = [pk for part in pool.map(take, range(8), timeout=20) for pk in part]
    assert len(taken) == len(set(taken)) == 50


def make_many(by, at, count: int) -> None:
    """Fifty deliveries of fifty files, as rows: what is tested is the lease."""
    referral = make_referral(open_case(by, at), "queued")
    row = Delivery.objects.get(referral=referral)
    Delivery.objects.bulk_create(
        Delivery(
            referral=referral, message_id=uuid4(), authority_kind=row.authority_kind, channel=row.channel,
            authority=row.authority, source=f"case:{10_000 + n}", body="{}", queued_at=at,
        )
        for n in range(count - 1)
    )  # fmt: skip
    Delivery.objects.update(next_attempt_at=F("next_attempt_at") - MINUTE)
    Circuit.objects.create(authority=row.authority, at_once=count)


@pytest.mark.django_db(transaction=True)
def test_one_lease_begun_by_eight_workers_is_one_attempt(case):
    make_referral(case, "queued")
    delivery = lease_one()
    barrier = threading.Barrier(8, timeout=20)

    def attempt(_n):
        barrier.wait()
        try:
            return begin(delivery) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(8), timeout=20)) == 1
    assert DeliveryAttempt.objects.count() == 1
