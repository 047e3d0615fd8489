"""A worker writes on the public page: nothing of it counts before somebody of the hotline has spoken with him."""

from __future__ import annotations

import pytest
from django.test import Client

from casework.models import Employer, Policy
from hotline.models import CallRecord, GroupIncident
from tests.factories.hotline import OrderFactory
from tests.hotline.test_pages import text
from tests.hotline.test_progress import CODE, issued

pytestmark = pytest.mark.django_db
WRITTEN = {
    "request_type": "complaint",
    "category": "0101",
    "region": "532923",
    "employer_name": "祥云测试建筑有限公司",
    "workers_affected": "12",
    "facts": "三个月工资未发\n<script>alert(1)</script>",
    "claim": "要求支付工资",
    "caller_name": "杨测试",
    "caller_phone": "138 0000 1234",
    "notice_read": "on",
}


def write(**changes):
    return Client().post("/request/", {**WRITTEN, **changes})


def test_a_request_is_kept_unchecked_for_the_union_of_the_place_of_work(operator, ma):
    page = text(write())
    call = CallRecord.objects.get()
    assert (call.channel, call.state, call.org.region_id, call.is_unverified) == ("web", "registered", "532923", True)
    assert (call.caller_phone, call.notice_version) == ("13800001234", "2026-1")
    assert call.number in page
    assert CODE.search(page)
    assert not Employer.objects.exists()
    assert not GroupIncident.objects.exists()
    listed = text(operator.get("/calls/", {"show": "unanswered"}))
    assert call.number in listed
    assert "未核实" in listed


def test_it_is_taken_on_put_right_and_then_a_call_like_any_other(operator, ma):
    write()
    call = CallRecord.objects.get()
    assert operator.post(call.step_url("open_order"), {"version": call.version}).status_code == 409
    said = {name: WRITTEN[name] for name in ("request_type", "category", "region", "facts", "claim")}
    right = {**said, "employer_name": "祥云远大建筑有限公司", "workers_affected": "15", "version": call.version}
    assert operator.post(call.step_url("take_on"), right).status_code == 422, "nobody has said he spoke with the caller"
    assert operator.post(call.step_url("take_on"), {**right, "spoken": "on"}).status_code == 302
    call.refresh_from_db()
    assert (call.handled_by, call.is_unverified, call.employer.name) == (ma, False, "祥云远大建筑有限公司")
    assert GroupIncident.objects.get().people == 15
    assert operator.post(call.step_url("open_order"), {"version": call.version}).status_code == 302
    assert CallRecord.objects.get().state == "ordered"


def test_only_the_hotline_of_that_union_knows_of_it(client, ma, wang, zhao):
    write()
    call = CallRecord.objects.get()
    for officer, status in ((ma, 200), (wang, 404), (zhao, 404)):
        client.force_login(officer.user)
        assert client.get(call.get_absolute_url()).status_code == status


@pytest.mark.parametrize(
    "wrong",
    [
        {"notice_read": ""},
        {"caller_phone": "12"},
        {"caller_name": ""},
        {"region": "530000"},
        {"request_type": "emergency"},
        {"facts": "字" * 2001},
    ],
)
def test_what_is_wrong_comes_back_as_it_was_typed(db, wrong):
    answer = write(**wrong)
    assert answer.status_code == 422
    assert "祥云测试建筑有限公司" in text(answer)
    assert not CallRecord.objects.exists()


def test_sent_twice_it_is_kept_once_and_nobody_floods_the_hotline(db):
    Policy.objects.filter(code="online_requests_per_number").update(value=3)
    assert [write().status_code for _n in range(2)] == [200, 409]
    assert write(facts="另一件事").status_code == 200
    refused = write(facts="第三件事")
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0
    assert CallRecord.objects.count() == 2


def test_who_can_prove_an_earlier_matter_says_that_it_is_not_settled(operator, ma, now):
    order = OrderFactory("closed")
    code = issued(order.call, order.call.handled_by, now)
    assert write(number=order.number, secret="000000" if code != "000000" else "111111").status_code == 422
    assert write(number=order.number, secret=code).status_code == 200
    call = CallRecord.objects.latest("pk")
    assert call.about == order
    assert call.number in text(operator.get(order.get_absolute_url()))
