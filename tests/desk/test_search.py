"""The search box: one box for everything in scope, and nothing out of it."""

import pytest

from tests.factories.disputes import RESPONDENT, CaseFactory


def search(client, officer, text):
    client.force_login(officer.user)
    return client.post("/search/", {"q": text})


@pytest.fixture
def case(zhao, yang):
    return CaseFactory("mediating", mediator=yang)


@pytest.mark.parametrize("text", ["number", "13800001234", RESPONDENT, "测试花卉"])
def test_number_telephone_and_employer_find_the_case_or_the_employer(client, zhao, case, text):
    text = case.number if text == "number" else text
    titles = [hit.title for hit in search(client, zhao, text).context["hits"]]
    assert {case.number, RESPONDENT} & set(titles[:3])


def test_the_neighbour_finds_no_file(client, wang, case):
    hits = search(client, wang, case.number).context["hits"]
    assert hits == []


def test_one_character_is_too_little_and_says_so(client, zhao):
    assert "请至少输入两个字" in search(client, zhao, "杨").content.decode()


def test_nothing_found_says_what_can_be_typed(client, zhao):
    assert "您的范围内没有找到" in search(client, zhao, "没有这个单位").content.decode()


def test_the_box_of_the_frame_posts(client, zhao):
    client.force_login(zhao.user)
    frame = client.get("/").content.decode()
    assert 'action="/search/" method="post"' in frame


@pytest.mark.parametrize("who", ["tan", "shen", "hr_officer"])
def test_those_without_files_do_not_search(client, request, who):
    assert search(client, request.getfixturevalue(who), "祥云").status_code == 403
