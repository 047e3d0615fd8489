"""Public letters to many areas and trades: one act, one row and one number each, and what failed beside it."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.errors import Refused, StepRefused, WrongDuty
from supervision import actions
from supervision.letters import text_of
from supervision.models import SupervisionDocument
from supervision.printing.verification import WORDS, verified
from tests.factories import supervision as made
from tests.factories.organizations import OfficerFactory

AT = made.noon("2024-06-05")
TEXTS = {name: made.TEXTS[name] for name in ("facts", "legal_basis", "demands", "contact_phone")}
WHO = ["祥城镇建筑业各用人单位", "祥城镇餐饮业各用人单位", "沙龙镇建筑业各用人单位"]


@pytest.fixture
def season(su):
    """A matter about everybody, with three letters handed in."""
    matter = made.matter(su, AT, employer=None)
    return actions.draft_letters(matter, by=su, at=AT, addressees=WHO, no_conflict=True, **TEXTS)


def test_each_area_and_trade_gets_a_letter_of_its_own(season):
    letters = season.documents.order_by("pk")
    assert [letter.public_addressee for letter in letters] == WHO
    assert {letter.state for letter in letters} == {"in_review"}
    assert [line.is_done for line in season.batch_lines.last_act()] == [True] * 3


def test_one_signature_numbers_all_and_one_publication_closes_the_matter(season, mu, li):
    actions.sign_letters(season, by=mu, at=AT)
    assert list(season.documents.order_by("serial").values_list("serial", flat=True)) == [1, 2, 3]
    for letter in season.documents.all():
        made.sealed(letter, AT)
    matter = actions.publish_letters(season, by=li, at=AT, publication="县总工会公众号")
    assert (matter.state, matter.outcome) == ("closed", "published")
    assert season.documents.filter(state="closed", outcome="published").count() == 3


def test_a_letter_that_cannot_be_signed_keeps_back_no_other_and_takes_no_number(season, su, mu):
    second = season.documents.order_by("pk")[1]
    SupervisionDocument.objects.filter(pk=second.pk).update(demands=" ")
    actions.sign_letters(season, by=mu, at=AT)
    lines = season.batch_lines.last_act()
    assert [line.is_done for line in lines] == [True, False, True]
    assert lines[1].document == second
    assert "尚缺" in lines[1].reason
    assert list(season.documents.order_by("serial").values_list("serial", flat=True)) == [1, 2, None]


def test_whoever_drafted_signs_none_of_them_and_reads_why(season, su):
    same = OfficerFactory(duty="signatory", user=su.user, org=su.org)
    actions.sign_letters(season, by=same, at=AT)
    assert [line.is_done for line in season.batch_lines.last_act()] == [False] * 3
    assert "起草" in season.batch_lines.last_act()[0].reason
    assert not season.documents.exclude(number="").exists()


def test_a_matter_about_one_employer_has_no_letters_to_all(su):
    with pytest.raises(StepRefused):
        actions.draft_letters(made.matter(su, AT), by=su, at=AT, addressees=WHO, no_conflict=True, **TEXTS)


def test_each_act_belongs_to_its_duty(season, su, mu, li):
    with pytest.raises(WrongDuty):
        actions.sign_letters(season, by=li, at=AT)
    with pytest.raises(WrongDuty):
        actions.publish_letters(season, by=mu, at=AT, publication="-")
    with pytest.raises(StepRefused):
        actions.publish_letters(season, by=li, at=AT, publication="-")


SEASON = {"occasion": "heat", "valid_until": dt.date(2024, 9, 30), "publication": "县总工会公众号"}


def test_a_letter_of_the_season_says_so_and_until_when(su, mu):
    matter = made.matter(su, AT, employer=None)
    matter = actions.draft_letters(matter, by=su, at=AT, addressees=WHO[:1], no_conflict=True, **SEASON, **TEXTS)
    text = text_of(matter.documents.get())
    assert "高温天气期间，为维护职工合法权益" in text
    assert "本提示函自公布之日起至2024年9月30日有效。" in text
    assert "本提示函通过县总工会公众号公布。" in text
    plain = made.draft(su, AT, matter, audience="public", public_addressee=WHO[1])
    assert "结合近期工会劳动法律监督工作情况" in text_of(plain)
    assert "有效。" not in text_of(plain)


def test_a_letter_is_neither_signed_nor_published_for_a_season_that_is_over(su, mu, li):
    matter = made.matter(su, AT, employer=None)
    season = {**SEASON, "valid_until": AT.date()}
    matter = actions.draft_letters(matter, by=su, at=AT, addressees=WHO[:2], no_conflict=True, **season, **TEXTS)
    tomorrow = AT + dt.timedelta(days=1)
    actions.sign_letters(matter, by=mu, at=tomorrow)
    assert [line.is_done for line in matter.batch_lines.last_act()] == [False, False]
    assert "2024-06-05" in matter.batch_lines.last_act()[0].reason
    actions.sign_letters(matter, by=mu, at=AT)
    for letter in matter.documents.all():
        made.sealed(letter, AT)
    first = matter.documents.order_by("pk").first()
    with pytest.raises(Refused):
        actions.publish(first, by=li, at=tomorrow, publication="网站")
    actions.publish(first, by=li, at=tomorrow, publication="网站", published_on=AT.date())  # entered a day later


@pytest.mark.parametrize(("day", "standing"), [("2024-09-30", "valid"), ("2024-10-01", "over")])
def test_whoever_verifies_a_letter_learns_whether_its_time_is_over(su, mu, day, standing):
    matter = made.matter(su, AT, employer=None)
    actions.draft_letters(matter, by=su, at=AT, addressees=WHO[:1], no_conflict=True, **SEASON, **TEXTS)
    actions.sign_letters(matter, by=mu, at=AT)
    letter = made.sealed(matter.documents.get(), AT)
    found = verified(letter.verification_code, dt.date.fromisoformat(day))
    assert (found.status, found.valid_until) == (WORDS[standing][0], SEASON["valid_until"])


def test_only_a_public_letter_has_a_season(client, su):
    """What was typed for one is left out of another letter, where there is no field to empty it in."""
    matter = made.matter(su, AT)
    client.force_login(su.user)
    body = {"matter": matter.pk, "kind": "reminder_letter", "occasion": "heat", "publication": "网站", **TEXTS}
    answer = client.post("/api/v1/documents/", body, content_type="application/json")
    letter = answer.json()
    assert (answer.status_code, letter["occasion"], letter["publication"]) == (201, "", "")
    edited = {"occasion": "heat", "valid_until": "2020-01-01", "facts": "新的事实"}
    answer = client.post(f"/api/v1/documents/{letter['id']}/edit/", edited, content_type="application/json")
    assert (answer.status_code, answer.json()["valid_until"], answer.json()["occasion"]) == (200, None, "")
    body |= {"audience": "public", "public_addressee": WHO[0], "valid_until": "2020-01-01"}
    answer = client.post("/api/v1/documents/", body, content_type="application/json")
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["valid_until"])
    body["valid_until"] = "2099-09-30"
    answer = client.post("/api/v1/documents/", body, content_type="application/json")
    assert (answer.json()["occasion"], answer.json()["valid_until"]) == ("heat", "2099-09-30")


def test_the_form_makes_a_letter_for_each_area_and_trade(client, su, mu):
    matter = made.matter(su, AT, employer=None)
    client.force_login(su.user)
    typed = {**TEXTS, "areas": ["532923"], "trades": "建筑业\n餐饮业\n建筑业", "no_conflict": "on"}
    assert client.post(matter.step_url("draft_letters"), typed).status_code == 302
    assert [letter.public_addressee for letter in matter.documents.order_by("pk")] == [
        "祥云县建筑业各用人单位",
        "祥云县餐饮业各用人单位",
    ]
    page = client.get(matter.get_absolute_url()).content.decode()
    assert "共2份，已办2份" in page
    for bad in ({"areas": ["532924"]}, {"areas": []}, {"trades": "长" * 99}):
        assert client.post(matter.step_url("draft_letters"), {**typed, **bad}).status_code == 422


def test_the_api_drafts_signs_and_lists_what_failed(client, su, mu):
    matter = made.matter(su, AT, employer=None)
    client.force_login(su.user)
    body = {**TEXTS, "areas": ["532923"], "trades": "", "no_conflict": True}
    address = f"/api/v1/matters/{matter.pk}"
    answer = client.post(f"{address}/draft_letters/", body, content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert answer.json()["letters"][0]["addressee"] == "祥云县各用人单位"
    client.force_login(OfficerFactory(duty="signatory", user=su.user, org=su.org).user)
    client.force_login(mu.user)
    answer = client.post(f"{address}/sign_letters/", {}, content_type="application/json").json()
    assert [line["is_done"] for line in answer["letters"]] == [True]
    assert matter.documents.get().number == f"祥云工劳监提〔{matter.documents.get().doc_date.year}〕1号"
