"""The authority's desk: what was shared, what may be done with it, and nothing else whatever address is tried."""

from __future__ import annotations

import re

import pytest
from django.urls import get_resolver
from django.utils import timezone

from casework.attachments import keep_made
from casework.errors import StepRefused
from organizations.models import Authority
from referrals import actions
from referrals.models import HandOver
from referrals.panels import panels
from referrals.progress import milestones, summary
from tests.factories.referrals import brought_to, make_referral
from tests.referrals.conftest import open_case
from tests.test_outsider import patterns

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

REGISTERS = {f"api/v1/{name}/" for name in ("organizations", "authorities", "regions")}  # public to everybody signed in


@pytest.fixture
def paper(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return [("证据.pdf", keep_made(PDF, "a.pdf"))]


def test_the_card_says_from_whom_what_on_what_ground_until_when_and_with_which_papers(client, case, paper, hr_officer):
    referral = make_referral(case, "sent", papers=paper)
    client.force_login(hr_officer.user)
    page = client.get("/inbox/").content.decode()
    for words in (referral.org, referral.request, referral.get_legal_ground_display(), referral.due_on, "证据.pdf"):
        assert str(words) in page
    for verb in ("acknowledge", "return_referral", "ask"):
        assert referral.step_url(verb) in page


def test_a_question_and_its_answer_stand_on_both_sides(client, case, hr_officer, li):
    referral = make_referral(case, "sent")
    due = referral.due_on
    client.force_login(hr_officer.user)
    typed = {"text": "请补充劳动合同", "version": referral.version}
    assert client.post(referral.step_url("ask"), typed).status_code == 302
    client.force_login(li.user)
    assert "请补充劳动合同" in client.get(referral.get_absolute_url()).content.decode()
    referral.refresh_from_db()
    question = referral.questions.get()
    typed = {"question": question.pk, "answer": "未签订书面合同", "version": referral.version}
    assert client.post(referral.step_url("answer_question"), typed).status_code == 302
    client.force_login(hr_officer.user)
    page = client.get(referral.get_absolute_url()).content.decode()
    assert "未签订书面合同" in page
    referral.refresh_from_db()
    assert (referral.state, referral.due_on) == ("sent", due)


def test_a_question_is_answered_once(case, hr_officer, li, now):
    referral = actions.ask(make_referral(case, "sent"), by=hr_officer, at=now, text="请补充")
    question = referral.questions.get()
    referral = actions.answer_question(referral, by=li, at=now, question=question, answer="已补充")
    with pytest.raises(StepRefused):
        actions.answer_question(referral, by=li, at=now, question=question, answer="再次")


def test_whatever_address_an_authority_tries_it_finds_only_what_was_shared(client, case, zhao, paper, hr_officer, now):
    """Every route with the keys of a shared and of an unshared referral, of their files and of their papers."""
    shared = make_referral(case, "sent", papers=paper)
    other = open_case(zhao, now)
    unshared = make_referral(other, "sent", kind="legal_aid", papers=paper, facts="不应看到的事实")
    draft = make_referral(open_case(zhao, now), facts="不应看到的事实", papers=paper)
    client.force_login(hr_officer.user)
    mine = {shared.get_absolute_url(), f"/api/v1/referrals/{shared.pk}/"}
    tried, shown = 0, set()
    for pk in {unshared.pk, draft.pk, case.pk, other.pk, shared.pk}:
        papers = [p for file in (unshared, draft, shared) for p in file.attachments.values_list("pk", flat=True)]
        for _node, route in patterns(get_resolver().url_patterns):
            if "<" not in route or route.startswith(("control/", "letter/open/", "deadlines/")):
                continue
            for paper_pk in papers if "paper_pk" in route else papers[:1]:
                address = "/" + re.sub(r"<[^>]*>", str(pk), re.sub(r"<[^>]*paper_pk>", str(paper_pk), route))
                answer = client.get(address)
                tried += 1
                if address in mine or (address.startswith(f"/referrals/{shared.pk}/") and pk == shared.pk):
                    continue
                if answer.status_code not in {403, 404, 405, 302}:
                    shown.add(route.partition("<")[0])
                assert "不应看到" not in answer.content.decode(errors="replace")
    assert tried > 300
    assert shown <= REGISTERS


def test_a_paper_of_one_referral_is_not_reached_through_another(client, case, zhao, paper, hr_officer, now):
    shared = make_referral(case, "sent", papers=paper)
    unshared = make_referral(open_case(zhao, now), "sent", kind="legal_aid", papers=paper)
    client.force_login(hr_officer.user)
    theirs, ours = unshared.attachments.get(), shared.attachments.get()
    assert client.get(f"/referrals/{shared.pk}/papers/{theirs.pk}/").status_code == 404
    assert client.get(f"/referrals/{shared.pk}/papers/{ours.pk}/").status_code == 200
    for name in ("letter.pdf", "package.zip", "give_code/"):
        assert client.get(f"/referrals/{shared.pk}/{name}").status_code in {403, 404}


@pytest.mark.parametrize(
    ("state", "reached"),
    [
        ("draft", []),
        ("queued", []),
        ("sent", ["送达"]),
        ("acknowledged", ["送达", "签收"]),
        ("accepted", ["送达", "签收", "受理"]),
        ("completed", ["送达", "签收", "受理", "答复"]),
        ("returned", ["送达", "退回"]),
    ],
)
def test_arrived_signed_for_taken_on_and_answered_are_four_states(case, now, li, state, reached):
    referral = make_referral(case, state)
    stones = milestones(referral)
    assert len(stones) == 4
    assert [stone.label for stone in stones if stone.on] == reached
    assert all(stone.event and stone.event.by for stone in stones if stone.on)
    (panel,) = panels(case, li)
    assert panel.lines[0].detail == summary(referral)


def test_a_letter_is_carried_with_proof_and_its_clocks_run_from_the_service(case, paper, li, duan, now):
    referral = make_referral(case, "queued", channel="paper")
    referral = actions.deliver_at_once(referral, at=now)
    assert referral.state == "queued"
    assert "hand_over" in {offer.verb for offer in referral.offers(act(li, now)) if offer.allowed}
    day = timezone.localdate(now)
    referral = actions.hand_over(
        referral, by=li, at=now, handed_on=day, papers=paper, manner=HandOver.Manner.POSTAL, tracking_no="EMS1"
    )
    assert (referral.state, referral.sent_on) == ("sent", day)
    assert referral.deadlines.get(rule__code="referral.ack").started_on == day
    assert referral.deliveries.get().done_at
    referral = actions.acknowledge(referral, by=li, at=now, acked_on=day)
    assert referral.state == "acknowledged"


def act(by, at):
    from casework.workflow import Act

    return Act(by, at)


def test_what_the_system_delivers_is_not_handed_over(case, paper, li, now):
    with pytest.raises(StepRefused):
        actions.hand_over(make_referral(case, "queued"), by=li, at=now, handed_on=timezone.localdate(now), papers=paper)


def test_what_waits_to_be_carried_holds_up_no_other_authority(case, now):
    from referrals.models import Delivery

    actions.deliver_at_once(make_referral(case, "queued", channel="paper"), at=now)
    later = make_referral(case, "queued", kind="legal_aid")
    assert [leased.referral for leased in Delivery.objects.lease()] == [later]


def test_the_usual_way_of_an_authority_is_taken_and_may_be_overruled(case, now):
    from referrals.models import AuthorityReach

    hr = Authority.objects.get(kind="hr", region="532923")
    AuthorityReach.objects.create(authority=hr, channel="paper")
    assert make_referral(case).channel == "paper"
    assert make_referral(case, channel="desk").channel == "desk"
    assert brought_to(make_referral(case, channel="desk"), "sent", at=now).state == "sent"
