"""Nothing typed is lost."""

import pytest
from django.db import connection

from casework.models import Draft


@pytest.fixture
def typist(client, zhao):
    client.force_login(zhao.user)
    return client


def save(client, revision, **typed):
    return client.post("/drafts/calls/new/", {**typed, "_revision": revision})


def test_typed_text_comes_back_and_is_sealed_in_the_table(typist, zhao):
    assert save(typist, 1, facts="拖欠工资三个月").json()["revision"] == 1
    draft = Draft.objects.visible_to(zhao).get(key="calls/new")
    assert "facts" in draft.text
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM casework_draft")
        assert "facts" not in cursor.fetchone()[0]


def test_an_older_revision_arriving_late_does_not_overwrite(typist, zhao):
    save(typist, 2, facts="new")
    save(typist, 1, facts="old")
    assert Draft.objects.get().text == "facts=new"


def test_a_draft_belongs_to_the_person_who_types(typist, wang):
    save(typist, 1, facts="mine")
    assert not Draft.objects.visible_to(wang).exists()


def test_a_draft_too_large_is_refused(typist):
    assert save(typist, 1, facts="字" * 150_000).status_code == 413
