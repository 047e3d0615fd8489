"""Letter, opinion, recommendation: one after the other, each only when it may."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from casework.errors import Refused, StepRefused, WrongDuty
from casework.models import Policy
from casework.workflow import Act
from organizations.models import UnionOrg
from supervision import actions
from supervision.ladder import next_kind, rungs
from supervision.models import SupervisionDocument
from tests.factories import supervision as made
from tests.factories.organizations import CertificateFactory, OfficerFactory

AT = made.noon("2024-09-02")
D = dt.date


@pytest.fixture
def letter(su, mu, li):
    """Served on 2 September 2024, so due on the 18th."""
    return made.awaiting(su, AT, signatory=mu, liaison=li, served_on=D(2024, 9, 2))


def refusal(**given) -> str:
    with pytest.raises(StepRefused) as refused:
        made.draft(**given)
    return " ".join(refused.value.reasons)


def test_an_opinion_has_to_wait_for_the_last_day_of_the_letter(su, letter):
    assert "2024-09-18" in refusal(by=su, at=AT, of=letter.matter, kind="opinion", waiver_reason="情节严重")
    for day in ("2024-09-03", "2024-09-18"):
        with pytest.raises(StepRefused) as refused:
            actions.escalate(letter, by=su, at=made.noon(day))
        assert "2024-09-19" in refused.value.reasons[0]
    letter = actions.escalate(letter, by=su, at=made.noon("2024-09-19"))
    assert (letter.state, letter.fate, letter.due_on) == ("escalated", "unanswered", None)
    assert made.draft(su, made.noon("2024-09-19"), of=letter.matter, kind="opinion").state == "draft"


def test_an_opinion_without_a_letter_needs_the_reason_on_record(su):
    matter = made.matter(su, AT)
    assert "理由" in refusal(by=su, at=AT, of=matter, kind="opinion")
    assert made.draft(su, AT, of=matter, kind="opinion", waiver_reason="情节严重").waiver_reason


def test_where_the_province_allows_no_skipping_a_reason_does_not_help(su):
    Policy.objects.create(
        code="ladder_stage_may_be_skipped", label="-", region_id="530000", valid_from="2024-01-01", value=False
    )
    matter = made.matter(su, AT)
    assert refusal(by=su, at=AT, of=matter, kind="opinion", waiver_reason="情节严重")
    act = Act(su, AT)
    assert [rung.allowed for rung in rungs(matter, act)] == [True, False, False]


def test_a_recommendation_follows_a_failed_opinion(su, letter):
    letter = actions.escalate(letter, by=su, at=made.noon("2024-09-19"))
    assert "意见书" in refusal(by=su, at=AT, of=letter.matter, kind="recommendation")
    assert next_kind(letter.matter, Act(su, AT)) == "opinion"


def of_a_grassroots_union(su):
    """A supervisor of a union below the county."""
    county = su.org
    grassroots = UnionOrg.objects.create(
        name="祥云星播传媒有限公司工会",
        short_mark="星播工",
        level="grassroots",
        kind="grassroots",
        parent=county,
        region=county.region,
        path=county.path + "g1/",
    )
    return OfficerFactory(duty="supervisor", org=grassroots)


def test_a_grassroots_union_asks_the_county_to_recommend(su):
    by = of_a_grassroots_union(su)
    matter = made.matter(by, AT)
    words = refusal(by=by, at=AT, of=matter, kind="recommendation", waiver_reason="情节严重")
    assert "县总工会" in words
    assert made.draft(by, AT, of=matter).org == by.org
    assert made.matter(su, AT).org == su.org


def test_the_county_finds_on_its_desk_what_a_grassroots_union_asks_for_and_recommends_in_its_matter(client, su):
    by = of_a_grassroots_union(su)
    matter = made.matter(by, AT)
    opinion = made.draft(by, AT, of=matter, kind="opinion", waiver_reason="情节严重")
    with pytest.raises(StepRefused):
        actions.ask_county(matter, by=by, at=AT, reason="拒不改正")
    SupervisionDocument.objects.filter(pk=opinion.pk).update(
        state="escalated", number="x1", frozen_text="x", text_sha256="x", doc_date="2024-06-05", serial=1
    )
    with pytest.raises(StepRefused):
        actions.ask_county(made.matter(su, AT), by=su, at=AT, reason="拒不改正")
    matter = actions.ask_county(matter, by=by, at=AT, reason="拒不改正")
    assert matter.asked_on == D(2024, 9, 2)
    with pytest.raises(StepRefused):
        actions.ask_county(matter, by=by, at=AT, reason="再次请求")
    client.force_login(su.user)
    assert "show=asked" in client.get(reverse("desk:home")).content.decode()
    page = client.get(reverse("supervision:matters"), {"show": "asked"})
    assert [row.pk for row in page.context["page"]] == [matter.pk]
    advice = made.draft(su, AT, of=matter, kind="recommendation")
    assert (advice.org, advice.matter) == (su.org, matter)
    assert not client.get(reverse("supervision:matters"), {"show": "asked"}).context["page"]


def test_an_opinion_needs_two_certified_supervisors(su):
    matter = made.matter(su, AT)
    opinion = made.draft(su, AT, of=matter, kind="opinion", waiver_reason="情节严重")
    with pytest.raises(StepRefused):
        actions.submit(opinion, by=su, at=AT, no_conflict=True)
    made.investigated(matter, su, AT, D(2024, 9, 1), people=1)
    with pytest.raises(StepRefused):
        actions.submit(opinion, by=su, at=AT, no_conflict=True)
    made.investigated(matter, su, AT, D(2024, 9, 1), people=2)
    assert actions.submit(opinion, by=su, at=AT, no_conflict=True).state == "in_review"


def test_an_expired_certificate_is_not_named_in_an_investigation(su):
    expired = made.colleague(su, "supervisor")
    CertificateFactory(officer=expired, kind="supervisor", valid_until=D(2024, 8, 31))
    matter = made.matter(su, AT)
    with pytest.raises(Refused):
        actions.investigate(
            matter, by=su, at=AT, held_on=D(2024, 9, 1), way="现场检查", findings="-", supervisors=[su, expired]
        )
    assert not matter.investigations.exists()


def test_only_a_supervisor_drafts(duan, su):
    with pytest.raises(WrongDuty):
        actions.create_document(made.matter(su, AT), by=duan, at=AT, kind="reminder_letter")
    with pytest.raises(WrongDuty):
        made.matter(duan, AT)


def test_a_closed_matter_takes_no_document(su):
    matter = made.matter(su, AT)
    actions.close(matter, by=su, at=AT, outcome="not_established", reason="查无此事")
    assert refusal(by=su, at=AT, of=matter)


def test_a_matter_is_not_closed_over_a_document_under_way(su, letter):
    with pytest.raises(StepRefused):
        actions.close(letter.matter, by=su, at=AT, outcome="withdrawn", reason="-")


def test_a_recommendation_goes_to_the_hr_office_of_the_same_level(su):
    matter = made.matter(su, AT)
    found = made.draft(su, AT, of=matter, kind="recommendation", waiver_reason="情节严重")
    assert (found.authority.kind, found.authority.region_id) == ("hr", "532923")
    assert found.employer is None or found.employer == matter.employer


def test_two_documents_are_not_drafted_beside_each_other(su):
    first = made.draft(su, AT)
    assert str(first) in refusal(by=su, at=AT, of=first.matter)
