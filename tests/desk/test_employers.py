"""The register of employers: list, page, API."""

import pytest
from stdnum.cn import uscc

from casework.employers import enter_named
from casework.models import Employer
from tests.factories.disputes import RESPONDENT, CaseFactory

CODE = "91532923MA6K00000"
CODE += uscc.calc_check_digit(CODE)


@pytest.fixture
def case(zhao, yang):
    return CaseFactory("mediating", mediator=yang)


def test_the_list_is_narrowed_by_part_of_the_name_or_the_beginning_of_the_code(client, zhao, case):
    enter_named(name="宾川样板物流有限公司", uscc=CODE, region_id="532924")
    client.force_login(zhao.user)
    assert [e.name for e in client.get("/employers/", {"text": "样板"}).context["page"]] == ["宾川样板物流有限公司"]
    assert [e.uscc for e in client.get("/employers/", {"text": CODE[:10]}).context["page"]] == [CODE]
    assert "没有符合条件的用人单位" in client.get("/employers/", {"text": "不存在"}).content.decode()


def test_the_page_shows_the_files_in_scope_and_only_those(client, zhao, wang, case):
    page = Employer.objects.get(name=RESPONDENT).get_absolute_url()
    client.force_login(zhao.user)
    assert case.number in client.get(page).content.decode()
    client.force_login(wang.user)
    assert "您的范围内没有涉及该单位的事项" in client.get(page).content.decode()


@pytest.mark.parametrize("address", ["/employers/", "/employers/1/"])
def test_authorities_and_administrators_do_not_browse_the_register(client, request, address):
    for who in ("tan", "hr_officer"):
        client.force_login(request.getfixturevalue(who).user)
        assert client.get(address).status_code in {403, 404}


def test_a_longer_list_takes_no_more_queries(client, zhao, django_assert_max_num_queries):
    client.force_login(zhao.user)
    Employer.objects.bulk_create(Employer(name=f"样板{n}", region_id="532923") for n in range(5))
    with django_assert_max_num_queries(20) as few:
        client.get("/employers/")
    Employer.objects.bulk_create(Employer(name=f"示例{n}", region_id="532923") for n in range(20))
    with django_assert_max_num_queries(len(few)):
        client.get("/employers/")


def enter(client, officer, **known):
    client.force_login(officer.user)
    return client.post("/api/v1/employers/", {"name": "样板茶业", **known}, content_type="application/json")


def test_an_employer_is_entered_once_for_its_credit_code(client, zhao):
    first = enter(client, zhao, uscc=CODE, region="532923")
    assert (first.status_code, first.json()["region"]) == (201, "532923")
    second = enter(client, zhao, uscc=CODE)
    assert (second.status_code, list(second.json()["errors"])) == (400, ["uscc"])


def test_a_wrong_code_is_named_and_others_may_not_enter(client, zhao, he):
    assert list(enter(client, zhao, uscc="123").json()["errors"]) == ["uscc"]
    assert enter(client, he).status_code == 403


def test_the_api_lists_and_shows(client, zhao):
    pk = enter(client, zhao, uscc=CODE).json()["id"]
    found = client.get("/api/v1/employers/", {"text": "样板"}).json()["results"]
    assert [row["id"] for row in found] == [pk]
    assert client.get(f"/api/v1/employers/{pk}/").json()["uscc"] == CODE


def test_people_behind_an_employer_are_masked(client, zhao):
    employer = Employer.objects.create(
        name="祥云测试建筑有限公司", region_id="532923", phone="13800009876", legal_representative="李测试"
    )
    client.force_login(zhao.user)
    for address in (employer.get_absolute_url(), f"/api/v1/employers/{employer.pk}/"):
        shown = client.get(address).content.decode()
        assert "13800009876" not in shown
        assert "李测试" not in shown
        assert "138****9876" in shown
