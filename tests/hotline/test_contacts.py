"""Earlier contacts of number and person; who wishes to stay unknown is never brought together with anything."""

from __future__ import annotations

import pytest

from hotline import actions
from hotline.search import find
from tests.factories.hotline import PHONE, CallFactory, OrderFactory
from tests.hotline.test_call_sheet import ID_NUMBER
from tests.hotline.test_pages import text

pytestmark = pytest.mark.django_db
OTHER_PHONE = "13900005678"


@pytest.fixture
def operator(client, ma):
    client.force_login(ma.user)
    return client


def asked(client, **typed) -> str:
    return text(client.post("/calls/contacts/", typed))


def test_the_person_is_known_again_on_another_number(operator, ma):
    earlier = CallFactory(by=ma, caller_id_number=ID_NUMBER)
    assert earlier.number in asked(operator, caller_phone=OTHER_PHONE, caller_id_number=ID_NUMBER.lower())
    assert earlier.number in asked(operator, caller_id_number=ID_NUMBER)
    assert earlier.number not in asked(operator, caller_phone=OTHER_PHONE)


def test_number_and_person_are_counted_once(operator, ma):
    CallFactory(by=ma, caller_id_number=ID_NUMBER)
    assert "第2次来电" in asked(operator, caller_phone=PHONE, caller_id_number=ID_NUMBER)


def test_an_anonymous_caller_is_not_looked_up(operator, ma):
    earlier = CallFactory(by=ma)
    page = asked(operator, caller_phone=PHONE, anonymous="on")
    assert earlier.number not in page
    assert "匿名来电" in page


def test_a_confidential_call_is_found_by_number_only_by_who_knows_the_caller(client, ma, luo, zhao):
    call = OrderFactory("signed", confidential=True).call
    for officer, known in [(call.handled_by, True), (luo, False)]:
        client.force_login(officer.user)
        assert (call.number in asked(client, caller_phone=PHONE)) is known
        assert bool(find(officer, PHONE)) is known
    assert find(call.orders.get().handler, PHONE)


def test_who_looks_for_an_anonymous_caller_finds_nothing(ma):
    CallFactory(by=ma, anonymous=True, caller_id_number=ID_NUMBER)
    assert not find(ma, PHONE)
    assert not find(ma, ID_NUMBER)


# Who is not safe on the telephone


@pytest.mark.parametrize("page", ["", "reveal/", "record_callback/", "record_attempt/"])
def test_whoever_may_be_asked_to_call_is_warned(client, bai, page):
    order = OrderFactory("feedback_given", do_not_call=True, call_times="周日18点以后")
    client.force_login(bai.user)
    shown = text(client.get(order.get_absolute_url() + page))
    assert "勿致电" in shown
    assert "周日18点以后" in shown


def test_the_number_can_be_dialled_where_nothing_forbids_it(client, zhao):
    for forbidden in (False, True):
        order = OrderFactory("signed", do_not_call=forbidden)
        client.force_login(zhao.user)
        page = text(client.post(order.get_absolute_url() + "reveal/", {"reason": "联系"}))
        assert PHONE in page
        assert (f'href="tel:{PHONE}"' in page) is not forbidden


def test_the_case_opened_from_the_order_warns_its_mediator(client, zhao, yang):
    order = OrderFactory("in_progress", do_not_call=True, needs=["hearing"])
    typed = {"received_on": order.call.received_on, "category": "0101", "worker_count": "1", "facts": "欠薪"}
    client.force_login(zhao.user)
    client.post(order.step_url("open_case"), {**typed, "employer_name": "祥云测试建筑有限公司"})
    order.refresh_from_db()
    page = text(client.get(order.case.get_absolute_url()))
    assert "勿致电" in page
    assert "听力障碍" in page
    assert "勿致电" in text(client.get(order.case.get_absolute_url() + "reveal/"))


def test_the_callback_of_who_must_not_be_called_is_recorded_without_attempts(bai, now):
    order = OrderFactory("feedback_given", do_not_call=True)
    assert actions.record_callback(order, by=bai, at=now, reached=False).state == "callback_done"


# Calling for somebody else


@pytest.fixture
def opened(client, zhao):
    def post(call: dict, **typed):
        order = OrderFactory("in_progress", **call)
        client.force_login(zhao.user)
        form = {"received_on": order.call.received_on, "category": "0101", "worker_count": "1", "facts": "欠薪"}
        answer = client.post(order.step_url("open_case"), {**form, "employer_name": "祥云测试建筑有限公司", **typed})
        order.refresh_from_db()
        return answer, order.case

    return post


@pytest.mark.parametrize(
    ("call", "typed", "missing"),
    [
        ({"relation": "relative", "authority": "none"}, {}, "授权材料"),
        ({"relation": "relative", "authority": "oral", "worker_name": "李测试"}, {}, "授权材料"),
        ({"relation": "relative", "authority": "none"}, {"applicant_name": "杨测试"}, "授权材料"),
        ({"relation": "lawyer", "authority": "written"}, {}, "职工本人姓名"),
        ({"relation": "lawyer", "authority": "written"}, {"applicant_name": "杨测试"}, "职工本人姓名"),
    ],
)
def test_who_calls_for_somebody_else_does_not_apply_in_their_own_name(opened, call, typed, missing):
    answer, case = opened(call, **typed)
    assert (answer.status_code, case) == (422, None)
    assert missing in text(answer)


@pytest.mark.parametrize(
    ("call", "typed"),
    [
        ({"relation": "relative", "authority": "none"}, {"applicant_name": "李测试"}),
        ({"relation": "relative", "authority": "by_law", "worker_name": "李测试"}, {}),
    ],
)
def test_the_worker_applies_and_not_the_caller(opened, call, typed):
    answer, case = opened(call, **typed)
    applicant = case.parties.get(role="applicant")
    assert (answer.status_code, applicant.name, applicant.phone) == (302, "李测试", "")


def test_the_contacts_say_that_an_earlier_call_forbade_to_ring(operator, ma):
    CallFactory(by=ma, do_not_call=True)
    assert "勿致电" in asked(operator, caller_phone=PHONE)
