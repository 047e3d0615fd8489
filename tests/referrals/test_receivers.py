"""What each kind of receiver makes of a message, and that every attempt is the same message freshly signed."""

from __future__ import annotations

import datetime as dt
from ipaddress import ip_network

import pytest
from django.utils import timezone
from standardwebhooks import Webhook

from organizations.models import User
from receiver_kit import Inbox
from referrals import actions
from referrals.clock import ClockTimestamp
from referrals.models import Circuit, Delivery, DeliveryAttempt, Endpoint
from referrals.transports.connections import open_links
from tests.factories.referrals import make_referral
from tests.referrals import receivers as those
from tests.referrals.certificates import TestAuthority
from tests.referrals.conftest import open_case
from tests.referrals.receivers import World, answering, receiver

pytestmark = pytest.mark.django_db
ROUNDS = 3
MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory) -> TestAuthority:
    return TestAuthority(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def near(settings, certificates):
    """Loopback is allowed, our test authority believed, and patience short."""
    settings.DELIVERY_NETWORKS = [ip_network("127.0.0.0/8")]
    settings.DELIVERY_CA_FILE = str(certificates.file)
    settings.DELIVERY_CONNECT_SECONDS, settings.DELIVERY_TOTAL_SECONDS = 1.0, 2.0


def endpoint_of(authority, port: int, path: str = "/referrals") -> Endpoint:
    first, second = (User.objects.get_or_create(username=f"admin{n}")[0] for n in (1, 2))
    address = f"https://127.0.0.1:{port}{path}"
    values = {"address": address, "entered_by": first, "confirmed_by": second}
    return Endpoint.objects.update_or_create(authority=authority, defaults=values)[0]


@pytest.fixture
def queued(case):
    """A referral to an authority that is told by HTTP; where, each test says."""
    draft = make_referral(case)
    endpoint_of(draft.authority, 1)
    return actions_approve(draft)


def actions_approve(draft):
    from tests.factories.referrals import approve

    return approve(draft, timezone.now())


@pytest.fixture
def world(tmp_path, queued) -> World:
    return World(Inbox(tmp_path / "inbox.sqlite"), Endpoint.objects.get().secrets)


def attempt(n: int = 0) -> None:
    """One round of the relay, with whatever waits made due; nothing happens when nothing is pending."""
    past = ClockTimestamp() - MINUTE
    Delivery.objects.pending().update(next_attempt_at=past, leased_until=past)
    Circuit.objects.update(probe_at=None)
    for leased in Delivery.objects.lease():
        begun = Delivery.objects.begin_attempt(leased.pk, leased.lease, at=timezone.now())
        actions.carry(begun, at=timezone.now() + dt.timedelta(seconds=n))


def carried(queued, world, act, certificates, rounds: int = ROUNDS, **flaws) -> Delivery:
    with receiver(world, certificates.server_side(**flaws), act) as port:
        endpoint_of(queued.authority, port)
        for n in range(rounds):
            attempt(n)
    return Delivery.objects.get()


def drip(status: str) -> bytes:
    return f"HTTP/1.1 {status}\r\nX: {'y' * 400}\r\n\r\n".encode()


# what the receiver does; the state of the referral after three rounds; attempts; why; status that was told
WORLD = [
    ("200", answering(200), "sent", 1, "", 200),
    ("200 with a text", answering(200, body=b'{"ok": true}'), "sent", 1, "", 200),
    ("202", answering(202), "sent", 1, "", 202),
    ("204", answering(204), "sent", 1, "", 204),
    ("301", answering(301, "Location: https://127.0.0.1/elsewhere"), "queued", 3, "redirected", 301),
    ("307", answering(307, "Location: https://127.0.0.1/elsewhere"), "queued", 3, "redirected", 307),
    ("400", answering(400), "queued", 3, "refused", 400),
    ("401", answering(401), "queued", 3, "untrusted", 401),
    ("404", answering(404), "queued", 3, "not_found", 404),
    ("410", answering(410), "send_failed", 1, "gone", 410),
    ("429", answering(429, "Retry-After: 7200"), "queued", 3, "busy", 429),
    ("500", answering(500), "queued", 3, "broken", 500),
    ("502", answering(502), "queued", 3, "broken", 502),
    ("503", answering(503), "queued", 3, "broken", 503),
    ("200 cut short", answering(200, body=b"half", length=400), "queued", 3, "broken_off", None),
    ("an endless body", those.endless, "queued", 3, "too_long", None),
    ("endless headers", those.endless_headers, "queued", 3, "not_http", None),
    ("a reset", those.resetting, "queued", 3, "broken_off", None),
    ("closed without a word", those.closing, "queued", 3, "broken_off", None),
    ("another protocol", those.rubbish, "queued", 3, "not_http", None),
]


@pytest.mark.parametrize(
    ("act", "state", "attempts", "cause", "status"), [w[1:] for w in WORLD], ids=[w[0] for w in WORLD]
)
def test_what_a_receiver_does_and_what_becomes_of_the_message(
    queued, world, certificates, act, state, attempts, cause, status
):
    delivery = carried(queued, world, act, certificates)
    queued.refresh_from_db()
    last = DeliveryAttempt.objects.order_by("n").last()
    assert (queued.state, delivery.attempts, last.error, last.status) == (state, attempts, cause, status)
    assert len(world.taken) == attempts
    assert bool(delivery.parked_at) == (state == "send_failed")
    assert_same_message(world, delivery)


def assert_same_message(world: World, delivery: Delivery) -> None:
    """The same number and bytes each time, and a signature of that time which holds."""
    headers = [{name.lower(): value for name, value in taken.headers.items()} for taken in world.taken]
    assert {h["webhook-id"] for h in headers} <= {str(delivery.message_id)}
    assert {taken.body for taken in world.taken} <= {delivery.payload}
    assert len({h["webhook-timestamp"] for h in headers}) == len(headers)
    assert len({h["webhook-signature"] for h in headers}) == len(headers)
    for taken, told in zip(world.taken, headers, strict=True):
        Webhook(world.secrets[0]).verify(taken.body, told)


@pytest.mark.parametrize(
    ("act", "cause"),
    [
        (those.hanging, "timed_out"),
        (those.one_byte_at_a_time(drip("200 OK")), "timed_out"),
        (those.always_continue, "timed_out"),
    ],
    ids=["hangs", "one byte a second", "says 100 for ever"],
)
def test_whoever_takes_too_long_is_left_whatever_arrives_meanwhile(queued, world, certificates, act, cause, settings):
    settings.DELIVERY_TOTAL_SECONDS = 0.4
    delivery = carried(queued, world, act, certificates, rounds=1)
    assert (delivery.attempts, DeliveryAttempt.objects.get().error) == (1, cause)
    assert delivery.done_at is None


@pytest.mark.parametrize(
    ("flaws", "cause"), [({"expired": True}, "certificate"), ({"other_name": True}, "certificate")], ids=str
)
def test_a_wrong_certificate_gets_nothing(queued, world, certificates, flaws, cause):
    delivery = carried(queued, world, answering(200), certificates, **flaws)
    assert (delivery.attempts, DeliveryAttempt.objects.order_by("n").last().error) == (3, cause)
    assert world.taken == []


def test_a_certificate_of_an_unknown_authority_gets_nothing(queued, world, certificates, settings):
    settings.DELIVERY_CA_FILE = ""
    carried(queued, world, answering(200), certificates, rounds=1)
    assert DeliveryAttempt.objects.get().error == "certificate"


def test_a_receiver_without_tls_gets_nothing(queued, world):
    with receiver(world, None, answering(200)) as port:
        endpoint_of(queued.authority, port)
        attempt()
    assert DeliveryAttempt.objects.get().error in {"no_connection", "timed_out"}
    assert world.taken == []


def test_nobody_listening_is_no_connection(queued):
    attempt()
    assert DeliveryAttempt.objects.get().error == "no_connection"


def test_an_address_nobody_confirmed_gets_nothing(queued, world, certificates):
    with receiver(world, certificates.server_side(), answering(200)) as port:
        endpoint_of(queued.authority, port)
        Endpoint.objects.update(confirmed_by=None)
        attempt()
    assert DeliveryAttempt.objects.get().error == "no_address"
    assert world.taken == []


@pytest.mark.parametrize(
    ("told", "least", "most"),
    [
        ("7200", dt.timedelta(minutes=119), dt.timedelta(minutes=121)),
        ("864000", dt.timedelta(hours=23), dt.timedelta(hours=24)),
        ("0", dt.timedelta(seconds=6), dt.timedelta(seconds=13)),
        ("soon", dt.timedelta(seconds=6), dt.timedelta(seconds=13)),
    ],
)
def test_a_rest_that_is_asked_for_is_given_for_a_day_at_most(queued, world, certificates, told, least, most):
    delivery = carried(queued, world, answering(429, f"Retry-After: {told}"), certificates, rounds=1)
    assert least <= delivery.next_attempt_at - timezone.now() <= most


def test_a_rest_is_given_to_the_whole_authority(queued, world, certificates, case):
    carried(queued, world, answering(503, "Retry-After: 7200"), certificates, rounds=1)
    assert Circuit.objects.get().probe_at - timezone.now() > HOUR


def test_the_partner_keeps_once_what_is_sent_twice_and_knows_both_secrets(queued, world, certificates):
    """The first answer is lost on the way: the message comes again, and is one matter there."""
    seen = []

    def forgetful(link, taken):
        seen.append(world.accept(taken))
        if len(seen) == 1:
            those.resetting(link, taken)
        else:
            answering(seen[-1])(link, taken)

    endpoint = Endpoint.objects.get()
    endpoint.former_secret = "whsec_" + "bmV2ZXIgbW9yZSB0aGFuIGEgdGVzdA=="
    endpoint.save()
    world.secrets = [endpoint.former_secret]  # the partner has not changed over yet
    delivery = carried(queued, world, forgetful, certificates)
    assert seen == [204, 204]
    assert delivery.done_at
    assert world.inbox.matters() == {queued.number: "open"}
    assert [t.outcome for t in DeliveryAttempt.objects.order_by("n")] == ["failed", "sent"]


def test_the_partner_refuses_what_others_sign_or_change(queued, world, certificates):
    delivery = Delivery.objects.get()
    world.secrets = ["whsec_" + "c29tZWJvZHkgZWxzZSdzIHNlY3JldA=="]
    delivery = carried(queued, world, lambda link, taken: answering(world.accept(taken))(link, taken), certificates, 1)
    assert (delivery.done_at, DeliveryAttempt.objects.get().status) == (None, 401)
    assert world.inbox.matters() == {}


def keeping(served: list[int], messages: int):
    """Takes so many messages over one connection, then closes it without a word."""

    def act(link, taken, world):
        served.append(0)
        for _n in range(messages):
            served[-1] += 1
            world.accept(taken)
            link.sendall(b"HTTP/1.1 204 Taken\r\n\r\n")
            if served[-1] < messages:
                taken = those.read(link, world)

    return act


@pytest.mark.parametrize(
    ("messages", "connections"), [(9, [3]), (1, [1, 1, 1]), (2, [2, 1])], ids=["kept", "closed", "closed meanwhile"]
)
def test_one_connection_carries_the_messages_of_a_stretch(queued, world, certificates, zhao, messages, connections):
    """A connection the other side closed meanwhile is no failure: the same attempt goes over a new one."""
    served: list[int] = []
    for _n in range(2):
        actions_approve(make_referral(open_case(zhao, timezone.now())))
    act = keeping(served, messages)
    with receiver(world, certificates.server_side(), lambda link, taken: act(link, taken, world)) as port:
        endpoint_of(queued.authority, port)
        with open_links():
            attempt()
    assert [t.outcome for t in DeliveryAttempt.objects.all()] == ["sent"] * 3
    assert served == connections
    assert len(world.inbox.matters()) == 3


def test_a_recall_follows_what_it_recalls(queued, world, certificates, now):
    from tests.factories.referrals import recall

    act = lambda link, taken: answering(world.accept(taken))(link, taken)  # noqa: E731
    with receiver(world, certificates.server_side(), act) as port:
        endpoint_of(queued.authority, port)
        attempt()
        queued.refresh_from_db()
        recall(queued, now)
        attempt(1)
    assert world.inbox.matters() == {queued.number: "recalled"}
    assert Delivery.objects.exclude(done_at=None).count() == 2
