"""Who takes part in a case, who acts for them, and how that changes."""

import pytest

from casework.errors import StepRefused, WrongDuty
from disputes import actions
from disputes.forms import AddPartyForm, CorrectPartyForm
from disputes.models import DisputeCase, Party, Proxy
from tests.factories.disputes import RECEIVED, RESPONDENT, CaseFactory, application
from tests.factories.roster import id_number

pytestmark = pytest.mark.django_db
WHY = {"reason": "核对后变更"}


def refused(act, *words):
    with pytest.raises(StepRefused) as caught:
        act()
    text = " ".join(caught.value.reasons)
    assert all(word in text for word in words), text


def proxy(case, by, at, role="applicant", **changes):
    typed = {"name": "赵律师", "relation": "lawyer", "powers": "general", "authorised_on": RECEIVED, **changes}
    party = case.parties.filter(role=role).first()
    return lambda: actions.add_proxy(case, by=by, at=at, party=party, **typed)


def test_several_respondents_answer_in_their_capacity(zhao, now):
    site = [
        {"name": "云南测试劳务有限公司", "capacity": "subcontractor", "legal_representative": "钱某甲"},
        {"name": "云南测试建设有限公司", "capacity": "general_contractor"},
    ]
    case = actions.apply(by=zhao, at=now, **application(respondents=site, third_parties=[{"name": "李测试"}]))
    assert [party.capacity for party in case.respondents] == ["subcontractor", "general_contractor"]
    third = case.in_role("third_party")[0]
    assert (third.employer, third.label) == (None, "李某某")


@pytest.mark.parametrize(
    "again",
    [
        {"applicants": [{"name": "杨测试"}, {"name": "杨测试"}]},
        {"applicants": [{"name": "杨甲", "id_number": id_number(1)}, {"name": "杨乙", "id_number": id_number(1)}]},
        {"respondents": [{"name": RESPONDENT}, {"name": RESPONDENT}]},
        {"respondents": [{"name": "杨测试"}]},
    ],
)
def test_nobody_is_named_twice(zhao, now, again):
    refused(lambda: actions.apply(by=zhao, at=now, **application(**again)), "重复")
    assert not DisputeCase.objects.exists()


def test_two_people_of_one_name_are_told_apart_by_their_numbers(zhao, now):
    two = [{"name": "杨测试", "id_number": id_number(n)} for n in (1, 2)]
    assert actions.apply(by=zhao, at=now, **application(applicants=two)).parties.count() == 3


def test_a_party_is_named_corrected_and_ended_with_a_reason_and_without_names(zhao, now):
    case = actions.add_party(CaseFactory(), by=zhao, at=now, role="respondent", name="云南测试总包有限公司", **WHY)
    party = case.parties.latest("pk")
    case = actions.correct_party(case, by=zhao, at=now, party=party, phone="13900001234", **WHY)
    case = actions.end_party(case, by=zhao, at=now, party=party, ended_on=RECEIVED, **WHY)
    party.refresh_from_db()
    assert (party.phone, party.ended_on) == ("13900001234", RECEIVED)
    assert [p.name for p in case.respondents] == [RESPONDENT]
    notes = list(case.events.order_by("pk").values_list("verb", "note"))[1:]
    assert notes == [
        ("add_party", "核对后变更"),
        ("correct_party", "电话: 核对后变更"),
        ("end_party", "核对后变更"),
    ]


def test_each_side_keeps_somebody(zhao, now):
    case = CaseFactory()
    party = case.parties.get(role="applicant")
    refused(lambda: actions.end_party(case, by=zhao, at=now, party=party, ended_on=RECEIVED, **WHY), "申请人")
    party.refresh_from_db()
    assert party.ended_on is None


def test_parties_change_only_while_the_case_is_open_and_by_who_handles_it(zhao, duan, now):
    typed = {"role": "third_party", "name": "李测试", **WHY}
    refused(lambda: actions.add_party(CaseFactory("performing"), by=zhao, at=now, **typed), "履行")
    with pytest.raises(WrongDuty):
        actions.add_party(CaseFactory(), by=duan, at=now, **typed)


def test_a_party_of_another_case_is_not_touched(zhao, now):
    other = CaseFactory().parties.first()
    refused(lambda: actions.correct_party(CaseFactory(), by=zhao, at=now, party=other, phone="1", **WHY), "其他案件")


def test_a_party_has_at_most_two_proxies(zhao, now):
    case = CaseFactory()
    for n in (1, 2):
        proxy(case, zhao, now, name=f"代理{n}")()
    refused(proxy(case, zhao, now, name="代理3"), "最多委托 2 名")
    actions.end_proxy(case, by=zhao, at=now, proxy=Proxy.objects.first(), ended_on=RECEIVED, **WHY)
    proxy(case, zhao, now, name="代理3")()
    assert Proxy.objects.filter(ended_on=None).count() == 2


def test_a_proxy_is_named_once(zhao, now):
    case = CaseFactory()
    proxy(case, zhao, now)()
    refused(proxy(case, zhao, now), "已经登记")


def test_nobody_acts_for_both_sides(zhao, now):
    case = CaseFactory()
    proxy(case, zhao, now, id_number=id_number(7))()
    refused(proxy(case, zhao, now, role="respondent", name="别名", id_number=id_number(7)), "双方")
    refused(proxy(case, zhao, now, role="respondent"), "双方")
    proxy(case, zhao, now, role="respondent", id_number=id_number(8))()


@pytest.mark.parametrize("name", [RESPONDENT, "钱法人"])
def test_the_respondent_and_its_head_are_no_proxies_of_the_applicant(zhao, now, name):
    respondents = [{"name": RESPONDENT, "legal_representative": "钱法人"}]
    refused(proxy(CaseFactory(respondents=respondents), zhao, now, name=name), "对方当事人")


def test_naming_the_applicants_proxy_as_respondent_is_refused_as_well(zhao, now):
    case = CaseFactory()
    proxy(case, zhao, now, name="钱法人")()
    typed = {"role": "respondent", "name": "云南测试总包有限公司", "legal_representative": "钱法人", **WHY}
    refused(lambda: actions.add_party(case, by=zhao, at=now, **typed), "对方当事人")
    assert case.parties.count() == 2


def test_only_special_powers_settle(zhao, now):
    case = CaseFactory()
    proxy(case, zhao, now)()
    proxy(case, zhao, now, name="孙律师", powers="special")()
    assert [p.may_settle for p in Proxy.objects.order_by("pk")] == [False, True]


def elect(case, by, at, chosen, **typed):
    typed = {"elected_on": RECEIVED, "may_settle": True, **typed}
    return lambda: actions.elect_representatives(case, by=by, at=at, representatives=chosen, **typed)


def test_a_group_elects_three_to_five_of_its_own(zhao, now):
    people = [{"name": f"代表{n}"} for n in range(1, 7)]
    case = CaseFactory(applicants=people, worker_count=41)
    rows = list(case.parties.filter(role="applicant"))
    refused(elect(case, zhao, now, rows[:2]), "3 至 5 名")
    refused(elect(case, zhao, now, rows), "3 至 5 名")
    case = elect(case, zhao, now, rows[:3])()
    assert len(case.representatives) == 3
    case = elect(case, zhao, now, rows[2:6])()
    assert [party.pk for party in case.representatives] == [party.pk for party in rows[2:6]]


def test_few_workers_elect_nobody(zhao, now):
    case = CaseFactory(worker_count=9)
    refused(elect(case, zhao, now, []), "10 人以上")


def test_a_reason_names_nobody(zhao, now):
    case = CaseFactory()
    typed = {"role": "third_party", "name": "李测试", "reason": "杨测试要求追加"}
    form = AddPartyForm(typed, officer=zhao, at=now, file=case)
    assert "姓名" in str(form.errors["reason"])
    assert AddPartyForm({**typed, "reason": "当事人要求追加"}, officer=zhao, at=now, file=case).is_valid()


def test_a_correction_shows_nothing_and_keeps_what_is_left_empty(client, zhao, now):
    case = CaseFactory(applicants=[{"name": "杨测试", "phone": "13800001234", "electronic_service": True}])
    client.force_login(zhao.user)
    assert "13800001234" not in client.get(case.step_url("correct_party")).content.decode()
    party = case.parties.get(role="applicant")
    typed = {"party": party.pk, "id_number": id_number(3), **WHY}
    assert client.post(case.step_url("correct_party"), typed).status_code == 302
    party.refresh_from_db()
    assert (party.phone, party.id_number, party.electronic_service) == ("13800001234", id_number(3), True)
    assert not CorrectPartyForm({**typed, "id_number": "1"}, officer=zhao, at=now, file=case).is_valid()


def test_the_page_masks_who_acts_and_the_recorded_look_shows_them(client, zhao, now):
    case = CaseFactory()
    proxy(case, zhao, now, phone="13900001234")()
    client.force_login(zhao.user)
    page = client.get(case.get_absolute_url()).content.decode()
    assert "赵某某" in page
    assert "赵律师" not in page
    shown = client.post(f"/cases/{case.pk}/reveal/", {"reason": "联系代理人"}).content.decode()
    assert "赵律师" in shown
    assert "13900001234" in shown


def test_every_act_on_people_is_open_to_systems_too(client, zhao):
    case = CaseFactory()
    client.force_login(zhao.user)
    url = f"/api/v1/cases/{case.pk}"
    body = {"role": "third_party", "name": "李测试", **WHY}
    answer = client.post(f"{url}/add_party/", body, content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert [party["name"] for party in answer.json()["parties"]][-1] == "李某某"
    body = {"role": "third_party", "name": "钱测试", "id_number": "532923198805110011", **WHY}
    assert client.post(f"{url}/add_party/", body, content_type="application/json").status_code == 400


def test_an_outsider_touches_nobody(client, wang):
    case = CaseFactory()
    client.force_login(wang.user)
    for verb in ("add_party", "correct_party", "end_party", "add_proxy", "end_proxy", "elect_representatives"):
        assert client.get(case.step_url(verb)).status_code == 404
        assert client.post(f"/api/v1/cases/{case.pk}/{verb}/", {}).status_code == 404


def test_all_of_a_party_is_sealed(zhao, now):
    row = {"name": "杨测试", "service_address": "测试路2号", "guardian": "杨监护"}
    case = CaseFactory(applicants=[row])
    raw = Party.objects.filter(file=case).extra(select={"a": "service_address", "b": "guardian"}).values_list("a", "b")
    assert not {"测试路2号", "杨监护"} & {text for pair in raw for text in pair}
