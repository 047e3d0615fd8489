"""Many cases at once: each by its own verb, refusals listed, taken back within five minutes."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from disputes import actions
from disputes.actions import bulk
from disputes.models import BulkRun, DisputeCase
from tests.conftest import member
from tests.factories.disputes import CaseFactory

pytestmark = pytest.mark.django_db


def post(client, officer, cases, **typed):
    client.force_login(officer.user)
    given = {"case": [case.pk for case in cases], "verb": "assign", "reason": "按片区分案", "_mark": "m1", **typed}
    return client.post("/cases/many/", given, follow=True)


def state_of(case):
    return DisputeCase.objects.get(pk=case.pk).state


def test_what_can_be_assigned_is_and_what_cannot_is_listed_with_the_reason(client, zhao, yang):
    good = [CaseFactory("accepted") for _n in range(2)]
    bad = CaseFactory("applied")
    page = post(client, zhao, [good[0], bad, good[1]], mediator=yang.pk)
    assert [state_of(case) for case in (*good, bad)] == ["assigned", "assigned", "applied"]
    items = {item.case_id: item for item in page.context["items"]}
    assert items[bad.pk].reasons
    assert items[bad.pk].reasons[0] in page.content.decode()
    assert (page.context["done"], page.context["failed"]) == (2, 1)
    event = good[0].events.latest("pk")
    assert (event.verb, event.by, event.note) == ("assign", zhao, "按片区分案")


def test_the_limit_of_a_mediator_holds_within_one_act(client, zhao, yang):
    yang.case_limit = 1
    yang.save(update_fields=["case_limit"])
    cases = [CaseFactory("accepted") for _n in range(2)]
    post(client, zhao, cases, mediator=yang.pk)
    assert sorted(state_of(case) for case in cases) == ["accepted", "assigned"]


def test_a_form_sent_twice_acts_once(client, zhao, yang):
    case = CaseFactory("accepted")
    first = post(client, zhao, [case], mediator=yang.pk)
    again = post(client, zhao, [case], mediator=yang.pk)
    assert BulkRun.objects.count() == 1
    assert first.redirect_chain == again.redirect_chain
    assert case.events.filter(verb="assign").count() == 1


def test_taking_back_an_assignment_releases_what_nobody_worked_on(client, zhao, yang):
    untouched, worked_on = CaseFactory("accepted"), CaseFactory("accepted")
    cases = [untouched, worked_on]
    run = post(client, zhao, cases, mediator=yang.pk, assigned_on="2024-01-08").context["run"]
    actions.hold_meeting(worked_on, by=yang, at=timezone.now(), held_on=dt.date(2024, 1, 15), minutes="双方到场")
    page = client.post(f"{run.get_absolute_url()}undo/", follow=True)
    assert (state_of(untouched), state_of(worked_on)) == ("accepted", "mediating")
    event = untouched.events.latest("pk")
    assert (event.verb, event.note) == ("take_back", "撤回：按片区分案")
    undone = {item.case_id: item.undone for item in page.context["items"]}
    assert undone == {untouched.pk: True, worked_on.pk: False}
    assert not page.context["may_undo"]


def test_taking_back_a_release_gives_the_case_back(client, zhao, yang):
    case = CaseFactory("assigned", mediator=yang)
    run = post(client, zhao, [case], verb="take_back", reason="调解员休假").context["run"]
    assert state_of(case) == "accepted"
    client.post(f"{run.get_absolute_url()}undo/")
    back = DisputeCase.objects.get(pk=case.pk)
    assert (back.state, back.mediator, back.assigned_on) == ("assigned", yang, case.assigned_on)


@pytest.mark.parametrize(("minutes", "state"), [(4, "accepted"), (6, "assigned")])
def test_after_five_minutes_nothing_is_taken_back(client, zhao, yang, minutes, state):
    case = CaseFactory("accepted")
    run = post(client, zhao, [case], mediator=yang.pk).context["run"]
    BulkRun.objects.filter(pk=run.pk).update(at=timezone.now() - dt.timedelta(minutes=minutes))
    client.post(f"{run.get_absolute_url()}undo/")
    assert state_of(case) == state


def test_nothing_is_taken_back_twice(zhao, yang):
    from casework.errors import Refused

    now = timezone.now()
    run = bulk.begin_run(by=zhao, at=now, cases=[CaseFactory("accepted")], verb="assign", reason="分案", mediator=yang)
    bulk.carry_out(run, by=zhao, at=now)
    bulk.undo(run, by=zhao, at=now)
    with pytest.raises(Refused):
        bulk.undo(run, by=zhao, at=now)


@pytest.mark.parametrize("typed", [{"reason": ""}, {"mediator": ""}, {"verb": "archive"}])
def test_what_is_missing_is_said_and_nothing_is_done(client, zhao, yang, typed):
    case = CaseFactory("accepted")
    page = post(client, zhao, [case], **{"mediator": yang.pk, **typed})
    assert page.status_code == 422
    assert f'value="{case.pk}"' in page.content.decode()
    assert state_of(case) == "accepted"


def test_at_most_fifty_and_none_is_refused(client, zhao, yang, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 1)
    assert post(client, zhao, [CaseFactory("accepted"), CaseFactory("accepted")], mediator=yang.pk).status_code == 409
    assert post(client, zhao, [], mediator=yang.pk).status_code == 409
    assert not BulkRun.objects.exists()


def test_cases_out_of_scope_are_as_good_as_not_chosen(client, wang, yang):
    case = CaseFactory("accepted")
    client.force_login(wang.user)
    page = client.get(f"/cases/many/?case={case.pk}&case=x&case=99999999999999999999")
    assert list(page.context["cases"]) == []
    assert post(client, wang, [case], verb="take_back").status_code == 409


@pytest.mark.parametrize("who", ["yang", "gao", "ma"])
def test_other_duties_do_not_assign(client, request, who):
    client.force_login(request.getfixturevalue(who).user)
    assert client.get("/cases/many/").status_code == 403


def test_the_result_belongs_to_whoever_acted(client, zhao, yang):
    run = post(client, zhao, [CaseFactory("accepted")], mediator=yang.pk).context["run"]
    client.force_login(member("case_officer", "qian").user)
    assert client.get(run.get_absolute_url()).status_code == 404
    assert client.post(f"{run.get_absolute_url()}undo/").status_code == 404


def test_rows_are_chosen_on_the_list_without_script(client, zhao):
    case = CaseFactory("accepted")
    client.force_login(zhao.user)
    text = client.get("/cases/").content.decode()
    assert f'form="many" type="checkbox" name="case" value="{case.pk}"' in text
    assert case.title in client.get(f"/cases/many/?case={case.pk}").content.decode()


def test_a_system_assigns_many_and_takes_it_back(client, zhao, yang):
    good, bad = CaseFactory("accepted"), CaseFactory("applied")
    client.force_login(zhao.user)
    body = {"cases": [good.pk, bad.pk], "verb": "assign", "mediator": yang.pk, "reason": "按片区分案"}
    asked = {"content_type": "application/json", "headers": {"Idempotency-Key": "many"}}
    first, again = (client.post("/api/v1/cases/many/", body, **asked) for _n in range(2))
    assert (first.status_code, again.json()) == (201, first.json())
    assert [(item["case"], item["done"], bool(item["reasons"])) for item in first.json()["items"]] == [
        (good.pk, True, False),
        (bad.pk, False, True),
    ]
    one = f"/api/v1/cases/many/{first.json()['id']}/"
    assert client.get(one).json() == first.json()
    assert [item["undone"] for item in client.post(f"{one}undo/").json()["items"]] == [True, False]
    assert client.post(f"{one}undo/").status_code == 409
    assert state_of(good) == "accepted"


@pytest.mark.parametrize(("who", "status"), [("wang", 400), ("yang", 403), ("shen", 403)])
def test_a_system_names_only_cases_of_its_officer(client, request, yang, who, status):
    case = CaseFactory("accepted")
    client.force_login(request.getfixturevalue(who).user)
    body = {"cases": [case.pk], "verb": "take_back", "reason": "按片区分案"}
    assert client.post("/api/v1/cases/many/", body, content_type="application/json").status_code == status
    assert state_of(case) == "accepted"
