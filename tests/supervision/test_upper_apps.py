"""What desk, search and other pages learn from supervision."""

from __future__ import annotations

import datetime as dt

from supervision import actions
from supervision.desk import cards, worklist
from supervision.models import SupervisionTopic
from supervision.panels import panels
from supervision.search import find
from tests.factories import supervision as made
from tests.factories.disputes import CaseFactory

AT = made.noon("2024-06-05")
TODAY = dt.date(2024, 6, 25)


def test_each_duty_finds_its_own_next_step(su, duan, mu, li):
    made.draft(su, AT)
    made.submitted(su, AT)
    made.approved(su, AT, mu)
    made.awaiting(su, AT, signatory=mu, liaison=li, served_on=dt.date(2024, 6, 6))
    assert [task.step for task in worklist(su, TODAY)] == ["升级", "提交审核"]
    assert [task.step for task in worklist(duan, TODAY)] == ["审核通过"]
    assert [task.step for task in worklist(mu, TODAY)] == ["签发编号"]
    assert [task.step for task in worklist(li, TODAY)] == ["登记回复", "发出文书"]
    assert [task.step for task in worklist(su, dt.date(2024, 6, 21))] == ["提交审核"]


def test_what_an_authority_has_docketed_waits_for_the_liaison_officer_and_its_result(su, mu, li):
    given = {"kind": "recommendation", "waiver_reason": "情节严重", "of": made.matter(su, AT)}
    made.investigated(given["of"], su, AT, AT.date(), people=3)
    served = made.awaiting(su, AT, signatory=mu, liaison=li, served_on=dt.date(2024, 6, 6), **given)
    actions.docket(served, by=li, at=AT, authority_case_no="立〔2024〕1号", docketed_on=dt.date(2024, 6, 7))
    assert [task.step for task in worklist(li, TODAY)] == ["登记处理结果"]
    assert worklist(su, TODAY) == []


def test_cards_lead_to_the_columns(su, li, zhao, shen, hr_officer):
    made.draft(su, AT)
    assert {card.count for card in cards(su, TODAY)} == {"1", "0"}
    assert cards(su, TODAY)[0].url == "/documents/?column=drafting"
    assert cards(li, TODAY)
    for officer in (zhao, shen, hr_officer):
        assert cards(officer, TODAY) == []
        assert worklist(officer, TODAY) == []


def test_documents_are_found_by_number_and_employer_within_scope(su, mu, wang, hr_officer):
    letter = made.approved(su, AT, mu)
    assert find(su, letter.number)[0].url == letter.get_absolute_url()
    assert {hit.url for hit in find(su, "星播")} == {letter.get_absolute_url(), letter.matter.get_absolute_url()}
    assert find(wang, letter.number) == []
    assert find(hr_officer, "星播") == []
    assert find(su, "  ") == []


def test_work_is_listed_with_the_same_number_of_queries(su, django_assert_num_queries):
    for _n in range(25):
        made.draft(su, AT)
    assert len(worklist(su, TODAY)) == 20
    with django_assert_num_queries(1):
        worklist(su, TODAY)


def test_the_checklist_of_topics_is_loaded(db):
    assert SupervisionTopic.objects.count() == 14
    assert not [topic for topic in SupervisionTopic.objects.all() if topic.name == topic.code]


def test_withdrawn_documents_wait_for_nobody(su, mu):
    actions.withdraw(made.draft(su, AT), by=mu, at=AT, reason="不再需要")
    assert worklist(su, TODAY) == []


def test_a_matter_is_opened_from_a_case_with_its_employer_filled_in(client, su, zhao):
    case = CaseFactory()
    link = panels(case, su)[0].links[0]
    assert panels(case, zhao) == []
    client.force_login(su.user)
    page = client.get(link.url)
    assert page.status_code == 200
    initial = page.context["form"].initial
    assert (initial["case"], initial["source"]) == (case.pk, "case")
    assert initial["employer_name"] == case.respondents[0].employer.name
    matter = made.matter(su, AT, case=case, source="case")
    assert [line.url for line in panels(case, zhao)[0].lines] == [matter.get_absolute_url()]
    assert case.get_absolute_url() in client.get(matter.get_absolute_url()).content.decode()
