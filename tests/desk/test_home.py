"""The home page of each duty: what waits, the most urgent first, and never a dead end."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from casework.panels import Task
from desk.home import MOST, urgency
from desk.words import WORDS
from organizations.models import Duty
from tests.factories.disputes import CaseFactory

EVERYBODY = ["yang", "zhao", "he", "ma", "luo", "su", "duan", "mu", "li", "bai", "gao", "shen", "tan", "hr_officer"]


def home(client, officer):
    client.force_login(officer.user)
    return client.get("/")


def test_every_duty_has_words_of_its_own():
    assert set(WORDS) == set(Duty) - {Duty.SYSTEM}


@pytest.mark.parametrize("who", EVERYBODY)
def test_an_empty_desk_says_so_and_leads_on(client, request, who):
    officer = request.getfixturevalue(who)
    page = home(client, officer)
    text = page.content.decode()
    words = WORDS[officer.duty]
    assert page.status_code == 200
    if not page.context["tasks"]:
        assert str(words.empty) in text
        assert str(words.way.label) in text


@pytest.mark.parametrize("who", EVERYBODY)
def test_every_link_on_a_desk_leads_somewhere(client, request, who):
    text = home(client, request.getfixturevalue(who)).content.decode()
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"#]*)"', text) if "/static/" not in link}
    answers = {link: client.get(link).status_code for link in links}
    assert {link for link, status in answers.items() if status != 200} == set()


def test_the_mediator_sees_the_case_with_its_next_step(client, yang):
    case = CaseFactory("assigned", mediator=yang)
    page = home(client, case.mediator)
    assert case.number in page.content.decode()
    assert [task.number for task in page.context["tasks"]] == [case.number]


def test_the_most_urgent_comes_first_and_files_without_a_day_last():
    today = timezone.localdate()
    days = [None, today + timedelta(days=2), today - timedelta(days=1)]
    tasks = [Task(str(n), "", "", day, "", "") for n, day in enumerate(days)]
    assert [task.number for task in sorted(tasks, key=urgency)] == ["2", "1", "0"]
    assert MOST == 20


@pytest.mark.parametrize("who", ["zhao", "yang", "duan"])
def test_a_full_desk_takes_no_more_queries_than_one_with_five_files(
    client, request, who, django_assert_max_num_queries
):
    officer = request.getfixturevalue(who)
    for _n in range(3):
        CaseFactory("applied")
        CaseFactory("accepted")
    home(client, officer)
    with django_assert_max_num_queries(45) as few:
        home(client, officer)
    for _n in range(8):
        CaseFactory("applied")
        CaseFactory("accepted")
    with django_assert_max_num_queries(len(few)):
        home(client, officer)
