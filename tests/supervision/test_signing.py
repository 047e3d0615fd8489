"""Review, signature, numbers, and the text that never changes again."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.db import DatabaseError, connection, connections, transaction

from casework.errors import StepRefused, WrongDuty
from casework.models import Counter, Policy
from organizations.models import Officer
from supervision import actions
from supervision.letters import Letter, digest, text_of, values
from supervision.models import SupervisionDocument
from tests.conftest import member
from tests.factories import supervision as made
from tests.factories.organizations import OfficerFactory

AT = made.noon("2024-06-05")


def test_the_drafter_has_no_right_to_sign(su):
    letter = made.submitted(su, AT)
    with pytest.raises(WrongDuty):
        actions.approve(letter, by=su, at=AT)


@pytest.mark.parametrize("duty", ["signatory", "committee_director"])
def test_nobody_signs_or_reviews_what_the_same_person_drafted_in_another_duty(su, duty):
    letter = made.submitted(su, AT)
    same_person = OfficerFactory(duty=duty, user=su.user, org=su.org)
    with pytest.raises(StepRefused):
        actions.approve(letter, by=same_person, at=AT)
    if duty == "committee_director":
        with pytest.raises(StepRefused):
            actions.endorse(letter, by=same_person, at=AT)


def test_whoever_edited_the_text_does_not_sign_it_either(su, mu):
    letter = made.draft(su, AT)
    other = made.colleague(su, "supervisor")
    actions.edit(letter, by=other, at=AT, facts="改写的事实")
    letter = actions.submit(letter, by=su, at=AT, no_conflict=True)
    with pytest.raises(StepRefused):
        actions.approve(letter, by=OfficerFactory(duty="signatory", user=other.user, org=su.org), at=AT)
    assert actions.approve(letter, by=mu, at=AT).number


def test_an_opinion_is_not_signed_by_the_director(su, duan, mu):
    matter = made.matter(su, AT)
    made.investigated(matter, su, AT, dt.date(2024, 6, 4))
    opinion = made.submitted(su, AT, of=matter, kind="opinion", waiver_reason="情节严重")
    with pytest.raises(StepRefused) as refused:
        actions.approve(opinion, by=duan, at=AT)
    assert "主席" in refused.value.reasons[0]
    assert actions.approve(opinion, by=mu, at=AT).state == "approved"


def test_who_may_sign_is_a_setting(su, duan):
    letter = made.submitted(su, AT)
    Policy.objects.create(
        code="document_signing_duties",
        label="-",
        region=su.org.region,
        valid_from="2024-01-01",
        value={"reminder_letter": ["signatory"]},
    )
    with pytest.raises(StepRefused):
        actions.approve(letter, by=duan, at=AT)


def test_another_union_does_not_sign_even_from_above(su):
    letter = made.submitted(su, AT)
    above = member("signatory", "signatory.dali", "532900")
    with pytest.raises(StepRefused):
        actions.approve(letter, by=above, at=AT)


def test_a_returned_document_is_edited_and_reviewed_anew(su, duan, mu):
    letter = actions.endorse(made.submitted(su, AT), by=duan, at=AT)
    letter = actions.return_for_revision(letter, by=duan, at=AT, reason="依据不全")
    assert letter.endorsed_by is None
    with pytest.raises(StepRefused):
        actions.submit(letter, by=su, at=AT, no_conflict=True)
    letter = actions.edit(letter, by=su, at=AT, legal_basis="《中华人民共和国劳动法》第五十条")
    letter = actions.submit(letter, by=su, at=AT, no_conflict=True)
    assert actions.approve(letter, by=mu, at=AT).approved_by == mu


def test_an_interest_not_ruled_out_keeps_the_draft(su):
    with pytest.raises(StepRefused):
        actions.submit(made.draft(su, AT), by=su, at=AT, no_conflict=False)


@pytest.mark.parametrize("field", ["legal_basis", "demands", "addressee_address", "contact_phone"])
def test_an_incomplete_draft_is_not_submitted(su, field):
    letter = made.draft(su, AT)
    SupervisionDocument.objects.filter(pk=letter.pk).update(**{field: " "})
    with pytest.raises(StepRefused):
        actions.submit(letter, by=su, at=AT, no_conflict=True)


def test_the_signed_text_is_kept_with_its_hash_whatever_the_registers_say_later(su, mu):
    letter = made.approved(su, AT, mu)
    kept = letter.frozen_text
    assert letter.text_sha256 == digest(kept)
    letter.employer.name = "改名后的公司"
    letter.employer.save()
    assert text_of(SupervisionDocument.objects.get(pk=letter.pk)) == kept
    parts = Letter.parse(kept)
    assert parts.number == letter.number
    assert parts.title == "工会劳动法律监督提示函"
    assert parts.addressee == "临翔星播传媒有限公司："
    assert parts.day == "2024年6月5日"
    assert any("15日内" in line for line in parts.body)


@pytest.mark.parametrize(
    "change",
    ["frozen_text = 'x'", "number = '1'", "facts = 'x'", "text_sha256 = 'x'", "doc_date = NULL", "number = ''"],
)
def test_the_database_refuses_to_change_what_was_signed(su, mu, change):
    letter = made.approved(su, AT, mu)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE supervision_supervisiondocument SET {change} WHERE id = %s", [letter.pk])
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM supervision_supervisiondocument WHERE id = %s", [letter.pk])


def test_the_database_refuses_to_rewrite_history(su):
    letter = made.draft(su, AT)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE supervision_documentevent SET note = 'x' WHERE file_id = %s", [letter.pk])


def test_a_void_document_keeps_its_number_and_its_matter_goes_on(su, mu):
    letter = made.approved(su, AT, mu)
    letter = actions.void(letter, by=mu, at=AT, reason="主送有误")
    assert (letter.state, letter.number) == ("void", "祥云工劳监提〔2024〕1号")
    assert letter.watermark == "作废"
    following = made.approved(su, AT, mu, of=letter.matter)
    assert following.number == "祥云工劳监提〔2024〕2号"


def test_each_kind_and_year_has_a_series_of_its_own(su, mu):
    assert made.approved(su, AT, mu).number.endswith("〔2024〕1号")
    at = made.noon("2025-01-02")
    assert made.approved(su, at, mu).number == "祥云工劳监提〔2025〕1号"
    late = actions.approve(made.submitted(su, at), by=mu, at=at, approved_on=dt.date(2024, 12, 31))
    assert late.number == "祥云工劳监提〔2024〕2号"


def test_no_name_of_a_worker_can_reach_the_text(su):
    letter = made.draft(su, AT)

    def plain(value) -> bool:
        if isinstance(value, list):
            return all(plain(item) for item in value)
        if isinstance(value, dict):
            return all(plain(item) for item in value.values())
        return value is None or isinstance(value, (str, int, bool, dt.date))

    given = values(letter, "", None)
    assert plain(given)
    assert not [name for name in given if "applicant" in name or "complain" in name or "worker_name" in name]


@pytest.mark.parametrize(
    "typed",
    ["====", "一\n\n\n二", "<script>alert(1)</script>", "{{ union }}{% now 'Y' %}", "𠮷㐂龘", "长" * 20_000, "\ufffc"],
)
def test_whatever_is_typed_the_letter_keeps_its_parts(client, su, mu, typed):
    letter = made.approved(
        su, AT, mu, facts=typed, demands=typed, copies=typed.replace("\n", " ")[:200], contact_name=typed[:60]
    )
    parts = Letter.parse(letter.frozen_text)
    assert (parts.number, parts.day) == (letter.number, "2024年6月5日")
    client.force_login(su.user)
    page = client.get(letter.get_absolute_url())
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_an_employer_with_a_line_break_in_its_name_prints_on_one_line(su, mu):
    odd = made.employer("祥云第一\n公司" + "长" * 80)
    letter = made.approved(su, AT, mu, of=made.matter(su, AT, employer=odd))
    assert Letter.parse(letter.frozen_text).addressee.startswith("祥云第一 公司")


@pytest.mark.django_db(transaction=True)
def test_twenty_signing_at_once_leave_no_gap_even_where_some_are_rolled_back():
    su = member("supervisor", "su", certified=True)
    mu = member("signatory", "mu")
    letters = [made.submitted(su, AT, of=made.matter(su, AT)) for _n in range(20)]
    start = threading.Barrier(len(letters))

    def sign(n: int) -> None:
        try:
            start.wait()
            with transaction.atomic():
                by = Officer.objects.select_related("org__region", "user").get(pk=mu.pk)
                actions.approve(letters[n], by=by, at=AT)
                transaction.set_rollback(n % 4 == 0)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sign, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = SupervisionDocument.objects.exclude(number="").values_list("number", flat=True)
    assert set(numbers) == {f"祥云工劳监提〔2024〕{n}号" for n in range(1, 16)}
    assert len(numbers) == 15
    assert Counter.objects.get(series="reminder_letter").last == 15


@pytest.mark.django_db(transaction=True)
def test_one_letter_is_signed_once_however_often_it_is_tried():
    su = member("supervisor", "su", certified=True)
    mu = member("signatory", "mu")
    letter = made.submitted(su, AT)
    start = threading.Barrier(5)
    refused: list[StepRefused] = []

    def sign() -> None:
        try:
            start.wait()
            actions.approve(letter, by=Officer.objects.select_related("org__region").get(pk=mu.pk), at=AT)
        except StepRefused as error:
            refused.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sign) for _n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 4
    assert Counter.objects.get(series="reminder_letter").last == 1
