"""Where a work order goes: by the place of work, by the rules of the administrator, or elsewhere with a reason."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from casework.models import Category
from hotline.models import DispatchRule
from hotline.units import propose
from organizations.models import Region, UnionOrg
from tests.factories.hotline import CallFactory, OrderFactory, at, officer_of

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 6, 3)
MONDAY = at("2024-06-03")


def rule(category: str | None, region: str | None, target: str, **more) -> DispatchRule:
    """`target`: a level, or the division whose federation it goes to."""
    where = {"level": target} if target.isalpha() else {"unit": UnionOrg.objects.get(region=target, kind="federation")}
    return DispatchRule.objects.create(
        category_id=category, region_id=region, valid_from=more.pop("valid_from", dt.date(2024, 1, 1)), **where, **more
    )


def unit_for(category: str, place: str, of: str = "530000") -> str | None:
    found = propose(
        Category.objects.get(pk=category),
        Region.objects.get(pk=place),
        officer_of("hotline_operator", of),
        DAY,
    )
    return found.unit.region_id if found.unit else None


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([], "532923"),
        ([("01", None, "prefecture")], "532900"),
        ([("0101", None, "province")], "530000"),
        ([("01", None, "province"), ("0101", None, "prefecture")], "532900"),
        ([("0101", None, "province"), ("01", "532923", "532924")], "532924"),
        ([(None, "532900", "prefecture")], "532900"),
        ([("02", None, "province")], "532923"),
        ([("01", "532924", "province")], "532923"),
    ],
    ids=["no rule", "group", "category", "narrower", "nearer", "place", "other group", "other place"],
)
def test_the_nearest_and_narrowest_rule_decides(rules, expected):
    for row in rules:
        rule(*row)
    assert unit_for("0101", "532923") == expected


@pytest.mark.parametrize(
    ("valid", "expected"),
    [
        ({"valid_from": dt.date(2024, 6, 4)}, "532923"),
        ({"valid_to": dt.date(2024, 6, 3)}, "532923"),
        ({"valid_to": dt.date(2024, 6, 4)}, "532900"),
    ],
)
def test_a_rule_counts_while_it_is_in_force(valid, expected):
    rule("01", None, "prefecture", **valid)
    assert unit_for("0101", "532923") == expected


def test_a_rule_never_leads_out_of_the_subtree_of_who_dispatches():
    rule("01", None, "province")
    assert unit_for("0101", "532923", of="532923") == "532923"


def test_a_rule_names_one_target():
    with pytest.raises(ValidationError):
        DispatchRule(valid_from=DAY).full_clean()
    with pytest.raises(ValidationError):
        DispatchRule(
            valid_from=DAY, level="county", unit=UnionOrg.objects.get(region="532923", kind="federation")
        ).full_clean()


def test_the_order_says_why_it_went_where_it_went():
    order = OrderFactory(when=MONDAY)
    assert order.dispatch_basis == "按工作地：祥云县"
    rule("01", "532923", "532923")
    order = OrderFactory(when=MONDAY)
    assert order.dispatch_rule is not None
    assert "按派单规则" in order.dispatch_basis


@pytest.fixture
def returned(client):
    operator = officer_of("hotline_operator", "532900")
    order = CallFactory(by=operator, next_step="order").orders.get()
    from hotline import actions

    order = actions.return_order(order, by=officer_of("case_officer"), at=order.opened_at, reason="不属本县")
    client.force_login(operator.user)
    return order


def test_another_unit_than_the_one_proposed_needs_a_reason(client, returned):
    elsewhere = UnionOrg.objects.get(region="532924", kind="federation")
    page = client.get(returned.step_url("dispatch")).content.decode()
    assert "按工作地：祥云县" in page
    answer = client.post(returned.step_url("dispatch"), {"dispatched_to": elsewhere.pk})
    assert answer.status_code == 422
    assert "id_reason" in answer.content.decode()
    typed = {"dispatched_to": elsewhere.pk, "reason": "用人单位注册地在宾川"}
    assert client.post(returned.step_url("dispatch"), typed).status_code == 302
    returned.refresh_from_db()
    assert returned.dispatch_basis == "用人单位注册地在宾川"
    assert returned.events.filter(verb="dispatch").latest("pk").note == "用人单位注册地在宾川"


def test_the_api_refuses_it_at_the_field(client, returned):
    elsewhere = UnionOrg.objects.get(region="532924", kind="federation")
    answer = client.post(
        f"/api/v1/work-orders/{returned.pk}/dispatch/",
        {"dispatched_to": elsewhere.pk},
        content_type="application/json",
    )
    assert answer.status_code == 400
    assert "reason" in answer.json()["errors"]


def test_the_call_screen_asks_for_the_reason_too(client):
    operator = officer_of("hotline_operator", "532900")
    client.force_login(operator.user)
    elsewhere = UnionOrg.objects.get(region="532924", kind="federation")
    typed = {
        "request_type": "complaint",
        "category": "0101",
        "region": "532923",
        "workers_affected": "1",
        "employer_name": "祥云测试建筑有限公司",
        "facts": "欠薪",
        "claim": "支付",
        "caller_phone": "13800001234",
        "next_step": "order",
        "dispatched_to": elsewhere.pk,
    }
    answer = client.post("/calls/new/", typed)
    assert answer.status_code == 422
    assert "id_dispatch_reason" in answer.content.decode()
    assert client.post("/calls/new/", {**typed, "dispatch_reason": "单位在宾川"}).status_code == 302


def test_an_administrator_keeps_the_rules(client, tan):
    client.force_login(tan.user)
    typed = {"category": "01", "region": "532923", "unit": "", "level": "prefecture", "valid_from": "2024-01-01"}
    assert client.post("/control/hotline/dispatchrule/add/", typed).status_code == 302
    assert unit_for("0101", "532923") == "532900"


def test_who_is_asked_first_stays_responsible_and_tells_the_caller_of_unpaid_wages(client, zhao):
    order = OrderFactory()
    client.force_login(zhao.user)
    assert "首问负责" in client.get(order.step_url("return_order")).content.decode()
    client.post(order.step_url("return_order"), {"reason": "不属本单位", "version": order.version})
    page = client.get(order.get_absolute_url()).content.decode()
    assert "仍由" in page
    assert "首问负责" in page
