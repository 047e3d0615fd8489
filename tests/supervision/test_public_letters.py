"""Public letters to many areas and trades: one act, one row and one number each, and what failed beside it."""

from __future__ import annotations

import pytest

from casework.errors import StepRefused, WrongDuty
from supervision import actions
from supervision.models import SupervisionDocument
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
