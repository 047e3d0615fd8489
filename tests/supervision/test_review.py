"""Versions, what changed in them, and comments paragraph by paragraph."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from casework.errors import StepRefused, WrongDuty
from supervision import actions
from supervision.comparison import compared, template_text
from tests.conftest import member
from tests.factories import supervision as made

AT = made.noon("2024-06-05")


def rewritten(letter, su, duan):
    """Returned, edited and handed in again."""
    letter = actions.return_for_revision(letter, by=duan, at=AT, reason="依据不全")
    letter = actions.edit(letter, by=su, at=AT, demands="核清拖欠数额并公示。\n制定支付计划并按期支付。")
    return actions.submit(letter, by=su, at=AT, no_conflict=True)


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (["甲", "乙"], ["甲", "乙"], [(1, "same"), (2, "same")]),
        (["甲", "乙"], ["甲", "丙", "乙"], [(1, "same"), (2, "new"), (3, "same")]),
        (["甲", "丙", "乙"], ["甲", "乙"], [(1, "same"), (0, "gone"), (2, "same")]),
        (["甲，乙。"], ["甲，丙。"], [(1, "changed")]),
        ([], ["甲"], [(1, "new")]),
    ],
)
def test_paragraphs_stay_change_come_or_go(before, after, kinds):
    assert [(row.number, row.kind) for row in compared(before, after)] == kinds


def test_within_a_paragraph_the_clauses_that_changed_are_marked():
    [row] = compared(["核清数额，限期支付。"], ["核清数额，立即支付。"])
    assert [(piece.kind, piece.text) for piece in row.pieces] == [
        ("same", "核清数额，"),
        ("gone", "限期支付。"),
        ("new", "立即支付。"),
    ]


def test_each_hand_in_keeps_a_version_that_never_changes(su, duan):
    letter = rewritten(made.submitted(su, AT), su, duan)
    first, second = letter.versions.all()
    assert (first.edition, second.edition) == (1, 2)
    assert "并公示" in second.text
    assert "并公示" not in first.text
    for table in ("documentversion", "reviewcomment"):
        actions.comment(letter, by=duan, at=AT, paragraph=1, text="请核对")
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE supervision_{table} SET at = now()")


def test_the_template_is_what_prints_before_anything_is_typed(su):
    letter = made.draft(su, AT)
    lines = template_text(letter)
    assert "一、有关情况" in lines
    assert not [line for line in lines if "46300" in line]


def test_only_reviewers_of_the_issuing_union_comment_and_only_while_it_is_reviewed(su, duan, mu):
    letter = made.draft(su, AT)
    given = {"at": AT, "paragraph": 1, "text": "请核对"}
    with pytest.raises(StepRefused):
        actions.comment(letter, by=duan, **given)
    letter = actions.submit(letter, by=su, at=AT, no_conflict=True)
    with pytest.raises(WrongDuty):
        actions.comment(letter, by=su, **given)
    with pytest.raises(StepRefused):
        actions.comment(letter, by=member("committee_director", "director.dali", "532900"), **given)
    for officer in (duan, mu):
        actions.comment(letter, by=officer, **given)
    assert letter.versions.get().comments.count() == 2


def test_a_reviewer_sees_the_changes_comments_and_goes_on_reading(client, su, duan):
    letter = rewritten(made.submitted(su, AT), su, duan)
    client.force_login(duan.user)
    address = reverse("supervision:documents-review", args=[letter.pk])
    page = client.get(address).content.decode()
    assert "<ins>1．核清拖欠数额并公示。</ins>" in page.replace("\n", "")
    assert "有改动" in page
    assert "新增" in client.get(address, {"against": "template"}).content.decode()
    assert "<ins>" not in client.get(address, {"against": "text"}).content.decode()
    comment = reverse("supervision:documents-comment", args=[letter.pk])
    answer = client.post(comment, {"paragraph": "3", "text": "<b>请写明</b>期限"})
    assert answer.url == address
    page = client.get(address).content.decode()
    assert "&lt;b&gt;请写明&lt;/b&gt;期限" in page
    assert client.post(comment, {"paragraph": "99", "text": "-"}).status_code == 422


def test_the_drafter_reads_the_comments_beside_the_draft(client, su, duan):
    letter = made.submitted(su, AT)
    actions.comment(letter, by=duan, at=AT, paragraph=4, text="主送单位请写全称")
    actions.return_for_revision(letter, by=duan, at=AT, reason="见逐段意见")
    client.force_login(su.user)
    page = client.get(letter.step_url("edit")).content.decode()
    assert "主送单位请写全称" in page
    assert "临翔星播传媒有限公司：" in page


def test_nobody_out_of_scope_sees_a_review(client, su, wang):
    letter = made.submitted(su, AT)
    client.force_login(wang.user)
    for name in ("review", "comment", "edit"):
        assert client.get(reverse(f"supervision:documents-{name}", args=[letter.pk])).status_code == 404
