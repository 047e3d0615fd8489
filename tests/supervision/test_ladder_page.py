"""The ladder of an employer: what may follow, and from which day, in the words of the page."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from casework.errors import StepRefused
from casework.workflow import Act
from supervision import actions
from supervision.columns import COLUMNS
from supervision.filling import filled_in
from supervision.models import SupervisionDocument, SupervisionTopic
from supervision.prospects import prospect
from tests.factories import supervision as made

AT = made.noon("2024-09-02")
D = dt.date


@pytest.fixture
def letter(su, mu, li):
    """Served on 2 September 2024, so due on the 18th."""
    return made.awaiting(su, AT, signatory=mu, liaison=li, served_on=D(2024, 9, 2))


@pytest.mark.parametrize(
    ("today", "possible", "words"),
    [
        ("2024-09-10", False, "2024-09-19"),
        ("2024-09-17", False, "2024-09-19"),
        ("2024-09-18", False, "明日起"),
        ("2024-09-19", True, "2024-09-19"),
        ("2024-10-30", True, "2024-09-19"),
    ],
)
def test_the_opinion_is_possible_on_the_day_after_the_last_and_not_a_day_earlier(letter, su, today, possible, words):
    found = prospect(letter, dt.date.fromisoformat(today))
    assert (found.possible, found.first_day) == (possible, D(2024, 9, 19))
    assert words in found.words
    assert "意见书" in found.words
    if not possible:
        with pytest.raises(StepRefused) as refused:
            actions.escalate(letter, by=su, at=made.noon(today))
        assert "2024-09-19" in refused.value.reasons[0]


def columns_of(rows, today):
    return {column.code: list(column.rows(rows, today)) for column in COLUMNS}


def test_a_document_that_failed_stays_among_those_to_escalate_until_the_next_is_begun(letter, su):
    rows = SupervisionDocument.objects.visible_to(su)
    assert columns_of(rows, D(2024, 9, 18))["escalate"] == []
    assert columns_of(rows, D(2024, 9, 19))["escalate"] == [letter]
    letter = actions.escalate(letter, by=su, at=made.noon("2024-09-19"))
    assert columns_of(rows, D(2024, 9, 19))["escalate"] == [letter]
    made.draft(su, made.noon("2024-09-20"), of=letter.matter, kind="opinion")
    assert columns_of(rows, D(2024, 9, 20))["escalate"] == []


def test_the_board_says_what_is_possible_tomorrow(client, su, mu, li, now):
    """The letter is due today, so the opinion may be drafted from tomorrow on."""
    letter = made.awaiting(su, now, signatory=mu, liaison=li, served_on=timezone.localdate() - dt.timedelta(days=1))
    SupervisionDocument.objects.filter(pk=letter.pk).update(due_on=timezone.localdate())
    client.force_login(su.user)
    page = client.get(reverse("supervision:documents")).content.decode()
    board = page[page.index('class="board"') : page.index('class="filters"')]
    assert "明日起可发出意见书" in board
    assert letter.number in board
    assert "本月已审" in board
    assert 'class="board"' not in client.get(reverse("supervision:documents"), {"column": "review"}).content.decode()


def test_an_unserved_letter_opens_nothing(su, mu):
    found = prospect(made.approved(su, AT, mu), D(2025, 1, 1))
    assert not found.possible
    assert "尚未办完" in found.words


def test_the_next_document_is_drafted_with_the_step_and_filled_in(letter, su):
    made.investigated(letter.matter, su, AT, D(2024, 9, 10))
    actions.escalate(letter, by=su, at=made.noon("2024-09-19"), draft_next=True)
    opinion = letter.matter.documents.get(kind="opinion")
    assert (opinion.state, opinion.drafter) == ("draft", su)
    assert (opinion.legal_basis, opinion.demands) == (letter.legal_basis, letter.demands)
    assert opinion.facts == f"{letter.facts}\n情况属实"
    assert opinion.copies


def test_a_draft_that_may_not_be_keeps_the_letter_as_it_was(letter, su):
    """A matter closed meanwhile takes no draft: then nothing of the step is kept."""
    with pytest.raises(StepRefused):
        actions.escalate(letter, by=su, at=made.noon("2024-09-18"), draft_next=True)
    letter.refresh_from_db()
    assert (letter.state, SupervisionDocument.objects.count()) == ("awaiting_reply", 1)


@pytest.mark.parametrize(
    ("topic", "workers", "copied"),
    [("pay", 9, False), ("pay", 10, True), ("social_insurance", 1, True), ("special_protection", 1, True)],
)
def test_the_procuratorate_gets_a_copy_of_the_recommendation_where_the_matter_is_one_for_it(su, topic, workers, copied):
    matter = made.matter(su, AT, topic=SupervisionTopic.objects.get(pk=topic), workers_affected=workers)
    assert ("检察院" in filled_in(matter, "recommendation", su, AT)["copies"]) is copied
    assert "检察院" not in filled_in(matter, "opinion", su, AT)["copies"]
    assert Act(su, AT).today == D(2024, 9, 2)


def page(client, officer, employer):
    client.force_login(officer.user)
    return client.get(reverse("supervision:ladder", args=[employer.pk]))


def test_the_page_shows_days_replies_basis_and_what_may_follow(client, su, mu, li):
    today = timezone.localdate()
    letter = made.awaiting(su, made.noon(today.isoformat()), signatory=mu, liaison=li, served_on=today)
    words = page(client, su, letter.employer).content.decode()
    assert letter.number in words
    assert (letter.due_on + dt.timedelta(days=1)).isoformat() in words
    assert "系统默认" in words
    assert letter.step_url("escalate") not in words


def test_an_overdue_letter_is_on_the_ladder_the_list_and_the_desk_of_its_officer(client, su, letter):
    assert letter.step_url("escalate") in page(client, su, letter.employer).content.decode()
    assert letter.number in client.get(reverse("desk:home")).content.decode()
    listed = client.get(reverse("supervision:documents"), {"column": "escalate"}).content.decode()
    assert letter.number in listed


def test_the_ladder_costs_the_same_for_few_and_for_many_matters(client, su, mu, li, django_assert_max_num_queries):
    def queries() -> int:
        with django_assert_max_num_queries(40) as counted:
            assert page(client, su, made.employer()).status_code == 200
        return len(counted)

    made.awaiting(su, AT, signatory=mu, liaison=li, served_on=D(2024, 9, 2))
    page(client, su, made.employer())
    few = queries()
    for _n in range(4):
        made.awaiting(su, AT, signatory=mu, liaison=li, served_on=D(2024, 9, 2))
    assert queries() == few


def test_the_neighbouring_county_sees_an_empty_ladder(client, letter, wang, yang):
    assert letter.number not in page(client, wang, letter.employer).content.decode()
    assert page(client, yang, letter.employer).status_code == 403


def test_a_partners_document_is_recorded_answered_and_closed_by_pages_and_api(client, letter, li):
    client.force_login(li.user)
    new = f"{reverse('supervision:partner-documents-new')}?matter={letter.matter.pk}"
    assert client.get(new).status_code == 200
    from organizations.models import Authority

    office = Authority.objects.get(kind="procuratorate", region="532923")
    typed = {"matter": letter.matter.pk, "kind": "procuratorial", "issuer": office.pk, "summary": "督促履职"}
    assert client.post(new, {**typed, "served_on": "2024-12-31"}).status_code == 302
    found = letter.matter.partner_documents.get()
    assert found.due_on == D(2025, 2, 28)
    for url in (found.get_absolute_url(), reverse("supervision:partner-documents"), letter.matter.get_absolute_url()):
        assert found.get_kind_display() in client.get(url).content.decode(), url
    base = f"/api/v1/partner-documents/{found.pk}"
    answer = client.post(f"{base}/finish/", {"outcome": "adopted", "reason": "已采纳"}, content_type="application/json")
    assert (answer.status_code, answer.json()["state"]) == (200, "closed")
