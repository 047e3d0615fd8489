"""One matter before several authorities: own clock and answer each, closed when all are in or waived."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.errors import Refused, StepRefused, WrongDuty
from referrals.actions import edit
from referrals.actions import joint as actions
from referrals.models import JointMatter, Referral, ReferralKind
from referrals.papers.story import story_of
from tests.factories.referrals import brought_to, details_of, make_referral, papers_of

pytestmark = pytest.mark.django_db
KINDS = ("hr_joint_mediation", "support_suing", "legal_aid")
WORDS = {"subject": "杨小明等三人欠薪", "facts": "杨小明等三人被拖欠两个月工资。", "legal_ground": "consent"}


def seats(*kinds):
    return [{"kind": ReferralKind.objects.get(pk=kind), "request": "请依法办理。"} for kind in kinds]


@pytest.fixture
def joint(case, li, now) -> JointMatter:
    return actions.open_joint(by=li, at=now, case=case, **WORDS, seats=seats(*KINDS))


def ready(referral, by, at):
    """The draft completed with what its kind needs."""
    kind = referral.kind
    words = {name: getattr(referral, name) for name in ("subject", "facts", "request")}
    ground = {"legal_ground": kind.grounds[0], "consent_on": timezone.localdate(at)}
    return edit(referral, by=by, at=at, details=details_of(kind), **papers_of(kind), **ground, **words)


def test_each_authority_gets_its_own_referral_clock_and_answer(joint, li, now):
    referrals = [ready(seat.referral, li, now) for seat in joint.seats.all()]
    assert [r.authority.kind for r in referrals] == ["hr", "procuratorate", "justice"]
    assert {r.state for r in referrals} == {"draft"}
    sent = [brought_to(r, "sent", at=now) for r in referrals]
    assert all(r.due_on for r in sent)
    brought_to(sent[0], "completed", at=now)
    assert [s.is_settled for s in joint.seats.select_related("referral")] == [True, False, False]


def test_it_closes_when_all_have_answered_or_were_waived_with_a_reason(joint, li, duan, now):
    first, second, third = joint.seats.all()
    with pytest.raises(StepRefused, match=str(third.referral.authority)):
        actions.close_joint(joint, by=li, at=now, conclusion="达成一致")
    brought_to(ready(first.referral, li, now), "closed", at=now)
    brought_to(ready(second.referral, li, now), "completed", at=now)
    with pytest.raises(WrongDuty):
        actions.waive(joint, by=li, at=now, seat=third, reason="该单位已口头答复")
    actions.waive(joint, by=duan, at=now, seat=third, reason="该单位已口头答复")
    with pytest.raises(StepRefused):
        actions.waive(joint, by=duan, at=now, seat=third, reason="再次")
    closed = actions.close_joint(joint, by=li, at=now, conclusion="达成一致")
    assert (closed.state, closed.closed_on) == ("closed", timezone.localdate(now))
    third.refresh_from_db()
    assert (third.waived_by, third.referral.state) == (duan, "draft")


def test_a_return_is_no_answer(joint, li, duan, now):
    for seat in joint.seats.all():
        brought_to(ready(seat.referral, li, now), "returned", at=now)
    with pytest.raises(StepRefused):
        actions.close_joint(joint, by=li, at=now, conclusion="")


def test_the_same_authority_is_not_asked_for_the_same_twice(joint, li, now):
    with pytest.raises(Refused):
        actions.add_authority(joint, by=li, at=now, kind=seats("legal_aid")[0]["kind"], request="再次")
    actions.add_authority(joint, by=li, at=now, kind=seats("arbitration")[0]["kind"], request="请仲裁")
    assert joint.seats.count() == 4


def test_a_referral_of_the_same_file_may_join_and_no_other(joint, case, zhao, li, now):
    from tests.referrals.conftest import open_case

    mine, foreign = make_referral(case, "sent"), make_referral(open_case(zhao, now), "sent")
    actions.join(joint, by=li, at=now, referral=mine)
    assert mine.seat.joint == joint
    for other in (foreign, mine):
        with pytest.raises(StepRefused):
            actions.join(joint, by=li, at=now, referral=other)


def text_of(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) == 1
        return document.pages[0].extract_text().replace("\n", "")


def test_the_page_for_the_meeting_is_one_page_with_names_masked_or_in_full(joint, li, now):
    day = timezone.localdate(now)
    for seat in joint.seats.all():
        brought_to(ready(seat.referral, li, now), "completed", at=now)
    masked, full = text_of(story_of(joint, day)), text_of(story_of(joint, day, in_full=True))
    assert "杨小明" not in masked
    assert "杨小明" in full
    for seat in joint.seats.all():
        assert str(seat.referral.authority)[:8] in masked
    assert story_of(joint, day) == story_of(joint, day)


def test_names_in_full_need_a_reason_that_stays_in_the_history(client, joint, li, duan):
    client.force_login(li.user)
    address = f"/joint-matters/{joint.pk}/story/names/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "联席会议用"}).content.startswith(b"%PDF")
    assert joint.events.get(verb="show_names").note == "联席会议用"
    assert "杨小明" not in client.get(f"/joint-matters/{joint.pk}/story/").content.decode()
    client.force_login(duan.user)
    assert client.post(address, {"reason": "联席会议用"}).status_code == 403


def test_by_the_pages(client, case, li, duan):
    client.force_login(li.user)
    assert client.get(f"/joint-matters/new/?case={case.pk}").status_code == 200
    typed = {**WORDS, "case": case.pk, "seats-0-kind": KINDS[0], "seats-0-request": "请派员"}
    assert client.post("/joint-matters/new/", typed).status_code == 422
    typed |= {"seats-1-kind": KINDS[1], "seats-1-request": "请支持起诉"}
    answer = client.post("/joint-matters/new/", typed)
    joint = JointMatter.objects.get()
    assert answer.headers["Location"] == joint.get_absolute_url()
    page = client.get(joint.get_absolute_url()).content.decode()
    assert "祥云县人民检察院" in page
    assert joint.number in client.get("/joint-matters/").content.decode()
    assert joint.number in client.get(f"/cases/{case.pk}/").content.decode()
    for verb in ("add_authority", "join"):
        assert client.get(joint.step_url(verb)).status_code == 200
    assert client.get(joint.step_url("close_joint")).status_code == 409
    client.force_login(duan.user)
    seat = joint.seats.first()
    waiver = {"seat": seat.pk, "reason": "已口头答复", "version": joint.version}
    assert client.post(joint.step_url("waive"), waiver).status_code == 302
    assert client.get(f"/joint-matters/{joint.pk}/story.pdf").content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("who", "status"), [("li", 200), ("he", 200), ("wang", 404), ("hr_officer", 404), ("yang", 404)]
)
def test_the_board_is_the_unions_own(request, client, joint, who, status):
    client.force_login(request.getfixturevalue(who).user)
    for address in (
        joint.get_absolute_url(),
        f"/joint-matters/{joint.pk}/story/",
        f"/api/v1/joint-matters/{joint.pk}/",
    ):
        assert client.get(address).status_code == status, address
    assert client.get("/joint-matters/new/?case=1").status_code in {403, 404}


def test_the_list_needs_the_same_queries_for_one_and_for_six(client, joint, case, li, now):
    client.force_login(li.user)
    counts = []
    for more in (0, 5):
        for _ in range(more):
            actions.open_joint(by=li, at=now, case=case, **WORDS, seats=seats(*KINDS))
        client.get("/joint-matters/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/joint-matters/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_by_the_api(client, case, li):
    client.force_login(li.user)
    body = {**WORDS, "case": case.pk, "seats": [{"kind": kind, "request": "请办理"} for kind in KINDS]}
    answer = client.post("/api/v1/joint-matters/", body, content_type="application/json")
    assert answer.status_code == 201, answer.content
    assert len(answer.json()["seats"]) == 3
    assert Referral.objects.count() == 3
    closing = f"/api/v1/joint-matters/{answer.json()['id']}/close_joint/"
    assert client.post(closing, {"conclusion": "x"}, content_type="application/json").status_code == 409
