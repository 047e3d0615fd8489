"""Cases tied together: seen from both ends, never in a circle, counted once, readable for ever."""

import datetime as dt
from decimal import Decimal

import pytest

from casework.errors import StepRefused
from disputes import actions
from disputes.models import CaseRelation, DisputeCase
from disputes.related import related
from tests.disputes.test_races import together
from tests.factories.disputes import PAID, CaseFactory

pytestmark = pytest.mark.django_db
TWO = {
    "applicants": [{"name": "杨测试", "phone": "13800001234"}, {"name": "李测试", "phone": "13800005678"}],
    "claims": [{"category": None, "amount": Decimal(600)}, {"category": None, "amount": Decimal(400)}],
}
WHY = {"reason": "同一用人单位"}


def refused(act, word):
    with pytest.raises(StepRefused) as found:
        act()
    assert word in " ".join(found.value.reasons)


def seen(case, officer):
    return [(row.label, row.case.pk) for row in related(case, officer)]


def test_a_link_is_seen_from_both_and_stands_in_both_histories(zhao, now):
    one, two = CaseFactory(), CaseFactory()
    actions.link(two, by=zhao, at=now, other=one, **WHY)
    assert (seen(one, zhao), seen(two, zhao)) == ([("关联案件", two.pk)], [("关联案件", one.pk)])
    assert {case.events.latest("pk").verb for case in (one, two)} == {"link"}
    refused(lambda: actions.link(one, by=zhao, at=now, other=two, **WHY), "已经关联")
    relation = CaseRelation.objects.get()
    actions.separate(one, by=zhao, at=now, relation=relation, **WHY)
    assert seen(one, zhao) == []
    assert {case.events.latest("pk").verb for case in (one, two)} == {"separate"}


def test_an_open_part_keeps_the_main_case_from_closing(client, zhao, yang, now):
    main, part = CaseFactory("concluded", mediator=yang), CaseFactory("accepted")
    part = actions.make_part_of(part, by=zhao, at=now, other=main, **WHY)
    closing = {"closed_out_on": PAID, "callback": "satisfied"}
    refused(lambda: actions.close_out(main, by=zhao, at=now, **closing), part.number)
    client.force_login(zhao.user)
    page = client.get(main.get_absolute_url()).content.decode()
    assert part.get_absolute_url() in page
    assert "子案" in client.get("/cases/").content.decode()
    part = actions.withdraw(part, by=zhao, at=now, closed_on=PAID, reason="撤回")
    actions.close_out(part, by=zhao, at=now, **closing)
    assert actions.close_out(main, by=zhao, at=now, **closing).state == "closed_out"


def test_there_is_no_circle_and_no_third_level(zhao, now):
    one, two, three = CaseFactory(), CaseFactory(), CaseFactory()
    actions.make_part_of(two, by=zhao, at=now, other=one, **WHY)
    refused(lambda: actions.make_part_of(one, by=zhao, at=now, other=two, **WHY), "子案")
    refused(lambda: actions.make_part_of(three, by=zhao, at=now, other=two, **WHY), "子案")
    refused(lambda: actions.make_part_of(one, by=zhao, at=now, other=three, **WHY), "子案")
    refused(lambda: actions.make_part_of(two, by=zhao, at=now, other=three, **WHY), "子案")


def test_a_case_is_not_tied_to_itself_or_to_one_out_of_scope(client, zhao, wang):
    case, foreign = CaseFactory(), CaseFactory(region="532924")
    client.force_login(zhao.user)
    for other in (case.pk, foreign.pk, "祥云工调〔2020〕9号", "９" * 30, "x"):
        for verb in ("link", "make_part_of", "merge_into"):
            answer = client.post(case.step_url(verb), {"other": other, **WHY})
            assert answer.status_code == 422, (other, verb)
    assert not CaseRelation.objects.exists()


def test_of_two_cases_tied_both_ways_round_at_once_one_is_the_part(zhao, now, transactional_db):
    one, two = CaseFactory(), CaseFactory()
    turns = iter([(one, two), (two, one)] * 3)

    def act():
        case, other = next(turns)
        return actions.make_part_of(case, by=zhao, at=now, other=other, **WHY)

    together(6, act)
    assert CaseRelation.objects.count() <= 1


def test_of_two_cases_merged_into_each_other_at_once_one_stays(zhao, now, transactional_db):
    one, two = CaseFactory(), CaseFactory()
    turns = iter([(one, two), (two, one)])

    def act():
        case, other = next(turns)
        return actions.merge_into(case, by=zhao, at=now, other=other, **WHY)

    together(2, act)
    assert list(DisputeCase.objects.values_list("state", flat=True)).count("merged") <= 1
    assert DisputeCase.objects.counted().exists()


def test_a_merged_case_stays_readable_and_its_clocks_stop(client, zhao, now):
    main, twice = CaseFactory("accepted"), CaseFactory("accepted")
    twice = actions.merge_into(twice, by=zhao, at=now, other=main, **WHY)
    assert (twice.state, twice.due_on, twice.closed_on) == ("merged", None, None)
    client.force_login(zhao.user)
    page = client.get(twice.get_absolute_url()).content.decode()
    assert main.get_absolute_url() in page
    assert "已并案" in client.get("/cases/").content.decode()
    main.refresh_from_db()
    assert (main.worker_count, main.amount_claimed, main.events.latest("pk").verb) == (6, 118600, "take_in")


def test_a_merge_carries_people_claims_and_workers_over_once(zhao, now):
    main = CaseFactory("accepted", worker_count=6)
    other = CaseFactory("accepted", **TWO, worker_count=4)
    actions.merge_into(other, by=zhao, at=now, other=main, carry_over=True, **WHY)
    main.refresh_from_db()
    assert sorted(party.name for party in main.parties.filter(role="applicant")) == ["李测试", "杨测试"]
    assert (main.amount_claimed, main.worker_count, main.is_group) == (119600, 10, True)
    assert main.parties.get(name="李测试").phone == "13800005678"
    assert (other.parties.count(), other.claims.count()) == (3, 2)


def test_a_concluded_case_takes_in_nothing(zhao, yang, now):
    done, case = CaseFactory("concluded", mediator=yang), CaseFactory("accepted")
    refused(lambda: actions.merge_into(case, by=zhao, at=now, other=done, **WHY), "尚未办结")


def test_workers_are_split_off_with_their_claims_and_the_same_last_day(zhao, yang, now):
    case = CaseFactory("mediating", mediator=yang, **TWO, worker_count=12)
    second, claim = case.parties.get(name="李测试"), case.claims.get(claimed=400)
    new = actions.split(
        case, by=zhao, at=now, applicants=[second], claims=[claim], worker_count=5, reason="另行主张工伤待遇"
    )
    case.refresh_from_db()
    assert (case.amount_claimed, case.worker_count, case.is_group) == (600, 7, False)
    assert (new.state, new.amount_claimed, new.worker_count, new.mediator) == ("accepted", 400, 5, None)
    assert (new.number, new.received_on, new.due_on) == ("祥云工调〔2026〕1号", case.received_on, case.due_on)
    assert [party.name for party in new.applicants] == ["李测试"]
    assert [party.name for party in new.respondents] == ["云南测试花卉有限公司"]
    assert [party.name for party in case.parties.filter(role="applicant")] == ["杨测试"]
    assert (case.events.latest("pk").verb, new.events.get().verb) == ("split", "begin_split")
    assert seen(new, zhao) == [("分自", case.pk)]
    assert actions.assign(new, by=zhao, at=now, mediator=yang, assigned_on=new.accepted_on).state == "assigned"


@pytest.mark.parametrize(
    ("going", "workers", "word"), [("all", 1, "申请人"), ("none", 1, "申请人"), ("one", 12, "职工"), ("one", 0, "职工")]
)
def test_somebody_goes_and_somebody_stays(zhao, yang, now, going, workers, word):
    case = CaseFactory("mediating", mediator=yang, **TWO, worker_count=12)
    people = {"all": case.applicants, "none": [], "one": case.applicants[:1]}[going]
    refused(
        lambda: actions.split(case, by=zhao, at=now, applicants=people, claims=[], worker_count=workers, **WHY), word
    )


@pytest.mark.parametrize("state", ["closed_out", "archived"])
def test_a_reopened_matter_is_a_new_case_with_its_own_clocks(duan, zhao, now, state):
    old = CaseFactory(state)
    ended = (old.state, old.outcome, old.closed_on, old.received_on)
    received = dt.date(2026, 3, 2)
    new = actions.reopen(old, by=duan, at=now, received_on=received, facts="公司反悔", reason="新证据")
    old.refresh_from_db()
    assert (old.state, old.outcome, old.closed_on, old.received_on) == ended
    assert (new.state, new.received_on, new.number, new.outcome) == ("applied", received, "", "")
    clocks = {clock.rule.code: clock.due_on for clock in new.deadlines.all()}
    assert clocks == {"case.accept": dt.date(2026, 3, 5), "case.mediate": dt.date(2026, 3, 17)}
    assert (new.amount_claimed, new.worker_count) == (old.amount_claimed, old.worker_count)
    assert {party.name for party in new.parties.all()} == {party.name for party in old.parties.all()}
    assert seen(old, zhao) == [("重新立案为", new.pk)]
    refused(lambda: actions.reopen(old, by=duan, at=now, received_on=received, facts="x", reason="x"), "尚未结案")


def test_only_the_director_reopens_and_the_page_says_how_time_runs(client, duan, zhao):
    old = CaseFactory("closed_out")
    told = {"received_on": "2026-03-02", "facts": "公司反悔", "reason": "新证据"}
    client.force_login(zhao.user)
    assert client.post(old.step_url("reopen"), told).status_code == 403
    client.force_login(duan.user)
    assert "不沿用原案期限" in client.get(old.step_url("reopen")).content.decode()
    answer = client.post(old.step_url("reopen"), told, follow=True)
    new = DisputeCase.objects.get(state="applied")
    assert answer.redirect_chain[-1][0] == new.get_absolute_url()
    assert "分别自各自收到申请之日起算" in answer.content.decode()
    assert client.post(old.step_url("reopen"), told | {"received_on": "2024-01-02"}).status_code == 422


def test_the_api_names_the_other_end_only_where_it_may_be_known(client, zhao, duan, now):
    one, two = CaseFactory("accepted"), CaseFactory("accepted")
    client.force_login(zhao.user)
    answer = client.post(f"/api/v1/cases/{one.pk}/link/", {"other": two.number, **WHY})
    assert answer.status_code == 200, answer.content
    assert [row["case"] for row in answer.json()["relations"]] == [two.pk]
    actions.restrict(two, by=duan, at=now, officers=[], reason="名人")
    assert client.get(f"/api/v1/cases/{one.pk}/").json()["relations"] == []
    assert str(two.number) not in client.get(one.get_absolute_url()).content.decode()
