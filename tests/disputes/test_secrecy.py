"""A restricted case exists for those named, for whoever restricted it, and for its mediator."""

import pytest

from disputes import actions, desk, search
from disputes.models import DisputeCase
from tests.factories.disputes import ENDING, CaseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(yang, duan, li, now):
    case = CaseFactory("mediating", mediator=yang)
    return actions.restrict(case, by=duan, at=now, officers=[li], reason="涉及隐私")


@pytest.mark.parametrize("name", ["duan", "li", "yang"])
def test_the_named_officers_go_on_working_on_it(client, request, secret, name):
    officer = request.getfixturevalue(name)
    client.force_login(officer.user)
    assert client.get(secret.get_absolute_url()).status_code == 200
    assert client.get(f"/api/v1/cases/{secret.pk}/").status_code == 200


@pytest.mark.parametrize("name", ["zhao", "gao", "he", "mu", "luo", "wang"])
def test_to_everybody_else_it_is_not_there(client, request, secret, name, now):
    officer = request.getfixturevalue(name)
    client.force_login(officer.user)
    assert client.get(secret.get_absolute_url()).status_code == 404
    assert client.get(f"/api/v1/cases/{secret.pk}/").status_code == 404
    assert client.post(secret.step_url("attach"), {}).status_code == 404
    assert str(secret) not in client.get("/cases/").content.decode()
    assert client.get("/api/v1/cases/").json()["results"] == []
    assert search.find(officer, secret.number) == []
    assert not DisputeCase.objects.visible_to(officer).exists()
    assert [card.count for card in desk.cards(officer, now.date()) if card.count != "0"] == []


def test_lifted_it_is_a_case_like_any_other(secret, duan, zhao, now):
    case = actions.lift_restriction(secret, by=duan, at=now, reason="已公开")
    assert DisputeCase.objects.visible_to(zhao).get() == case
    assert not case.clearances.exists()


def test_what_is_split_off_or_reopened_is_restricted_to_the_same(secret, duan, yang, zhao, li, now):
    actions.fail(secret, by=yang, at=now, **ENDING)
    actions.close_out(secret, by=yang, at=now, closed_out_on=now.date(), callback="satisfied")
    new = actions.reopen(secret, by=duan, at=now, received_on=now.date(), facts="新事实", reason="新证据")
    assert DisputeCase.objects.visible_to(li).filter(pk=new.pk).exists()
    assert not DisputeCase.objects.visible_to(zhao).exists()
