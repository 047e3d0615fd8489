"""A restricted matter and its documents exist for those named and for whoever restricted it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from casework.errors import StepRefused, WrongDuty
from supervision import actions, desk, search
from supervision.models import PartnerDocument, SupervisionDocument, SupervisionMatter
from tests.factories import supervision as made

pytestmark = pytest.mark.django_db
MODELS = [SupervisionMatter, SupervisionDocument, PartnerDocument]


@pytest.fixture
def secret(su, mu, duan, li, now):
    letter = made.approved(su, now, mu)
    actions.restrict(letter.matter, by=duan, at=now, officers=[li], reason="涉及隐私")
    return letter


@pytest.mark.parametrize("name", ["duan", "li"])
def test_the_named_officers_go_on_working_on_it(client, request, secret, name):
    officer = request.getfixturevalue(name)
    client.force_login(officer.user)
    for file in (secret, secret.matter):
        assert client.get(file.get_absolute_url()).status_code == 200
        assert client.get(f"/api/v1/{file.collection}/{file.pk}/").status_code == 200


@pytest.mark.parametrize("name", ["su", "mu", "he", "wang"])
def test_to_everybody_else_it_is_not_there(client, request, secret, name, now):
    officer = request.getfixturevalue(name)
    client.force_login(officer.user)
    for file in (secret, secret.matter):
        assert client.get(file.get_absolute_url()).status_code == 404
        assert client.get(f"/api/v1/{file.collection}/{file.pk}/").status_code == 404
        assert client.post(file.step_url("attach"), {}).status_code == 404
        assert search.find(officer, file.number) == []
    for name in ("documents", "matters", "documents-numbers"):
        answer = client.get(reverse(f"supervision:{name}"))
        assert answer.status_code == 403 or secret.number not in answer.content.decode()
    assert not any(model.objects.visible_to(officer).exists() for model in MODELS)
    assert [card.count for card in desk.cards(officer, now.date()) if card.count != "0"] == []


def test_only_the_director_restricts_and_lifts(secret, su, duan, now):
    with pytest.raises(WrongDuty):
        actions.restrict(made.matter(su, now), by=su, at=now, officers=[], reason="涉及隐私")
    with pytest.raises(StepRefused):
        actions.lift_restriction(made.matter(su, now), by=duan, at=now, reason="未限制")
    matter = actions.lift_restriction(secret.matter, by=duan, at=now, reason="已公开")
    assert SupervisionDocument.objects.visible_to(su).get(pk=secret.pk)
    assert not matter.clearances.exists()


def test_the_form_names_the_readers_of_the_union(client, secret, su, duan):
    SupervisionMatter.objects.filter(pk=secret.matter_id).update(is_restricted=False)
    client.force_login(duan.user)
    answer = client.post(secret.matter.step_url("restrict"), {"officers": [su.pk], "reason": "涉及隐私"})
    assert answer.status_code == 302, answer.content.decode()
    assert {row.officer for row in secret.matter.clearances.all()} == {su, duan}
