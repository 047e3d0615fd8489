"""Who may know of a referral: the union's subtree, and of the authorities the one it lies before."""

from __future__ import annotations

import pytest
from django.test import Client

from organizations.models import Officer
from referrals.models import Referral
from tests.factories.organizations import AuthorityOfficerFactory
from tests.factories.referrals import make_referral, recall

pytestmark = pytest.mark.django_db


def client_of(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer.user)
    return client


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("li", 200), ("zhao", 200), ("duan", 200), ("mu", 200), ("he", 200), ("hr_officer", 200),
        ("wang", 404), ("yang", 404), ("ma", 404), ("luo", 404), ("su", 404), ("bai", 404), ("gao", 404),
        ("shen", 404), ("tan", 404),
    ],
)  # fmt: skip
def test_page_and_api_exist_only_within_scope(request, case, who, status):
    referral = make_referral(case, "sent")
    client = client_of(request.getfixturevalue(who))
    page, api = client.get(referral.get_absolute_url()), client.get(f"/api/v1/referrals/{referral.pk}/")
    assert (page.status_code, api.status_code) == (status, status)
    if status == 404:
        assert referral.subject not in page.content.decode() + api.content.decode()


def test_the_mediator_knows_the_referrals_of_the_own_cases(case, yang):
    referral = make_referral(case, "sent")
    type(case).objects.filter(pk=case.pk).update(mediator=yang)
    assert client_of(yang).get(referral.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("state", ["draft", "queued", "send_failed"])
def test_an_authority_knows_nothing_of_what_is_not_delivered(case, hr_officer, state):
    assert client_of(hr_officer).get(make_referral(case, state).get_absolute_url()).status_code == 404


def test_what_was_recalled_before_it_was_delivered_never_shows(case, hr_officer, now):
    referral = recall(make_referral(case, "queued"), now)
    assert not Referral.objects.visible_to(hr_officer).filter(pk=referral.pk).exists()


def test_an_authority_that_holds_it_sees_that_it_was_recalled(case, hr_officer, now):
    referral = recall(make_referral(case, "sent"), now)
    page = client_of(hr_officer).get(referral.get_absolute_url()).content.decode()
    assert "当事人撤回" in page


def test_another_authority_enumerating_ids_finds_nothing(case):
    make_referral(case, "sent")
    make_referral(case, "acknowledged")
    other = client_of(AuthorityOfficerFactory(kind="court"))
    neighbour = client_of(AuthorityOfficerFactory(kind="hr", region="532924"))
    ids = range(1, Referral.objects.order_by("-pk").values_list("pk", flat=True)[0] + 3)
    for client in (other, neighbour):
        assert {client.get(f"/referrals/{pk}/").status_code for pk in ids} == {404}
        assert {client.get(f"/api/v1/referrals/{pk}/").status_code for pk in ids} == {404}
        assert {client.post(f"/api/v1/referrals/{pk}/acknowledge/", {}).status_code for pk in ids} == {404}
        assert client.get("/api/v1/referrals/").json()["results"] == []


def test_the_authority_never_sees_the_case(case, hr_officer):
    referral = make_referral(case, "sent")
    client = client_of(hr_officer)
    page = client.get(referral.get_absolute_url()).content.decode()
    assert "杨小明" not in page
    assert "祥云县甲餐饮有限公司" not in page
    assert f"/cases/{case.pk}/" not in page
    assert client.get(case.get_absolute_url()).status_code == 404
    shown = client.get(f"/api/v1/referrals/{referral.pk}/").json()
    assert (shown["case"], shown["order"], shown["document"], shown["override_reason"]) == (None, None, None, None)


def test_the_authority_reads_no_history_before_the_delivery(case, hr_officer, duan):
    page = client_of(hr_officer).get(make_referral(case, "sent").get_absolute_url()).content.decode()
    assert duan.user.display_name not in page


@pytest.mark.parametrize(
    ("who", "verb", "state"),
    [
        ("zhao", "approve", "draft"),
        ("he", "edit", "draft"),
        ("li", "recall", "sent"),
        ("hr_officer", "recall", "sent"),
        ("duan", "acknowledge", "sent"),
        ("zhao", "record_result", "completed"),
        ("hr_officer", "record_result", "completed"),
    ],
)
def test_the_wrong_duty_is_refused_on_a_visible_referral(request, case, who, verb, state):
    referral = make_referral(case, state)
    body = {"reason": "x", "acked_on": "2026-01-01", "told_on": "2026-01-01"}
    client = client_of(request.getfixturevalue(who))
    answer = client.post(f"/api/v1/referrals/{referral.pk}/{verb}/", body, content_type="application/json")
    assert answer.status_code in {400, 403}
    assert client.get(referral.step_url(verb)).status_code == 403
    referral.refresh_from_db()
    assert referral.state == state


@pytest.mark.parametrize("who", ["wang", "li", "tan"])
def test_the_authoritys_desk_is_for_authorities(request, who):
    assert client_of(request.getfixturevalue(who)).get("/inbox/").status_code == 403
