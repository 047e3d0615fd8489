"""The five ways of service: what each needs, what proves it, and the day it counts from."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction

from casework.errors import StepRefused
from casework.models import Blob, Policy
from supervision import actions
from tests.factories import supervision as made

AT = made.noon("2024-06-06")
DAY = dt.date(2024, 6, 6)
D = dt.date


@pytest.fixture
def approved(su, mu):
    return made.approved(su, AT, mu)


@pytest.fixture
def sent(approved, li):
    return actions.dispatch(approved, by=li, at=AT)


def picture():
    blob = Blob.objects.create(sha256="1" * 64, size=10, content_type="image/jpeg")
    return [("现场照片.jpg", blob)]


def confirmed(matter, by, on=DAY):
    said = {"channel": "email", "address": "hr@example.com", "confirmed_by": "王经理", "confirmed_on": on}
    actions.confirm_address(matter, by=by, at=AT, papers=made.paper("确认书.pdf"), **said)
    return matter.address_confirmations.get()


def serve(document, by, at=AT, **given):
    return actions.record_service(document, by=by, at=at, **{"served_on": DAY, "papers": made.paper(), **given})


def refusal(act, *args, **given) -> str:
    with pytest.raises(StepRefused) as refused, transaction.atomic():
        act(*args, **given)
    return " ".join(refused.value.reasons)


@pytest.mark.parametrize(
    ("method", "needed", "without"),
    [
        ("direct", {"received_by": "前台"}, "签收人"),
        ("left", {"reason": "拒收", "witness_names": "社区干部两人"}, "理由"),
        ("postal", {"tracking_no": "EX123456789CN"}, "邮件号码"),
    ],
)
def test_each_way_of_service_has_its_own_particulars_and_all_need_a_proof(sent, li, method, needed, without):
    assert without in refusal(serve, sent, li, method=method)
    assert refusal(serve, sent, li, method=method, papers=[], **needed)
    sent.refresh_from_db()
    assert (sent.state, sent.served_on, sent.due_on) == ("dispatched", None, None)
    served = serve(sent, li, method=method, **needed)
    assert (served.state, served.due_on) == ("awaiting_reply", D(2024, 6, 21))
    left = served.service_attempts.get().outcome == "refused_left"
    assert left == (method == "left")


def test_what_was_left_is_witnessed_by_people_or_shown_by_pictures(sent, li):
    left = {"method": "left", "reason": "前台拒绝签收"}
    assert "见证" in refusal(serve, sent, li, **left)
    served = serve(sent, li, papers=picture(), **left)
    assert (served.due_on, served.service_attempts.get().witness_names) == (D(2024, 6, 21), "")


def test_electronic_service_needs_an_address_confirmed_before_it_was_sent(approved, sent, li):
    assert "确认" in refusal(serve, sent, li, method="electronic")
    late = confirmed(sent.matter, li, on=D(2024, 6, 7))
    assert "2024-06-06" in refusal(serve, sent, li, method="electronic", confirmation=late)
    early = actions.confirm_address(
        sent.matter, by=li, at=AT, channel="fax", address="0872-3120001", confirmed_by="王", confirmed_on=DAY,
        papers=made.paper(),
    ).address_confirmations.last()  # fmt: skip
    assert serve(sent, li, method="electronic", confirmation=early).due_on == D(2024, 6, 21)


def test_a_consent_taken_back_serves_no_later_document(approved, li):
    held = confirmed(approved.matter, li)
    actions.revoke_address(approved.matter, by=li, at=AT, confirmation=held, revoked_on=DAY)
    assert refusal(actions.dispatch, approved, by=li, at=AT, method="electronic", confirmation=held)
    assert refusal(actions.revoke_address, approved.matter, by=li, at=AT, confirmation=held, revoked_on=DAY)


def test_a_confirmed_address_is_sealed_and_masked(approved, li):
    held = confirmed(approved.matter, li)
    assert str(held).endswith("h***@example.com")
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT address, confirmed_by FROM supervision_addressconfirmation")
        assert "hr@example.com" not in str(cursor.fetchall())


def test_the_addressee_may_prove_another_day_and_the_period_is_counted_anew(approved, li):
    held = confirmed(approved.matter, li)
    sent = actions.dispatch(approved, by=li, at=AT, method="electronic", confirmation=held)
    letter = serve(sent, li)
    assert letter.due_on == D(2024, 6, 21)
    again = {"served_on": D(2024, 6, 11), "reason": "系统故障，11日方到达", "papers": made.paper("截图.pdf")}
    letter = actions.correct_service(letter, by=li, at=made.noon("2024-06-12"), **again)
    assert (letter.served_on, letter.due_on) == (D(2024, 6, 11), D(2024, 6, 26))
    assert letter.deadlines.get().started_on == D(2024, 6, 11)
    assert letter.service_attempts.get().proofs.count() == 2
    assert refusal(actions.correct_service, letter, by=li, at=AT, **{**again, "served_on": D(2024, 6, 5)})


def test_a_public_notice_is_the_last_way_and_serves_after_thirty_days(approved, sent, li):
    notice = {"method": "public_notice", "channel": "云南法制报"}
    assert "另行" in refusal(serve, sent, li, served_on=D(2024, 7, 6), **notice)
    failed = actions.record_service_failure(sent, by=li, at=AT, reason="下落不明")
    again = actions.redispatch(failed, by=li, at=AT, dispatched_on=DAY, **notice)
    for wrong in (D(2024, 7, 5), D(2024, 7, 7)):
        assert "2024-07-06" in refusal(serve, again, li, served_on=wrong)
    assert serve(again, li, served_on=D(2024, 7, 6)).due_on == D(2024, 7, 22)


@pytest.mark.parametrize("allowed", [False, True])
def test_whether_a_public_notice_may_be_the_first_way_is_a_setting(approved, li, allowed):
    if allowed:
        Policy.objects.create(
            code="public_notice_after_failure", label="-", region_id="530000", valid_from="2024-01-01", value=False
        )
        assert actions.dispatch(approved, by=li, at=AT, method="public_notice").state == "dispatched"
    else:
        assert "未成" in refusal(actions.dispatch, approved, by=li, at=AT, method="public_notice")


def test_a_refused_opinion_may_be_left_so_that_the_period_runs_or_be_passed_on_at_once(su, mu, li):
    matter = made.matter(su, AT)
    made.investigated(matter, su, AT, D(2024, 6, 4))
    opinion = made.approved(su, AT, mu, of=matter, kind="opinion", waiver_reason="情节严重")
    opinion = actions.dispatch(opinion, by=li, at=AT)
    refused = {"refused_on": DAY, "reason": "拒绝签收"}
    assert "见证" in refusal(actions.record_refusal, opinion, by=su, at=AT, papers=made.paper(), **refused)
    left = serve(opinion, li, method="left", reason="拒绝签收", papers=picture())
    assert (left.state, left.due_on) == ("awaiting_reply", D(2024, 6, 28))
