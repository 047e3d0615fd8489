"""Quality: drawn by chance and the same again, scored by somebody else, answered by whoever did the work."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from casework.errors import StepRefused, WrongDuty
from hotline.actions import quality
from hotline.models import CallRecord, QualityReview, QualitySample, ScoreItem, ScoreSheet
from hotline.sampling import drawn
from hotline.tasks import settle_reviews
from organizations.models import Officer
from tests.conftest import member
from tests.factories.hotline import CallFactory, OrderFactory, at

pytestmark = pytest.mark.django_db
DAY = "2025-03-04"
WHEN = at("2025-03-05")
ANSWERED = {"next_step": "answer", "request_type": "inquiry", "answer_given": "已答复", "talk_seconds": 60}


@pytest.fixture
def calls(ma):
    """Twelve answered calls of one operator, two of another."""
    other = member("hotline_operator", "bo")
    for n in range(14):
        CallFactory(by=ma if n < 12 else other, when=at(DAY, 8, n), **ANSWERED)
    return CallRecord.objects.order_by("pk")


def draw(by: Officer, **changes: Any) -> QualitySample:
    day = dt.date.fromisoformat(DAY)
    plan: dict[str, Any] = {"subject": "calls", "first_on": day, "last_on": day, "number": 3, "seed": 7, **changes}
    if changes.get("percent"):
        plan["number"] = None
    return quality.draw(by=by, at=WHEN, **plan)


def marks(review: QualityReview, **short: int) -> list[dict[str, Any]]:
    """Full points but for the items named by position: `p3=0`."""
    items = ScoreSheet.objects.in_force(review.subject_kind, WHEN.date()).items.all()
    return [{"item": item, "points": short.get(f"p{item.position}", item.points), "remark": "见录音"} for item in items]


def scored(review: QualityReview, by: Officer, **short: int) -> QualityReview:
    sheet = ScoreSheet.objects.in_force(review.subject_kind, WHEN.date())
    return quality.score(review, by=by, at=WHEN, sheet=sheet, marks=marks(review, **short))


# Drawing --------------------------------------------------------------------------------------------------------------


def test_each_officer_gives_the_number_asked_for_or_all_there_is(calls, bai):
    sample = draw(bai)
    assert sorted(len(keys) for keys in drawn(sample).values()) == [2, 3]
    assert sample.reviews.count() == 5
    assert set(sample.reviews.values_list("state", flat=True)) == {"drawn"}


@pytest.mark.parametrize(("percent", "sizes"), [(1, [1, 1]), (50, [1, 6]), (51, [2, 7]), (100, [2, 12])])
def test_a_share_is_rounded_up_so_that_nobody_is_left_out(calls, bai, percent, sizes):
    assert sorted(len(keys) for keys in drawn(draw(bai, percent=percent)).values()) == sizes


def test_the_same_seed_draws_the_same_and_another_seed_something_else(calls, bai):
    first, again, other = draw(bai), draw(bai), draw(bai, seed=8)
    assert drawn(first) == drawn(again)
    assert drawn(first) != drawn(other)
    assert again.reviews.count() == 0


def test_a_larger_sample_of_the_same_seed_holds_the_smaller_one(calls, bai):
    small, large = drawn(draw(bai)), drawn(draw(bai, number=6))
    assert all(large[officer][: len(keys)] == keys for officer, keys in small.items())


def test_without_a_seed_one_is_drawn_and_recorded(calls, bai):
    assert draw(bai, seed=None).seed >= 0


def test_open_calls_other_days_and_other_counties_are_not_drawn(ma, bai):
    CallFactory(by=ma, when=at(DAY))
    CallFactory(by=ma, when=at("2025-03-03"), **ANSWERED)
    CallFactory(by=member("hotline_operator", "far", region="532924"), when=at(DAY), **ANSWERED)
    assert draw(bai).reviews.count() == 0


def test_work_orders_are_drawn_for_who_handled_them(bai):
    order = OrderFactory("callback_done", when=at(DAY))
    review = draw(bai, subject="orders").reviews.get()
    assert (review.order, review.assessed) == (order, order.handler)


@pytest.mark.parametrize("who", ["ma", "luo", "zhao", "he"])
def test_only_an_inspector_draws(request, calls, who):
    with pytest.raises(WrongDuty):
        draw(request.getfixturevalue(who))


# Scoring --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("short", "score", "out"), [({}, "100.00", False), ({"p4": 13}, "93.00", False), ({"p3": 0}, "0.00", True)]
)
def test_the_score_is_the_share_of_the_points_and_a_knock_out_takes_it_all(calls, bai, short, score, out):
    review = scored(draw(bai).reviews.first(), bai, **short)
    assert (review.score.quantize(Decimal("0.01")), review.knocked_out) == (Decimal(score), out)
    assert review.marks.count() == 9
    assert review.deadlines.get().rule.code == "review.appeal"


@pytest.mark.parametrize("part", ["took", "entered", "handled"])
def test_nobody_scores_the_own_work(ma, bai, part):
    person = Officer.objects.create(user=bai.user, org=bai.org, duty="hotline_operator")
    case_officer = Officer.objects.create(user=bai.user, org=bai.org, duty="case_officer")
    match part:
        case "took":
            CallFactory(by=person, when=at(DAY), **ANSWERED)
        case "entered":
            CallFactory(by=person, when=at(DAY, 12), started_at=at(DAY), handled_by=ma, **ANSWERED)
        case "handled":
            assert OrderFactory("callback_done", when=at(DAY)).handler == case_officer
    review = draw(bai, subject="orders" if part == "handled" else "calls").reviews.get()
    with pytest.raises(StepRefused):
        scored(review, bai)
    assert scored(review, member("quality_inspector", "cai")).state == "scored"


def test_the_inspector_who_called_back_may_score_the_order(bai):
    OrderFactory("closed", when=at(DAY))
    assert scored(draw(bai, subject="orders").reviews.get(), bai).state == "scored"


def typed(review: QualityReview, **changes: Any) -> dict[str, Any]:
    sheet = ScoreSheet.objects.in_force("calls", timezone.localdate())
    form: dict[str, Any] = {"sheet": sheet.pk, "version": review.version}
    for n, item in enumerate(sheet.items.all()):
        form |= {f"marks-{n}-item": item.pk, f"marks-{n}-points": item.points, f"marks-{n}-remark": ""}
    return {**form, **changes}


@pytest.mark.parametrize(
    "change",
    [{"marks-0-points": 99}, {"marks-0-points": -1}, {"marks-0-points": ""}, {"marks-0-points": 1}, {"sheet": 10**6}],
)
def test_a_sheet_filled_in_wrongly_comes_back_with_what_was_typed(client, calls, bai, change):
    review = draw(bai).reviews.first()
    client.force_login(bai.user)
    page = client.post(review.step_url("score"), typed(review, **{"marks-3-remark": "记录完整", **change}))
    assert page.status_code == 422
    assert "记录完整" in page.content.decode()


def test_the_page_scores_and_the_officer_sees_own_scores_only(client, calls, ma, bai):
    review = draw(bai).reviews.filter(assessed=ma).first()
    client.force_login(ma.user)
    assert client.get(review.get_absolute_url()).status_code == 404
    client.force_login(bai.user)
    assert client.get(review.step_url("score")).status_code == 200
    assert client.post(review.step_url("score"), typed(review)).status_code == 302
    client.force_login(ma.user)
    assert client.get(review.get_absolute_url()).status_code == 200
    client.force_login(Officer.objects.get(user__username="bo").user)
    assert client.get(review.get_absolute_url()).status_code == 404


def test_the_api_takes_the_same_sheet(client, calls, bai):
    review = draw(bai).reviews.first()
    given = [{**mark, "item": mark["item"].pk} for mark in marks(review)]
    body = {"sheet": ScoreItem.objects.get(pk=given[0]["item"]).sheet_id, "marks": given}
    client.force_login(bai.user)
    answer = client.post(f"/api/v1/reviews/{review.pk}/score/", body, content_type="application/json")
    assert (answer.status_code, answer.json()["score"]) == (200, "100.00")


# The second look ------------------------------------------------------------------------------------------------------


def test_an_appeal_is_decided_by_the_leader_and_the_first_score_stays_on_record(calls, ma, bai, luo):
    review = scored(draw(bai).reviews.filter(assessed=ma).first(), bai, p4=10)
    review = quality.appeal(review, by=ma, at=WHEN, reason="录音显示已核对")
    review = quality.decide(review, by=luo, at=WHEN, reason="申诉成立", new_score=Decimal(95))
    assert (review.state, review.first_score, review.score) == ("decided", Decimal("90.00"), Decimal(95))


def test_only_the_officer_assessed_answers_and_only_in_time(calls, ma, bai):
    review = scored(draw(bai).reviews.filter(assessed=ma).first(), bai)
    with pytest.raises(StepRefused):
        quality.appeal(review, by=ma, at=at("2025-03-13"), reason="晚了")
    with pytest.raises((StepRefused, QualityReview.DoesNotExist)):
        quality.accept(review, by=Officer.objects.get(user__username="bo"), at=WHEN)
    assert quality.accept(review, by=ma, at=WHEN).state == "accepted"


def test_a_score_nobody_appealed_against_in_time_stands(calls, ma, bai):
    scored(draw(bai).reviews.filter(assessed=ma).first(), bai)
    settle_reviews()
    assert QualityReview.objects.filter(state="accepted").count() == 1


def test_a_leader_does_not_decide_about_the_own_call(bai, luo):
    CallFactory(by=luo, when=at(DAY), **ANSWERED)
    review = scored(draw(bai).reviews.get(), bai)
    review = quality.appeal(review, by=luo, at=WHEN, reason="不同意")
    with pytest.raises(StepRefused):
        quality.decide(review, by=luo, at=WHEN, reason="改分")


# Results --------------------------------------------------------------------------------------------------------------


def test_no_average_of_few_reviews_is_shown(client, calls, ma, bai):
    for review in draw(bai, number=12).reviews.all():
        scored(review, bai)
    settle_reviews()
    client.force_login(bai.user)
    results = client.get("/reviews/results/").context["results"]
    assert {(r.officer.name, r.n, r.average) for r in results} == {("Ma", 12, Decimal(100)), ("Bo", 2, None)}
    client.force_login(ma.user)
    assert [r.officer for r in client.get("/reviews/results/").context["results"]] == [ma]


@pytest.mark.parametrize("who", ["tan", "he", "wang_inspector"])
def test_reviews_exist_only_within_scope_and_duty(client, request, calls, bai, who):
    review = draw(bai).reviews.first()
    officer = member("quality_inspector", who, region="532924") if "_" in who else request.getfixturevalue(who)
    client.force_login(officer.user)
    assert client.get(review.get_absolute_url()).status_code == 404
    assert client.get(f"/api/v1/reviews/{review.pk}/").status_code == 404


def test_a_list_takes_as_many_queries_whatever_its_length(client, calls, bai, django_assert_max_num_queries):
    draw(bai, number=12)
    client.force_login(bai.user)
    with django_assert_max_num_queries(12):
        assert client.get("/reviews/?show=all").status_code == 200


def test_history_of_a_review_is_never_rewritten(calls, bai):
    draw(bai)
    with pytest.raises(Exception, match="append-only"), connection.cursor() as cursor:
        cursor.execute("UPDATE hotline_reviewevent SET note = 'x'")
