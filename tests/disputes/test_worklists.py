"""Lists people work from: order, filters, views, columns, the way from case to case, and what it costs."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.models import SavedView
from disputes import actions
from disputes.models import DisputeCase
from tests.conftest import member
from tests.factories.disputes import CaseFactory

pytestmark = pytest.mark.django_db
URGENT, RAISED, ORDINARY = 2, 1, 0


def case_with(*, state="applied", due_on=None, **columns):
    """Days and levels as given: what a list sorts and narrows by."""
    case = CaseFactory(state)
    DisputeCase.objects.filter(pk=case.pk).update(due_on=due_on, **columns)
    return case


def listed(client, officer, query=""):
    client.force_login(officer.user)
    return [case.pk for case in client.get(f"/cases/?{query}").context["page"]]


def test_urgent_ones_come_first_then_the_day_that_counts_then_the_older(client, zhao):
    today = timezone.localdate()
    later, sooner = today + dt.timedelta(days=9), today + dt.timedelta(days=2)
    none = case_with()
    last = case_with(due_on=later)
    older = case_with(due_on=sooner)
    younger = case_with(due_on=sooner)
    raised = case_with(due_on=later, urgency=RAISED)
    urgent = case_with(urgency=URGENT)
    wanted = [urgent.pk, raised.pk, older.pk, younger.pk, last.pk, none.pk]
    assert listed(client, zhao) == wanted
    assert listed(client, zhao, "show=running") == wanted
    assert listed(client, zhao, "show=all") == sorted(wanted, reverse=True)


@pytest.mark.parametrize("day", [None, dt.date(1999, 1, 1), dt.date(2026, 2, 28), dt.date(2400, 1, 1)])
@pytest.mark.parametrize("urgency", [ORDINARY, URGENT])
def test_every_case_has_one_place_of_its_own(day, urgency):
    first, second = case_with(due_on=day, urgency=urgency), case_with(due_on=day, urgency=urgency)
    ranks = list(DisputeCase.objects.filter(pk__in=[first.pk, second.pk]).order_by("pk").values_list("rank", flat=True))
    assert ranks[0] < ranks[1]


def test_a_level_is_set_with_a_reason_and_recorded(zhao, yang):
    case = CaseFactory("mediating", mediator=yang)
    actions.rate(case, by=yang, at=timezone.now(), urgency=URGENT, reason="当事人情绪激动")
    event = case.events.latest("pk")
    assert (event.verb, event.note, event.before, event.after) == ("rate", "当事人情绪激动", "mediating", "mediating")
    assert DisputeCase.objects.get(pk=case.pk).urgency == URGENT


def test_the_same_level_again_is_refused(zhao):
    from casework.errors import StepRefused

    with pytest.raises(StepRefused):
        actions.rate(CaseFactory(), by=zhao, at=timezone.now(), urgency=ORDINARY, reason="无")


@pytest.fixture
def every_state(zhao, yang):
    states = ("applied", "awaiting_supplement", "mediating", "suspended", "performing", "closed_out")
    return {state: CaseFactory(state, mediator=yang).pk for state in states}


FILTERS = [
    ("", {"applied", "awaiting_supplement", "mediating", "suspended", "performing"}),
    ("show=all", {"applied", "awaiting_supplement", "mediating", "suspended", "performing", "closed_out"}),
    ("show=running", {"applied", "awaiting_supplement", "mediating", "suspended"}),
    ("show=waiting", {"awaiting_supplement", "suspended", "performing"}),
    ("show=papers", {"awaiting_supplement"}),
    ("show=appraisal", {"suspended"}),
    ("show=payment", {"performing"}),
    ("show=waiting&category=01&respondent=花卉", {"awaiting_supplement", "suspended", "performing"}),
    ("show=waiting&category=02", set()),
    ("state=closed_out", {"closed_out"}),
    ("mediator=yang", {"mediating", "suspended", "performing"}),
    ("mediator=yang&show=all&state=closed_out", {"closed_out"}),
    ("origin=walk_in&state=applied", {"applied"}),
    ("origin=hr", set()),
    ("kind=group&show=all", set()),
    ("kind=single&state=applied", {"applied"}),
    ("urgency=2", set()),
    ("urgency=0&state=mediating", {"mediating"}),
    ("respondent=没有这家&show=all", set()),
    ("show=nonsense&state=nonsense&mediator=x&category=x", "all in hand"),
]


@pytest.mark.parametrize(("query", "wanted"), FILTERS)
def test_filters_stand_in_the_address_and_combine(client, zhao, yang, every_state, query, wanted):
    if wanted == "all in hand":
        wanted = FILTERS[0][1]
    found = listed(client, zhao, query.replace("yang", str(yang.pk)))
    assert set(found) == {every_state[state] for state in wanted}


@pytest.mark.parametrize("query", [query for query, _wanted in FILTERS])
@pytest.mark.parametrize("who", ["zhao", "yang", "he"])
def test_a_list_costs_the_same_for_ten_rows_and_for_fifty(client, request, yang, query, who):
    officer = request.getfixturevalue(who)
    client.force_login(officer.user)
    address = f"/cases/?{query.replace('yang', str(yang.pk))}"

    def statements():
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    CaseFactory("mediating", mediator=yang)
    few = statements()
    case = CaseFactory("mediating", mediator=yang)
    parties = list(case.parties.all())
    for _n in range(12):
        case.pk, case.number = None, ""
        case.save(force_insert=True)
        for party in parties:
            party.pk, party.file = None, case
            party.save(force_insert=True)
    assert statements() <= max(few, 13)


def test_pages_follow_each_other_without_a_gap(client, zhao, monkeypatch):
    from casework.paging import CursorPages

    monkeypatch.setattr(CursorPages, "get_page_size", lambda *_a: 2)
    wanted = [case_with(urgency=n % 3, due_on=dt.date(2030, 1, 1 + n % 2)).pk for n in range(5)]
    client.force_login(zhao.user)
    seen, address = [], "/cases/?show=running"
    while address:
        context = client.get(address).context
        seen += [case.pk for case in context["page"]]
        address = context["next"]
    assert sorted(seen) == sorted(wanted)
    assert seen == list(DisputeCase.objects.order_by("rank").values_list("pk", flat=True))


def test_from_a_case_one_goes_on_in_the_same_list(client, zhao):
    first, second, third = (case_with(due_on=dt.date(2030, 1, day)) for day in (1, 2, 3))
    case_with(state="awaiting_supplement", due_on=dt.date(2030, 1, 2))
    client.force_login(zhao.user)
    page = client.get(f"{second.get_absolute_url()}?in=state%3Dapplied").context
    assert (page["before"], page["after"]) == (first, third)
    text = client.get(f"{first.get_absolute_url()}?in=state%3Dapplied").content.decode()
    assert 'data-key="j"' in text
    assert 'data-key="k"' not in text
    assert 'href="/cases/?state=applied"' in text
    assert "before" not in client.get(second.get_absolute_url()).context


def test_in_a_list_by_newest_the_next_is_the_older(client, zhao):
    older, middle, newer = (CaseFactory() for _n in range(3))
    client.force_login(zhao.user)
    page = client.get(f"{middle.get_absolute_url()}?in=show%3Dall").context
    assert (page["before"], page["after"]) == (newer, older)


def keep(client, officer, query="show=overdue&category=01", **typed):
    client.force_login(officer.user)
    from urllib.parse import quote

    return client.post(f"/cases/views/?in={quote(query)}", {"keep": "view", "name": "逾期欠薪", **typed})


def test_a_view_keeps_the_filters_and_leads_back_to_them(client, zhao):
    assert keep(client, zhao).url == "/cases/?show=overdue&category=01"
    page = client.get("/cases/?category=01&show=overdue")
    assert page.context["current_view"].name == "逾期欠薪"


def test_a_shared_view_shows_a_colleague_the_same_list_in_the_own_scope(client, zhao, yang, wang):
    CaseFactory()
    own = CaseFactory("mediating", mediator=yang)
    keep(client, zhao, "show=running", shared="on")
    view = SavedView.objects.get()
    assert len(listed(client, zhao, view.query)) == 2
    assert listed(client, yang, view.query) == [own.pk]
    assert "逾期欠薪" in client.get("/cases/").content.decode()
    client.force_login(wang.user)
    assert "逾期欠薪" not in client.get("/cases/").content.decode()


def test_what_is_not_shared_nobody_else_sees_or_removes(client, zhao, yang):
    keep(client, zhao)
    view = SavedView.objects.get()
    client.force_login(yang.user)
    assert "逾期欠薪" not in client.get("/cases/views/").content.decode()
    assert client.post(f"/cases/views/{view.pk}/drop/").status_code == 404
    client.force_login(zhao.user)
    assert client.post(f"/cases/views/{view.pk}/drop/").status_code == 302
    assert not SavedView.objects.exists()


def test_the_same_name_again_keeps_the_new_filters(client, zhao):
    keep(client, zhao)
    keep(client, zhao, "show=soon")
    assert [view.query for view in SavedView.objects.all()] == ["show=soon"]


def test_a_view_keeps_only_what_is_a_filter(client, zhao):
    keep(client, zhao, "show=soon&cursor=abc&evil=1&state=nonsense")
    assert SavedView.objects.get().query == "show=soon"


def test_a_view_without_a_name_is_refused_and_the_thirtieth_is_the_last(client, zhao):
    assert keep(client, zhao, name="").status_code == 422
    for n in range(30):
        keep(client, zhao, name=f"视图{n}")
    refused = keep(client, zhao, name="再来一个")
    assert refused.status_code == 422
    assert "再来一个" in refused.content.decode()
    assert SavedView.objects.count() == 30


def test_chosen_columns_outlive_the_session(client, zhao, yang):
    CaseFactory()
    client.force_login(zhao.user)
    assert client.post("/cases/views/", {"keep": "columns", "columns": ["origin", "parties"]}).status_code == 302
    client.logout()
    client.force_login(zhao.user)
    assert [column.name for column in client.get("/cases/").context["columns"]] == ["parties", "origin"]
    client.force_login(yang.user)
    assert "origin" not in [column.name for column in client.get("/cases/").context["columns"]]


@pytest.mark.parametrize("who", ["shen", "tan", "hr_officer"])
def test_those_without_cases_keep_no_list(client, request, who):
    client.force_login(request.getfixturevalue(who).user)
    for address in ("/cases/views/", "/api/v1/cases/views/", "/api/v1/cases/columns/"):
        assert client.get(address).status_code == 403


def test_the_first_screen_of_a_mediator_counts_what_is_late_soon_to_begin_and_waiting(client, yang):
    CaseFactory("suspended", mediator=yang)
    client.force_login(yang.user)
    cards = {card.url: card.count for card in client.get("/").context["cards"]}
    assert cards["/cases/?show=waiting"] == "1"
    assert {"/cases/?show=overdue", "/cases/?show=soon"} <= set(cards)


def test_the_first_screen_puts_urgent_cases_first_and_says_what_they_are_about(client, yang):
    ordinary, urgent = (CaseFactory("mediating", mediator=yang) for _n in range(2))
    DisputeCase.objects.filter(pk=urgent.pk).update(urgency=URGENT)
    client.force_login(yang.user)
    tasks = client.get("/").context["tasks"]
    assert [task.number for task in tasks] == [urgent.number, ordinary.number]
    assert {(task.about, task.amount) for task in tasks} == {(urgent.category.name, urgent.amount_claimed)}


def test_what_nobody_waits_for_has_no_counter(client, yang):
    CaseFactory("mediating", mediator=yang)
    client.force_login(yang.user)
    assert not {"/cases/?show=default", "/cases/?show=follow_up"} & {
        card.url for card in client.get("/").context["cards"]
    }


def test_a_mediator_of_another_county_sees_nothing_of_it(client, yang):
    CaseFactory("mediating", mediator=yang)
    assert listed(client, member("mediator", "zhou", region="532924"), "show=all") == []


def test_systems_narrow_and_keep_the_same_lists(client, zhao, yang, every_state):
    client.force_login(zhao.user)
    kept = {"name": "等待中", "query": "show=waiting&evil=1", "shared": True}
    view = client.post("/api/v1/cases/views/", kept, content_type="application/json")
    assert (view.status_code, view.json()["query"]) == (201, "show=waiting")
    rows = client.get(f"/api/v1/cases/?{view.json()['query']}").json()["results"]
    assert {row["id"] for row in rows} == {
        every_state[name] for name in ("awaiting_supplement", "suspended", "performing")
    }
    assert len(client.get("/api/v1/cases/").json()["results"]) == len(every_state)
    assert len(client.get("/api/v1/cases/?show=in_hand").json()["results"]) == len(every_state) - 1
    client.force_login(yang.user)
    assert [row["name"] for row in client.get("/api/v1/cases/views/").json()["results"]] == ["等待中"]
    assert client.delete(f"/api/v1/cases/views/{view.json()['id']}/").status_code == 404
    client.force_login(zhao.user)
    assert client.delete(f"/api/v1/cases/views/{view.json()['id']}/").status_code == 204
    assert not SavedView.objects.exists()


def test_systems_choose_the_columns_of_their_officer(client, zhao):
    client.force_login(zhao.user)
    body = {"columns": ["origin", "parties"]}
    chosen = client.post("/api/v1/cases/columns/choose/", body, content_type="application/json").json()
    assert [column["name"] for column in chosen if column["shown"]] == ["parties", "origin"]
    assert [column.name for column in client.get("/cases/").context["columns"]] == ["parties", "origin"]
    refused = client.post("/api/v1/cases/columns/choose/", {"columns": ["evil"]}, content_type="application/json")
    assert refused.status_code == 400
