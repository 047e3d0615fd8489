"""A template is changed by two people, from a list of names, and touches nothing that was signed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from casework.documents.compose import TemplateFault
from casework.documents.editing import change, put_in_force, revise
from casework.documents.notation import read, written
from casework.errors import Refused, WrongDuty
from casework.models import DocumentTemplate
from supervision.printing.sheets import template_of
from tests.factories import supervision as made

pytestmark = pytest.mark.django_db
AT = timezone.now()


def letter_template():
    return DocumentTemplate.objects.get(code="supervision.reminder_letter", region=None)


def test_every_template_reads_as_it_is_written():
    """A blank cell is written as nothing; otherwise what is read is what was there."""
    for template in DocumentTemplate.objects.all():
        once = read(written(template.parts))
        assert read(written(once)) == once, template.code
        assert str(once).replace(" ", "").replace("\u3000", "") == str(
            [in_order(part) for part in template.parts]
        ).replace(" ", "").replace("\u3000", ""), template.code


def in_order(part):
    """As it is read: the kind, what it depends on, and the content."""
    names = (
        "kind",
        "each",
        "when",
        "unless",
        "widths",
        "numeric",
        "may_be_empty",
        "text",
        "head",
        "row",
        "foot",
        "rows",
    )
    return {name: part[name] for name in names if part.get(name) not in (None, [], "")}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no part above it",
        "[script]\nx",
        "[text]",
        "[text each=]\nx",
        "[table each=facts]\na | b\nc",
        "[table]\na\nb",
        "[pairs]\nonly one",
        "[attachments]\nx",
        "[text size=12]\nx",
    ],
)
def test_what_is_no_part_is_refused_in_words(text):
    with pytest.raises(TemplateFault):
        read(text)


def test_a_new_version_needs_two_people_and_a_day_and_touches_nothing_signed(su, duan, mu):
    letter = made.approved(su, made.noon("2024-06-05"), mu)
    draft = revise(letter_template(), by=duan, at=AT)
    with pytest.raises(Refused):
        revise(letter_template(), by=duan, at=AT)
    draft = change(draft, by=duan, at=AT, title="新的提示函")
    with pytest.raises(Refused):
        put_in_force(draft, by=duan, at=AT, valid_from=timezone.localdate(AT))
    with pytest.raises(Refused):
        put_in_force(draft, by=mu, at=AT, valid_from=timezone.localdate(AT) - dt.timedelta(days=1))
    with pytest.raises(WrongDuty):
        put_in_force(draft, by=su, at=AT, valid_from=timezone.localdate(AT))
    day = timezone.localdate(AT) + dt.timedelta(days=3)
    draft = put_in_force(draft, by=mu, at=AT, valid_from=day)
    assert template_of(letter, day).pk == draft.pk
    assert template_of(letter, day - dt.timedelta(days=1)).pk != draft.pk
    assert "新的提示函" not in letter.frozen_text
    with pytest.raises(Refused):
        change(draft, by=duan, at=AT, title="再改")


def test_the_pages_lead_from_the_list_to_a_version_in_force(client, su, duan, mu):
    made.approved(su, AT, mu)
    client.force_login(duan.user)
    assert "提示函" in client.get(reverse("casework:templates")).content.decode()
    old = letter_template()
    assert "[heading]" in client.get(reverse("casework:template", args=[old.pk])).content.decode()
    client.post(reverse("casework:template-revise", args=[old.pk]))
    draft = DocumentTemplate.objects.get(valid_from=None)
    address = reverse("casework:template-edit", args=[draft.pk])
    typed = {"name": "提示函", "layout": "letter", "mark": "{org}", "title": "新的提示函", "number": "{number}"}
    wrong = client.post(address, {**typed, "text": "[text]\n{complainant}"})
    assert wrong.status_code == 422
    assert "{complainant}" in wrong.content.decode()
    assert client.post(address, {**typed, "title": "{secret}", "text": "[text]\nx"}).status_code == 422
    text = "[addressee]\n{addressee}：\n\n[text]\n新的正文。\n\n[signature]\n{org}\n{document_day}\n"
    assert client.post(address, {**typed, "text": text}).status_code == 302
    page = reverse("casework:template", args=[draft.pk])
    assert "新的正文" in client.get(page).content.decode()
    picture = client.get(reverse("casework:template-example", args=[draft.pk, 1, 1]))
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")
    assert client.get(reverse("casework:template-example", args=[draft.pk, 9, 1])).status_code == 404
    client.force_login(mu.user)
    today = timezone.localdate().isoformat()
    assert client.post(reverse("casework:template-activate", args=[draft.pk]), {"valid_from": today}).status_code == 302
    draft.refresh_from_db()
    assert (draft.valid_from.isoformat(), draft.activated_by, draft.region) == (today, mu, mu.org.region)


def test_the_administrator_finds_the_templates_from_the_desk_and_only_reads_them(client, tan):
    client.force_login(tan.user)
    assert reverse("casework:templates") in client.get(reverse("desk:home")).content.decode()
    assert "提示函" in client.get(reverse("casework:templates")).content.decode()
    pk = letter_template().pk
    assert "[heading]" in client.get(reverse("casework:template", args=[pk])).content.decode()
    for act in ("revise", "activate"):
        assert client.post(reverse(f"casework:template-{act}", args=[pk])).status_code == 403
    assert client.get(reverse("casework:template-edit", args=[pk])).status_code == 403


def test_other_duties_and_other_places_know_nothing_of_a_draft(client, su, duan, wang):
    draft = revise(letter_template(), by=duan, at=AT)
    page = reverse("casework:template", args=[draft.pk])
    client.force_login(su.user)
    assert client.get(page).status_code == 403
    assert client.get(reverse("casework:templates")).status_code == 403
    assert draft not in DocumentTemplate.objects.visible_to(wang)
