"""The pages of the hotline, as an operator, a case officer and an inspector use them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.models import Draft
from hotline.models import CallRecord, WorkOrder
from tests.factories.hotline import PHONE, RESULT, CallFactory, OrderFactory, officer_of

SAID = {
    "request_type": "complaint",
    "category": "0101",
    "region": "532923",
    "workers_affected": "5",
    "employer_name": "祥云测试建筑有限公司",
    "facts": "三个月工资未发",
    "claim": "要求支付工资",
    "caller_phone": "１３８ ００００ １２３４",
    "caller_name": "杨测试",
    "amount": "86,400元",
    "occurred_on": "2026年7月1日",
    "talk_seconds": "207",
}
INQUIRY = {
    "request_type": "inquiry",
    "category": "0101",
    "region": "532923",
    "workers_affected": "1",
    "facts": "询问加班费如何计算",
    "answer_given": "按规定标准支付",
}


@pytest.fixture
def operator(client, ma):
    client.force_login(ma.user)
    return client


def text(answer) -> str:
    return answer.content.decode()


def test_the_day_begins_empty_with_a_large_button(operator):
    page = text(operator.get("/calls/"))
    assert "接线工作台" in page
    assert "今天还没有来电" in page
    assert 'data-key="n"' in page


def test_the_desk_shows_the_own_calls_of_today_and_the_draft(operator, ma, luo):
    mine, other = CallFactory(by=ma), CallFactory(by=luo)
    Draft.objects.create(user=ma.user, key="calls/new", text="facts=a", saved_at=timezone.now())
    page = text(operator.get("/calls/"))
    assert mine.number in page
    assert other.number not in page
    assert "继续填写" in page
    assert other.number in text(operator.get("/calls/", {"show": "all"}))


def test_a_draft_comes_back_into_the_form(operator, ma):
    Draft.objects.create(
        user=ma.user,
        key="calls/new",
        text="facts=欠薪三个月&category=0101&request_type=complaint",
        saved_at=timezone.now(),
    )
    page = text(operator.get("/calls/new/"))
    assert "欠薪三个月" in page
    assert "考勤" in page


def test_an_inquiry_takes_six_fields(operator):
    answer = operator.post("/calls/new/", {**INQUIRY, "next_step": "answer"})
    call = CallRecord.objects.get()
    assert answer.status_code == 302
    assert (call.state, call.category_id, call.answer) == ("closed", "0101", "按规定标准支付")


def test_a_complaint_becomes_an_order_in_one_act(operator, ma):
    answer = operator.post("/calls/new/", {**SAID, "next_step": "order"}, follow=True)
    call = CallRecord.objects.get()
    order = WorkOrder.objects.get()
    assert (call.caller_phone, call.talk_seconds, str(call.amount)) == (PHONE, 207, "86400.00")
    assert call.occurred_on == dt.date(2026, 7, 1)
    assert order.state == "dispatched"
    assert order.number in text(answer)


@pytest.mark.parametrize("kind", CallRecord.NonCase.values)
def test_what_is_no_request_takes_two_clicks(operator, kind):
    assert operator.post("/calls/new/", {"non_case": kind, "region": "532923"}).status_code == 302
    assert CallRecord.objects.get().state == "closed"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"request_type": ""}, "id_request_type"),
        ({"category": "nonsense"}, "id_category"),
        ({"facts": ""}, "id_facts"),
        ({"facts": "字" * 4001}, "id_facts"),
        ({"caller_phone": "12"}, "id_caller_phone"),
        ({"caller_phone": ""}, "id_caller_phone"),
        ({"occurred_on": "2025-07-0"}, "id_occurred_on"),
        ({"occurred_on": "2099-01-01"}, "id_occurred_on"),
        ({"workers_affected": "0"}, "id_workers_affected"),
        ({"amount": "-1"}, "id_amount"),
        ({"claim": ""}, "id_claim"),
        ({"employer_name": ""}, "id_employer_name"),
        ({"caller_id_number": "123"}, "id_caller_id_number"),
        ({"about": "GD1"}, "id_about"),
        ({"started_at": "2099-01-01T10:00"}, "id_started_at"),
        ({"started_at": "0001-01-01T00:00"}, "id_started_at"),
        ({"region": "000000"}, "id_region"),
        ({"dispatched_to": "999999"}, "id_dispatched_to"),
        ({"next_step": ""}, "id_next_step"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_typed_is_lost(operator, wrong, field):
    answer = operator.post("/calls/new/", {**SAID, "next_step": "order", **wrong})
    page = text(answer)
    assert answer.status_code == 422
    assert f'href="#{field}"' in page
    assert "杨测试" in page
    assert not CallRecord.objects.exists()


def test_a_refused_end_keeps_what_was_typed(operator):
    answer = operator.post("/calls/new/", {**SAID, "next_step": "answer", "answer_given": "已告知"})
    assert answer.status_code == 409
    assert "已告知" in text(answer)
    assert "投诉" in text(answer)


def test_script_in_the_facts_is_shown_as_text(operator):
    operator.post("/calls/new/", {**INQUIRY, "facts": "<script>alert(1)</script>", "next_step": "answer"})
    page = text(operator.get(CallRecord.objects.get().get_absolute_url()))
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


def test_earlier_contacts_of_the_number_are_told(operator, ma):
    earlier = [CallFactory(by=ma), CallFactory(by=ma)]
    page = text(operator.post("/calls/contacts/", {"caller_phone": "+86" + PHONE}))
    assert "第3次来电" in page
    assert all(call.get_absolute_url() in page for call in earlier)
    assert PHONE not in page


def test_the_number_is_looked_up_without_script_and_the_form_stays(operator, ma):
    call = CallFactory(by=ma)
    answer = operator.post("/calls/new/", {**SAID, "lookup": "1"})
    assert answer.status_code == 200
    assert call.number in text(answer)
    assert "三个月工资未发" in text(answer)
    assert CallRecord.objects.count() == 1


def test_a_call_about_an_open_order_is_tied_to_it_by_one_button(operator):
    order, over = OrderFactory("in_progress"), OrderFactory("closed")
    page = text(operator.post("/calls/new/", {**SAID, "lookup": "1"}))
    assert f'name="again" value="{order.number}"' in page
    assert f'name="again" value="{over.number}"' not in page
    form = operator.post("/calls/new/", {**SAID, "again": order.number}).context["form"]
    assert (form["about"].value(), form["facts"].value()) == (order.number, SAID["facts"])
    assert CallRecord.objects.count() == 2


@pytest.mark.parametrize("typed", ["", "abc", "<b>", "1" * 500])
def test_an_unfinished_number_is_no_error(operator, typed):
    assert operator.post("/calls/contacts/", {"caller_phone": typed}).status_code == 200


def test_the_numbers_of_another_county_stay_unknown(client, wang):
    CallFactory()
    client.force_login(officer_of("hotline_operator", "532924").user)
    assert "没有来电记录" in text(client.post("/calls/contacts/", {"caller_phone": PHONE}))


def test_a_number_never_stands_in_an_address(operator):
    assert operator.get("/calls/contacts/", {"caller_phone": PHONE}).status_code == 405


def test_prompts_follow_the_category(operator):
    assert "工伤认定" in text(operator.post("/calls/prompts/", {"category": "0301"}))
    assert operator.post("/calls/prompts/", {"category": "zz"}).status_code == 200


def test_the_year_for_arbitration_is_counted(operator):
    day = timezone.localdate() - dt.timedelta(days=100)
    page = text(operator.post("/calls/limitation/", {"occurred_on": day.isoformat()}))
    assert "第二十七条" in page
    assert "还剩" in page
    assert "届满" in text(operator.post("/calls/limitation/", {"occurred_on": "2020-01-01"}))
    assert "填写" in text(operator.post("/calls/limitation/", {"occurred_on": "2020-13-01"}))


@pytest.mark.parametrize("path", ["/calls/new/", "/calls/contacts/", "/calls/prompts/", "/calls/limitation/"])
def test_the_call_screen_belongs_to_the_hotline(client, zhao, path):
    client.force_login(zhao.user)
    assert client.post(path, SAID).status_code == 403
    assert not CallRecord.objects.exists()


def test_the_order_page_shows_clocks_and_steps(client, zhao):
    order = OrderFactory()
    client.force_login(zhao.user)
    page = text(client.get(order.get_absolute_url()))
    assert "签收" in page
    assert "剩" in page
    assert order.call.get_absolute_url() in page


def test_a_case_officer_walks_the_order_by_clicks(client, zhao):
    order = OrderFactory()
    client.force_login(zhao.user)
    steps = [
        ("sign_for", {}),
        ("start", {"contacted_on": timezone.localdate().isoformat()}),
        ("suspend", {"reason": "等待鉴定", "cause": "appraisal"}),
        ("resume", {}),
        ("give_feedback", {"result": RESULT, "recovered": "46,300"}),
    ]
    for verb, typed in steps:
        assert client.get(order.step_url(verb)).status_code == 200
        answer = client.post(order.step_url(verb), typed)
        assert answer.status_code == 302, text(answer)
    order.refresh_from_db()
    assert (order.state, order.handler) == ("feedback_given", zhao)


def test_an_inspector_calls_back_and_closes_by_clicks(client, bai):
    order = OrderFactory("feedback_given")
    client.force_login(bai.user)
    assert client.get(order.step_url("record_callback")).status_code == 200
    unrated = client.post(order.step_url("record_callback"), {"reached": "yes"})
    assert unrated.status_code == 422
    rated = {"reached": "yes", "satisfaction": "satisfied", "attitude": "satisfied"}
    assert client.post(order.step_url("record_callback"), rated).status_code == 302
    assert client.post(order.step_url("close")).status_code == 302
    order.refresh_from_db()
    assert order.state == "closed"


def test_a_step_not_open_says_why(client, bai):
    order = OrderFactory("in_progress")
    client.force_login(bai.user)
    assert client.get(order.step_url("close")).status_code == 409


@pytest.mark.parametrize(
    ("verb", "state", "typed"),
    [
        ("start", "signed", {"contacted_on": "2000-01-01"}),
        ("start", "signed", {"contacted_on": "2099-01-01"}),
        ("suspend", "in_progress", {"reason": ""}),
        ("give_feedback", "in_progress", {"result": ""}),
        ("give_feedback", "in_progress", {"result": "x", "recovered": "many"}),
        ("open_case", "in_progress", {"received_on": "2000-01-01"}),
    ],
)
def test_a_wrong_step_form_is_422(client, zhao, verb, state, typed):
    order = OrderFactory(state)
    client.force_login(zhao.user)
    assert client.post(order.step_url(verb), typed).status_code == 422
    order.refresh_from_db()
    assert order.state == state


@pytest.mark.parametrize(("days", "status"), [("6", 422), ("5", 302)])
def test_an_extension_is_at_most_the_same_length_again(client, luo, days, status):
    order = OrderFactory("in_progress")
    client.force_login(luo.user)
    typed = {"days": days, "reason": "等单位对账", "caller_told": "on"}
    assert client.post(order.step_url("extend"), typed).status_code == status


@pytest.mark.parametrize("number", ["GD1", ""])
def test_merging_needs_an_order_that_exists(client, luo, number):
    order = OrderFactory()
    client.force_login(luo.user)
    assert client.post(order.step_url("merge"), {"into": number}).status_code == 422


@pytest.mark.parametrize("show", ["open", "mine", "dispatch", "sign", "callback", "overdue", "all", "nonsense"])
def test_every_filter_of_orders_answers(client, zhao, show):
    OrderFactory()
    client.force_login(zhao.user)
    assert client.get("/work-orders/", {"show": show, "employer": "测试", "time_class": "ordinary"}).status_code == 200


@pytest.mark.parametrize("path", ["/calls/?show=all", "/work-orders/"])
def test_a_list_costs_the_same_for_few_and_for_many(client, luo, path):
    client.force_login(luo.user)
    client.get(path)
    counts = []
    for more in (5, 20):
        for _n in range(more):
            OrderFactory()
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 30


@pytest.mark.parametrize("path", ["/calls/", "/calls/new/", "/work-orders/"])
def test_no_english_stands_on_a_chinese_page(operator, path):
    page = text(operator.get(path))
    assert "Register" not in page
    assert "Work order" not in page


@pytest.mark.parametrize("path", ["/calls/", "/calls/new/", "/work-orders/"])
def test_the_page_is_there_in_english_too(operator, path):
    operator.cookies["django_language"] = "en"
    assert operator.get(path).status_code == 200
