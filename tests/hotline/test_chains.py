"""What follows from a work order, linked both ways."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from casework.errors import StepRefused
from casework.models import Category
from disputes.models import DisputeCase
from hotline import actions
from hotline.panels import panels
from supervision.models import SupervisionMatter, SupervisionTopic
from tests.factories.hotline import PHONE, OrderFactory

pytestmark = pytest.mark.django_db

APPLICATION = {
    "received_on": "",
    "category": "0101",
    "employer_name": "祥云测试建筑有限公司",
    "worker_count": "5",
    "amount": "46300",
    "facts": "三个月工资未发",
}


@pytest.fixture
def order(db):
    return OrderFactory("in_progress", amount=Decimal(46300))


@pytest.fixture
def case(client, zhao, order) -> DisputeCase:
    client.force_login(zhao.user)
    typed = {**APPLICATION, "received_on": order.call.received_on}
    answer = client.post(order.step_url("open_case"), typed)
    assert answer.status_code == 302, answer.content.decode()
    order.refresh_from_db()
    assert order.case
    return order.case


def test_the_form_is_filled_from_the_call_without_showing_the_caller(client, zhao, order):
    client.force_login(zhao.user)
    page = client.get(order.step_url("open_case")).content.decode()
    assert "祥云测试建筑有限公司" in page
    assert "46300" in page
    assert "杨测试" not in page
    assert PHONE not in page


def test_a_case_opened_from_an_order_has_the_parties_of_the_call(case, order):
    applicant = case.parties.get(role="applicant")
    respondent = case.parties.get(role="respondent")
    assert (applicant.name, applicant.phone) == ("杨测试", PHONE)
    assert respondent.employer == order.call.employer
    assert (case.origin, case.worker_count, case.amount_claimed) == ("hotline", 5, Decimal(46300))
    assert (case.org, case.legal_ground) == (order.org, "pay")
    assert order.state == "in_progress"


def test_order_and_case_lead_to_each_other(client, case, order, zhao, yang):
    client.force_login(zhao.user)
    assert case.get_absolute_url() in client.get(order.get_absolute_url()).content.decode()
    [panel] = panels(case, zhao)
    assert [line.url for line in panel.lines] == [order.get_absolute_url(), order.call.get_absolute_url()]
    assert panels(case, yang) == []


def test_one_order_opens_one_case(client, case, order):
    answer = client.post(order.step_url("open_case"), {**APPLICATION, "received_on": order.call.received_on})
    assert answer.status_code == 409
    assert DisputeCase.objects.count() == 1


def test_a_caller_without_a_name_must_be_replaced_by_an_applicant(client, zhao):
    order = OrderFactory("in_progress", caller_name="", anonymous=True)
    client.force_login(zhao.user)
    typed = {**APPLICATION, "received_on": order.call.received_on}
    assert client.post(order.step_url("open_case"), typed).status_code == 422
    assert client.post(order.step_url("open_case"), {**typed, "applicant_name": "李测试"}).status_code == 302
    applicant = DisputeCase.objects.get().parties.get(role="applicant")
    assert (applicant.name, applicant.phone) == ("李测试", "")


def test_another_unit_opens_no_case(order, now):
    from tests.factories.hotline import officer_of

    with pytest.raises(StepRefused):
        actions.open_case(
            order,
            by=officer_of("case_officer", "532900"),
            at=now,
            received_on=order.call.received_on,
            category=Category.objects.get(pk="0101"),
            facts="…",
            amount=None,
            worker_count=1,
            employer_name="甲公司",
            legal_ground="pay",
        )
    assert not DisputeCase.objects.exists()


def test_a_supervision_matter_is_about_the_employer_and_never_names_the_caller(client, zhao, order):
    client.force_login(zhao.user)
    topic = SupervisionTopic.objects.first()
    typed = {"topic": topic.pk, "facts": "拖欠工资", "workers_affected": "5"}
    assert client.post(order.step_url("open_matter"), typed).status_code == 302
    order.refresh_from_db()
    matter = SupervisionMatter.objects.get()
    assert (order.matter, matter.employer, matter.source) == (matter, order.call.employer, "work_order")
    assert next(line.url for panel in panels(matter, zhao) for line in panel.lines) == order.get_absolute_url()
    assert "杨" not in client.get(matter.get_absolute_url()).content.decode()


def test_a_later_call_names_the_order_it_is_about(client, ma, order):
    client.force_login(ma.user)
    typed = {
        "request_type": "inquiry",
        "category": "0101",
        "region": "532923",
        "workers_affected": "1",
        "facts": "询问进度",
        "about": order.number,
        "next_step": "later",
    }
    assert client.post(reverse("hotline:calls-new"), typed).status_code == 302
    assert order.later_calls.get().facts == "询问进度"
