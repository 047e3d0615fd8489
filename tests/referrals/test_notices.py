"""Notices that could not be delivered, and what the other side took back: a person sees it and decides."""

from __future__ import annotations

import pytest
from django.utils import timezone

from casework.errors import StepRefused
from referrals import actions
from referrals.conservation import balance
from referrals.desk import cards, worklist
from referrals.models import Delivery, Referral
from referrals.workflow import WORKFLOW
from tests.factories.incoming import came_in, endpoint_of, opened
from tests.factories.referrals import approve, make_referral, partner, recall
from tests.referrals.conftest import open_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def given_up(case, now) -> Referral:
    """Recalled after the authority's system had it; the notice of the recall reaches nobody."""
    draft = make_referral(case)
    endpoint_of(draft.authority)
    referral = approve(draft, now)
    row = referral.deliveries.get()
    Delivery.objects.filter(pk=row.pk).update(attempts=1)
    actions.succeed(row, at=now)
    recall(referral, now)
    actions.park(referral.deliveries.get(matter="referral.recalled"), at=now)
    referral.refresh_from_db()
    return referral


def labels(officer) -> list[str]:
    return [task.step for task in worklist(officer, timezone.localdate())]


def test_a_notice_given_up_is_a_task_with_its_steps_and_a_printed_copy(client, given_up, li, zhao, wang):
    assert [card.count for card in cards(li, timezone.localdate()) if "notice_given_up" in card.url] == ["1"]
    assert labels(li) == [WORKFLOW.label("resend_notice")]
    notice = given_up.deliveries.get(matter="referral.recalled")
    address = f"/referrals/{given_up.pk}/notice/{notice.pk}.pdf"
    client.force_login(li.user)
    page = client.get(given_up.get_absolute_url()).content.decode()
    assert address in page
    assert given_up.step_url("resend_notice") in page
    assert given_up.step_url("withdraw_notice") in page
    assert client.get(address).content.startswith(b"%PDF")
    assert given_up.events.filter(verb="take_along").count() == 1
    assert client.get("/referrals/?waiting=notice_given_up").content.decode().count(given_up.number) >= 1
    for who, status in ((zhao, 403), (wang, 404)):
        client.force_login(who.user)
        assert client.get(address).status_code == status


def test_the_same_notice_goes_again(given_up, li, now):
    before = given_up.deliveries.get(matter="referral.recalled")
    actions.resend_notice(given_up, by=li, at=now)
    after = Delivery.objects.get(pk=before.pk)
    assert (after.parked_at, after.message_id, after.body) == (None, before.message_id, before.body)
    assert [d.pk for d in Delivery.objects.lease()] == [after.pk]
    with pytest.raises(StepRefused):
        actions.resend_notice(given_up, by=li, at=now)


def test_what_was_told_another_way_goes_no_more_and_the_sums_agree(given_up, li, now):
    actions.withdraw_notice(given_up, by=li, at=now, reason="已电话告知立案庭")
    assert given_up.deliveries.get(matter="referral.recalled").cancelled_at
    assert labels(li) == []
    found = balance()
    assert (found.accepted, found.delivered, found.cancelled, found.missing) == (2, 1, 1, 0)


def test_an_authority_that_held_it_takes_note_of_the_recall(client, case, hr_officer, li, now):
    referral = recall(make_referral(case, "acknowledged"), now)
    assert labels(hr_officer) == [WORKFLOW.label("take_note")]
    client.force_login(hr_officer.user)
    assert referral.step_url("take_note") in client.get("/inbox/").content.decode()
    with pytest.raises(StepRefused):
        actions.take_note(referral, by=li, at=now)
    actions.take_note(referral, by=hr_officer, at=now)
    assert labels(hr_officer) == []
    assert referral.step_url("take_note") not in client.get("/inbox/").content.decode()


def test_what_was_recalled_before_it_arrived_asks_nobody(zhao, hr_officer, now):
    recall(make_referral(open_case(zhao, now), "queued"), now)
    assert labels(hr_officer) == []


def test_what_the_sender_takes_back_is_a_task_of_the_union_though_its_case_goes_on(client, li, zhao, now):
    referral = opened(came_in(), at=now)
    sender = partner(referral.authority)
    actions.take_back(referral, by=sender, at=now, reason="当事人撤诉")
    assert labels(li) == labels(zhao) == [WORKFLOW.label("take_note")]
    client.force_login(li.user)
    assert "由该案承办人办结" in client.get(referral.get_absolute_url()).content.decode()
    referral.refresh_from_db()
    actions.take_note(referral, by=li, at=now)
    assert labels(li) == labels(zhao) == []
    assert came_in(external_no=referral.external_no).state == "sent"  # the number is free again
