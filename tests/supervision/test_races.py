"""Two officers on one document at the same moment, and a page that was opened before somebody else acted."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from casework.errors import StepRefused
from casework.locking import lock
from supervision import actions
from supervision.models import DocumentRecovery
from supervision.tasks import remind_of_replies
from tests.factories import supervision as made
from tests.supervision.test_pages import PDF

AT = made.noon("2024-06-06")
DAY = dt.date(2024, 6, 6)
PUBLIC_TEXTS = {name: made.TEXTS[name] for name in ("facts", "legal_basis", "demands", "contact_phone")}


def together(*acts):
    """What each act got in a thread of its own: a result, or the name of the refusal."""

    def run(act):
        try:
            return act()
        except StepRefused as refused:
            return type(refused).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def proof() -> SimpleUploadedFile:
    return SimpleUploadedFile("回证.pdf", PDF, "application/pdf")


@pytest.mark.django_db(transaction=True)
def test_of_two_liaisons_who_record_the_service_at_once_one_does(su, mu, li):
    sent = actions.dispatch(made.approved(su, AT, mu), by=li, at=AT)
    other = made.colleague(li, "liaison")
    papers = made.paper()
    days = (DAY, dt.date(2024, 6, 7))

    def record(by, day):
        return lambda: actions.record_service(sent, by=by, at=AT, served_on=day, received_by="前台", papers=papers)

    found = together(*[record(by, day) for by in (li, other) for day in days])
    assert found.count("StepRefused") == 3
    sent.refresh_from_db()
    assert (sent.deadlines.count(), sent.service_attempts.count()) == (1, 1)
    assert sent.served_on == sent.service_attempts.get().served_on == sent.deadlines.get().started_on
    assert sent.service_attempts.get().proofs.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_payment_entered_under_two_documents_at_once_stands_once(su, mu, li):
    letter = made.awaiting(su, AT, signatory=mu, liaison=li, served_on=DAY)
    letter = actions.escalate(letter, by=su, at=made.noon("2024-06-24"))
    made.investigated(letter.matter, su, AT, dt.date(2024, 6, 4))
    opinion = made.approved(su, made.noon("2024-06-24"), mu, of=letter.matter, kind="opinion")
    opinion = made.served(opinion, li, made.noon("2024-06-25"), dt.date(2024, 6, 25))
    row = {"kind": "wages", "amount": Decimal("26300"), "person_count": 5, "paid_on": dt.date(2024, 6, 25)}
    papers = made.paper()

    def enter(document):
        return lambda: actions.record_recovery(document, by=li, at=AT, recoveries=[row], papers=papers)

    found = together(enter(letter), enter(opinion))
    assert found.count("StepRefused") == 1
    assert DocumentRecovery.objects.get().amount == row["amount"]


@pytest.mark.django_db(transaction=True)
def test_the_sweep_reminds_once_however_often_and_wherever_it_runs(su, mu, li, now):
    today = timezone.localdate()
    letter = made.awaiting(su, now, signatory=mu, liaison=li, served_on=today - dt.timedelta(days=14))
    together(*[remind_of_replies] * 4)
    remind_of_replies()
    assert letter.events.filter(verb="remind").count() == 1


def waits_for(cursor) -> bool:
    """Whether another connection waits for a lock of this transaction."""
    cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))")
    return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_all_letters_published_at_once_and_one_by_itself_never_wait_for_each_other(su, mu, li):
    """Both hold the documents first and the matter after them, whoever comes first."""
    matter = made.matter(su, AT, employer=None)
    who = ["祥城镇各用人单位", "沙龙镇各用人单位"]
    matter = actions.draft_letters(matter, by=su, at=AT, addressees=who, no_conflict=True, **PUBLIC_TEXTS)
    actions.sign_letters(matter, by=mu, at=AT)
    _first, last = [made.sealed(letter, AT) for letter in matter.documents.order_by("pk")]
    other = made.colleague(li, "liaison")

    def all_of_them():
        try:
            return actions.publish_letters(matter, by=other, at=AT, publication="公众号")
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool, transaction.atomic(), connection.cursor() as cursor:
        lock(last, li)
        beside = pool.submit(all_of_them)
        while not waits_for(cursor) and not beside.done():
            pass
        actions.publish(last, by=li, at=AT, publication="公告栏")  # takes the matter, which nobody may hold by now
    assert beside.result().state == "closed"
    assert [letter.publication for letter in matter.documents.order_by("pk")] == ["公众号", "公告栏"]


@pytest.mark.django_db
def test_a_page_opened_before_a_colleague_acted_keeps_what_was_typed(client, su, mu, li):
    sent = actions.dispatch(made.approved(su, AT, mu), by=li, at=AT)
    seen = sent.version
    actions.record_service_failure(sent, by=made.colleague(li, "liaison"), at=AT, reason="查无此人")
    client.force_login(li.user)
    url = reverse("supervision:documents-step", args=[sent.pk, "record_service"])
    typed = {"served_on": "2024-06-06", "method": "direct", "received_by": "前台小李", "papers": [proof()]}
    answer = client.post(url, {**typed, "version": seen})
    assert answer.status_code == 409
    assert "前台小李" in answer.content.decode()
    sent.refresh_from_db()
    assert (sent.state, sent.served_on) == ("service_failed", None)
