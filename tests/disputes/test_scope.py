"""Who may know of a case."""

import pytest

from disputes.models import DisputeCase
from tests.factories.disputes import CaseFactory
from tests.factories.organizations import OfficerFactory

pytestmark = pytest.mark.django_db

SUBTREE = ["zhao", "duan", "mu", "li", "gao", "luo", "ma", "su", "bai", "he"]
NOBODY = ["shen", "tan", "hr_officer", "wang", "yang"]


@pytest.mark.parametrize("name", SUBTREE)
def test_the_duties_of_the_county_and_above_know_its_cases(request, name):
    case = CaseFactory()
    assert DisputeCase.objects.visible_to(request.getfixturevalue(name)).get() == case


@pytest.mark.parametrize("name", NOBODY)
def test_others_know_nothing(request, name):
    CaseFactory()
    assert not DisputeCase.objects.visible_to(request.getfixturevalue(name)).exists()


def test_a_mediator_knows_the_own_cases_only(yang):
    mine, _other = CaseFactory("assigned", mediator=yang), CaseFactory()
    assert DisputeCase.objects.visible_to(yang).get() == mine
    colleague = OfficerFactory(duty="mediator", certified=True)
    assert not DisputeCase.objects.visible_to(colleague).exists()


def test_an_officer_below_does_not_look_up(zhao):
    CaseFactory(region="532900")
    assert not DisputeCase.objects.visible_to(zhao).exists()


@pytest.mark.parametrize(("name", "status"), [("zhao", 200), ("he", 200), ("wang", 404), ("yang", 404), ("shen", 404)])
def test_page_and_api_answer_alike(client, request, name, status):
    case = CaseFactory()
    client.force_login(request.getfixturevalue(name).user)
    assert client.get(case.get_absolute_url()).status_code == status
    assert client.get(f"/api/v1/cases/{case.pk}/").status_code == status
    assert client.get(case.step_url("accept")).status_code == (403 if name == "he" else status)


def test_the_outsider_reads_no_foreign_word(client, wang):
    case = CaseFactory()
    client.force_login(wang.user)
    for url in ("/cases/", "/api/v1/cases/", "/cases/?show=mine", "/cases/?respondent=云南测试"):
        assert "云南测试花卉" not in client.get(url).content.decode().replace('value="云南测试"', "")
    for verb in ("accept", "attach", "agree"):
        assert client.post(case.step_url(verb), {}).status_code == 404
        assert client.post(f"/api/v1/cases/{case.pk}/{verb}/", {}).status_code == 404
