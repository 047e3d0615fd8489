"""Two officers on one document at the same moment, and a page that was opened before somebody else acted."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from casework.errors import StepRefused
from supervision import actions
from supervision.models import DocumentRecovery
from supervision.tasks import remind_of_replies
from tests.factories import supervision as made
from tests.supervision.test_pages import PDF

AT = made.noon("2024-06-06")
DAY = dt.date(2024, 6, 6)


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
