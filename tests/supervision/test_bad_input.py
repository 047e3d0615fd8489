"""What people paste: thirty pages, long names, rare characters, line breaks and markup in every field."""

from __future__ import annotations

import pytest
from django.urls import reverse

from supervision.letters import Letter
from supervision.models import SupervisionDocument
from tests.factories import supervision as made

AT = made.noon("2024-06-05")
PAGE = "祥云县某建筑工地拖欠农民工工资，" * 38  # some 22 lines of 28 characters
TEXTS = {
    "thirty pages": "\n".join([PAGE] * 30),
    "rare characters": "𠮷㐂龘公司拖欠𠮷某工资",
    "line breaks": "一\r\n二\r三\n\n\n四\u2028五",
    "markup": "<script>alert(1)</script>{{ number }}{% now 'Y' %}&lt;b&gt;",
    "control signs": "甲\x0b乙\x1f丙\u200b丁",
    "the signs of the template": "====\n\ufffc\n====",
}
SHORT = ("addressee_address", "contact_name", "contact_address", "copies")


@pytest.mark.parametrize("name", TEXTS)
def test_any_text_in_any_field_is_drafted_previewed_reviewed_and_signed(client, su, duan, mu, name):
    text = TEXTS[name]
    short = {field: text.replace("\n", " ")[:60] for field in SHORT}
    long = dict.fromkeys(("facts", "legal_basis", "demands"), text)
    matter = made.matter(su, AT, facts=text)
    typed = {"matter": matter.pk, "kind": "reminder_letter", "contact_phone": "0872-3120000", **long, **short}
    client.force_login(su.user)
    preview = client.post(reverse("supervision:documents-preview"), typed)
    assert preview.status_code == 200
    assert "<script>alert" not in preview.content.decode()
    answer = client.post(reverse("supervision:documents-new"), typed)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    letter = SupervisionDocument.objects.get()
    assert client.post(letter.step_url("submit"), {"no_conflict": "on"}).status_code == 302
    client.force_login(duan.user)
    review = client.get(reverse("supervision:documents-review", args=[letter.pk]))
    assert "<script>alert" not in review.content.decode()
    client.force_login(mu.user)
    assert client.post(letter.step_url("approve")).status_code == 302
    letter.refresh_from_db()
    assert Letter.parse(letter.frozen_text).number == letter.number


def test_an_addressee_of_eighty_characters_stays_whole(su, mu):
    name = "祥云县" + "长" * 73 + "有限公司"
    assert len(name) == 80
    letter = made.approved(su, AT, mu, of=made.matter(su, AT, employer=made.employer(name)))
    assert Letter.parse(letter.frozen_text).addressee == f"{name}："


@pytest.mark.parametrize("field", ["facts", "legal_basis", "demands"])
def test_more_than_a_field_holds_is_refused_in_words_and_stays_typed(client, su, field):
    letter = made.draft(su, AT)
    client.force_login(su.user)
    answer = client.post(letter.step_url("edit"), {field: "长" * 20_001, "version": letter.version})
    assert answer.status_code == 422
    assert "长" * 1000 in answer.content.decode()


@pytest.mark.parametrize("typed", [{}, {"matter": "x"}, {"matter": "9" * 30}, {"document": "x"}, {"document": "0"}])
def test_a_preview_of_nothing_is_not_found(client, su, typed):
    client.force_login(su.user)
    assert client.post(reverse("supervision:documents-preview"), typed).status_code == 404


def test_the_preview_is_for_those_who_draft_and_within_scope(client, su, mu, wang):
    letter = made.draft(su, AT)
    address = reverse("supervision:documents-preview")
    for officer, status in ((mu, 403), (wang, 403), (su, 200)):
        client.force_login(officer.user)
        assert client.post(address, {"document": letter.pk}).status_code == status
    assert client.get(address).status_code == 405
