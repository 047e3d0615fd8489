"""What a call sheet asks besides the request: kept, shown where filled, hidden with a caller who is hidden."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from hotline.models import CallRecord
from tests.factories.hotline import PHONE, CallFactory
from tests.hotline.test_pages import INQUIRY, SAID, text

pytestmark = pytest.mark.django_db

ID_NUMBER = "532923199001011212"
SHEET = {
    "sex": "female",
    "age_group": "18_34",
    "caller_id_number": ID_NUMBER,
    "ethnic_group": "14",
    "language": "bai",
    "union_member": "no",
    "worker_groups": ["migrant", "woman"],
    "needs": ["minority_language", "literacy"],
    "industry": "E",
    "size_band": "50_99",
    "employer_has_union": "yes",
    "occurred_from": "2026年3月1日",
    "occurred_to": "2026-06-30",
    "evidence": "考勤表、欠条",
    "other_body": "inspection",
    "other_body_number": "祥人社监〔2026〕12号",
    "urgency": "urgent",
    "emotional_risk": "on",
    "line": "0872-12351",
    "recording_key": "rec/2026/07/1.wav",
    "notice_read": "on",
    "passed_on_by": "12345",
}
WORDS = [
    "女",
    "18至34周岁",
    "居民身份证",
    "白族",
    "白语",
    "农民工、女职工",
    "需要少数民族语言服务",
    "建筑业",
    "50至99人",
]
MATTER = [
    "2026-03-01",
    "考勤表、欠条",
    "劳动保障监察",
    "祥人社监〔2026〕12号",
    "12345政务服务热线",
    "rec/2026/07/1.wav",
]


@pytest.fixture
def operator(client, ma):
    client.force_login(ma.user)
    return client


def registered(client, **more) -> CallRecord:
    answer = client.post("/calls/new/", {**SAID, **SHEET, "next_step": "order", **more})
    assert answer.status_code == 302, text(answer)
    return CallRecord.objects.latest("pk")


def test_the_whole_sheet_is_kept_and_shown_in_words(operator):
    call = registered(operator)
    assert (call.union_member, call.employer_has_union, call.channel) == (False, True, "transferred")
    assert (call.worker_groups, call.notice_version, call.id_type) == (["migrant", "woman"], "2026-1", "resident")
    page = text(operator.get(call.get_absolute_url()))
    assert not [word for word in WORDS + MATTER if word not in page]


def test_what_was_not_asked_is_not_shown(operator):
    operator.post("/calls/new/", {**INQUIRY, "next_step": "answer"})
    page = text(operator.get(CallRecord.objects.get().get_absolute_url()))
    assert not [word for word in ("民族", "所属行业", "持有证据", "紧急程度", "接入线路", "授权情况") if word in page]


@pytest.mark.parametrize("flag", ["anonymous", "confidential"])
def test_nothing_that_leads_to_a_hidden_caller_is_told(operator, flag):
    call = registered(operator, **{flag: "on"})
    page = text(operator.get(call.get_absolute_url()))
    assert not [word for word in WORDS[:7] if word in page]
    body = operator.get(f"/api/v1/calls/{call.pk}/").json()
    told = [body[name] for name in ("sex", "age_group", "ethnic_group", "worker_groups", "caller_phone")]
    assert told == [None, None, None, [], ""]
    assert body["industry"] == "E"


def test_the_api_takes_and_shows_the_sheet(operator):
    body = {**SAID, **SHEET, "amount": "86400", "talk_seconds": 207, "workers_affected": 5, "next_step": "order"}
    body |= {"notice_read": True, "emotional_risk": True, "occurred_from": "2026-03-01", "occurred_on": "2026-07-01"}
    answer = operator.post("/api/v1/calls/", body, content_type="application/json")
    assert answer.status_code == 201, answer.content.decode()
    shown = answer.json()
    assert (shown["needs"], shown["union_member"], shown["urgency"]) == (SHEET["needs"], False, "urgent")
    assert ID_NUMBER not in answer.content.decode()


@pytest.mark.parametrize("typed", [{"urgency": "urgent"}, {"urgency": "danger"}, {"urgent": "on", "urgency": ""}])
def test_an_urgent_call_makes_an_urgent_order(operator, typed):
    assert registered(operator, **typed).orders.get().urgent


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ethnic_group": "77"}, "id_ethnic_group"),
        ({"industry": "Z"}, "id_industry"),
        ({"worker_groups": ["rich"]}, "id_worker_groups"),
        ({"needs": ["money"]}, "id_needs"),
        ({"occurred_to": "2026-02-01"}, "id_occurred_to"),
        ({"other_body": ""}, "id_other_body"),
        ({"authority": "written"}, "id_relation"),
        ({"caller_name": "名" * 300}, "id_caller_name"),
        ({"evidence": "字" * 1001}, "id_evidence"),
        ({"caller_id_number": "123456789012345678"}, "id_caller_id_number"),
    ],
)
def test_a_folded_field_that_is_wrong_is_named_and_unfolded(operator, wrong, field):
    answer = operator.post("/calls/new/", {**SAID, **SHEET, "next_step": "order", **wrong})
    page = text(answer)
    assert answer.status_code == 422
    assert f'href="#{field}"' in page
    assert "考勤表" in page or "evidence" in wrong
    assert not CallRecord.objects.exists()


def test_a_passport_is_no_identity_card(operator):
    call = registered(operator, id_type="passport", caller_id_number="e12345678")
    assert (call.id_type, call.caller_id_number) == ("passport", "E12345678")


def test_groups_are_folded_until_something_stands_in_them(operator):
    assert '<details class="card-part" open>' not in text(operator.get("/calls/new/"))
    typed = {**SAID, "industry": "E", "next_step": "order", "claim": ""}
    assert text(operator.post("/calls/new/", typed)).count('<details class="card-part" open>') >= 1


def test_the_name_of_a_minor_is_wholly_hidden(operator):
    call = registered(operator, age_group="16_17", caller_id_number="")
    page = text(operator.get(call.get_absolute_url()))
    assert call.caller_label == "某某"
    assert "杨" not in page


@pytest.mark.parametrize("name", ["𠮷田测试", "欧阳测试", "<script>alert(1)</script>", "杨\r\n测试"])
def test_a_strange_name_is_kept_and_masked(operator, name):
    call = registered(operator, caller_name=name)
    assert "\n" not in call.caller_label
    assert (
        "<script>"
        not in text(operator.get(call.get_absolute_url())).partition('id="main"')[2].replace("</main>", "")[:9000]
    )
    assert call.caller_name[0] == name.strip()[0]


def test_the_screens_timer_does_not_measure_a_call_entered_afterwards(operator, ma, luo):
    typed = {**INQUIRY, "next_step": "answer", "talk_seconds": "95", "_timer": "1"}
    operator.post("/calls/new/", {**typed, "started_at": "2026-07-01T08:30", "handled_by": str(luo.pk)})
    call = CallRecord.objects.get()
    assert (call.talk_seconds, call.handled_by, call.entered_by) == (None, luo, ma)
    history = [(e.verb, e.by, e.at == call.started_at) for e in call.events.order_by("at", "pk")]
    assert history[:2] == [("take", luo, True), ("register", ma, False)]
    operator.post("/calls/new/", typed)
    assert CallRecord.objects.latest("pk").talk_seconds == 95


@pytest.mark.parametrize(
    "wrong", [{"occurred_from": "2026-02-02", "occurred_to": "2026-02-01"}, {"authority": "written"}]
)
def test_the_table_itself_refuses_what_cannot_be(ma, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        CallFactory(by=ma, **wrong)


@pytest.mark.parametrize(
    "typed",
    [
        PHONE,
        "+86 138 0000 1234",
        "+8613800001234",
        "008613800001234",
        "0086-138-0000-1234",
        "86 138 0000 1234",
        "138-0000-1234",
        "138\u20140000\u20141234",
        "１３８００００１２３４",
        "＋８６　１３８　００００　１２３４",
        "\u202d13800001234\u202c",
        " 138\u00a00000 1234 ",
    ],
)
def test_a_number_in_every_written_form_is_the_same_person(operator, ma, typed):
    earlier = CallFactory(by=ma)
    page = text(operator.post("/calls/contacts/", {"caller_phone": typed}))
    assert earlier.number in page
    assert registered(operator, caller_phone=typed).caller_phone == PHONE


@pytest.mark.parametrize(
    "typed", ["0872-3120000", "（0872）3120000", "+86 872 3120000", "0086 0872 3120000", "０８７２３１２００００"]
)
def test_a_landline_too(operator, ma, typed):
    earlier = CallFactory(by=ma, caller_phone="0872-3120000")
    assert earlier.number in text(operator.post("/calls/contacts/", {"caller_phone": typed}))
