"""The search box over cases: every way people look for one, in scope only."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casework import searching
from disputes.models import CaseText, DisputeCase, Party
from disputes.search import find
from tests.factories.disputes import RESPONDENT, CaseFactory, officer_of

pytestmark = pytest.mark.django_db

ID_NUMBER = "11010519491231002X"
WORKER = {"name": "欧阳测试", "phone": "13900005678", "id_number": ID_NUMBER}
EMPLOYER = "祥云孤雁建筑劳务有限公司"


@pytest.fixture(params=["frequent", "rare", "rare but many"])
def as_a(request, monkeypatch):
    """Few rows stand for many: the same words are frequent, rare, or rare among the newest, by where the line is."""
    if request.param == "frequent":
        monkeypatch.setattr(searching, "FREQUENT", 1)
    elif request.param == "rare but many":
        monkeypatch.setattr(searching, "NEWEST", 1)
        monkeypatch.setattr(searching, "MOST_KEYS", 1)


@pytest.fixture
def case(zhao, yang):
    """One among others: the wanted case, and two that hold none of its words."""
    wanted = CaseFactory(
        "mediating",
        mediator=yang,
        applicants=[WORKER],
        respondents=[{"name": EMPLOYER}],
        facts="城南新区九号工地停工，垫付的医疗费没有报销",
    )
    CaseFactory()
    CaseFactory("mediating", mediator=yang)
    return wanted


def found(officer, text):
    return [hit.url for hit in find(officer, text)]


def found_each(officer, texts):
    return {text: found(officer, text) for text in texts}


TYPED = [
    "欧阳测试",
    "欧阳",
    "13900005678",
    "139 0000 5678",
    "+86 139 0000 5678",
    ID_NUMBER,
    ID_NUMBER.lower(),
    EMPLOYER,
    "孤雁",
    "孤雁建筑",
    "guyan",
    "xygy",
    "九号工地",
    "医疗费",
    "ＡＢ",
]


def test_whatever_is_known_of_a_case_finds_it(case, zhao, yang, he):
    for who in (zhao, yang, he):
        assert found_each(who, TYPED[:-1]) == {text: [case.get_absolute_url()] for text in TYPED[:-1]}


def test_out_of_scope_and_without_files_nothing_is_found(case, wang, tan, shen):
    for who in (wang, tan, shen):
        assert found_each(who, TYPED) == {text: [] for text in TYPED}


def test_another_mediator_finds_nothing(case):
    from tests.conftest import member

    assert found(member("mediator", "zhou"), "孤雁") == []


def test_the_number_finds_the_case_first_and_its_parts_find_it_too(zhao, case):
    assert found(zhao, case.number)[0] == case.get_absolute_url()
    assert case.get_absolute_url() in found(zhao, case.number[-6:])


def test_the_number_a_court_gave_finds_the_case(zhao):
    case = CaseFactory(external_no="(2026)云2923诉前调12号")
    assert found(zhao, "(2026)云2923诉前调12号") == [case.get_absolute_url()]


def test_the_number_of_another_organisation_is_not_found(wang, case):
    assert found(wang, case.number) == []


def test_what_does_not_stand_there_is_not_found(zhao, case):
    texts = ["测试欧阳", "阳测", "欧%", "_阳测试", "1390000567", "雁孤", "%", "_", "'", "\\", "工地九号"]
    assert found_each(zhao, texts) == {text: [] for text in texts}


@pytest.mark.parametrize("word", ["孤雁", "九号工地"])
def test_words_are_found_whatever_their_frequency_the_newest_first(zhao, as_a, word):
    cases = [CaseFactory(respondents=[{"name": EMPLOYER}], facts="九号工地欠薪") for _n in range(3)]
    assert found(zhao, word) == [case.get_absolute_url() for case in cases[::-1]]


def test_a_case_against_the_employer_stands_before_one_that_only_tells_of_it(zhao):
    against = CaseFactory(respondents=[{"name": EMPLOYER}])
    CaseFactory(facts="介绍人来自祥云孤雁建筑")
    assert found(zhao, "孤雁")[0] == against.get_absolute_url()


@pytest.mark.parametrize("hidden", ["minor", "case"])
def test_nobody_is_found_by_a_name_that_must_not_be_known(zhao, hidden):
    case = CaseFactory(
        applicants=[{**WORKER, "is_minor": hidden == "minor", "guardian": "欧阳监护"}], facts="欧阳测试被拖欠工资"
    )
    if hidden == "case":
        DisputeCase.objects.filter(pk=case.pk).update(names_hidden=True)
        assert found(zhao, "拖欠") == []
    assert found(zhao, "13900005678") == [case.get_absolute_url()]
    if hidden == "case":
        assert found(zhao, "欧阳测试") == []
    assert not DisputeCase.objects.of_person("欧阳").exists()


def test_the_names_of_workers_are_in_no_text(case):
    assert "欧阳" not in CaseText.objects.get(pk=case.pk).text


def test_the_text_follows_number_employer_and_facts(zhao):
    case = CaseFactory()
    assert CaseText.objects.get(pk=case.pk).text == f"\n\n{RESPONDENT}\n拖欠三个月工资"
    Party.objects.filter(file=case, role="respondent").update(name="改名后的饭店")
    DisputeCase.objects.filter(pk=case.pk).update(facts="拖欠加班费", number="甲1")
    assert CaseText.objects.get(pk=case.pk).text == "甲1\n\n改名后的饭店\n拖欠加班费"


def test_a_search_takes_at_most_six_statements(zhao, case, as_a):
    for text in ("欧阳测试", "13900005678", ID_NUMBER, "孤雁", "guyan", "工地", "2026", "没有这个"):
        find(zhao, text)
        with CaptureQueriesContext(connection) as seen:
            find(zhao, text)
        assert len(seen) <= 6, (text, [query["sql"][:120] for query in seen.captured_queries])


def test_the_province_searches_everything(case):
    assert found(officer_of("statistician", "530000"), "孤雁") == [case.get_absolute_url()]
