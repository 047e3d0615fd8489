"""Articles: who drafts, who publishes, who reads, and that a published text stays as it is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework.differences import differences
from casework.errors import StepRefused, WrongDuty
from casework.models import Policy
from casework.reference import seed
from casework.workflow import Act
from hotline import actions
from hotline.models import KnowledgeArticle, KnowledgeVersion
from hotline.prompts import prompts_for
from hotline.verbs import KNOWLEDGE_VERBS
from hotline.workflow import KNOWLEDGE
from organizations.models import Duty, Officer
from tests.factories.hotline import officer_of

pytestmark = pytest.mark.django_db

DRAFTERS = {"hotline_operator", "duty_leader", "quality_inspector", "committee_director"}
PUBLISHERS = {"duty_leader", "committee_director"}
TABLE = {
    "edit": ({"draft"}, None, DRAFTERS),
    "publish": ({"draft"}, "published", PUBLISHERS),
    "discard": ({"draft"}, "withdrawn", DRAFTERS),
    "revise": ({"published", "withdrawn"}, None, DRAFTERS),
    "withdraw": ({"published"}, "withdrawn", PUBLISHERS),
}


def words(**changes: Any) -> dict[str, Any]:
    return {
        "title": "欠薪投诉渠道与所需材料",
        "law": "《中华人民共和国劳动法》",
        "law_articles": "第五十条",
        "text": "带上欠条和考勤记录，到县人力资源和社会保障局投诉。",
        "categories": ["0101"],
        "search_words": "讨薪",
        "valid_from": dt.date(2026, 1, 1),
        "valid_to": None,
        **changes,
    }


def drafted(by: Officer, at: dt.datetime, **changes: Any) -> KnowledgeVersion:
    return actions.draft_article(by=by, at=at, **words(**changes))


def published(by: Officer, reader: Officer, at: dt.datetime, **changes: Any) -> KnowledgeVersion:
    return actions.publish(drafted(by, at, **changes), by=reader, at=at)


def found(officer: Officer, text: str) -> list[str]:
    return [v.title for v in KnowledgeVersion.objects.visible_to(officer).matching(text)]


def test_the_table_says_who_moves_an_article():
    steps = {v: (set(s.sources), s.target, set(s.duties)) for v, s in KNOWLEDGE.steps.items() if s.sources}
    assert steps == TABLE
    assert {verb.name for verb in KNOWLEDGE_VERBS} == set(TABLE)


@pytest.mark.parametrize("verb", sorted(TABLE))
def test_a_step_is_open_in_its_states_and_for_its_duties_only(verb, now):
    sources, _target, duties = TABLE[verb]
    for state in KnowledgeVersion.State.values:
        for duty in Duty.values:
            act = Act(Officer(duty=duty), now)
            if duty not in duties:
                with pytest.raises(WrongDuty):
                    KNOWLEDGE.check(verb, KnowledgeVersion(state=state), act)
            elif state not in sources:
                with pytest.raises(StepRefused):
                    KNOWLEDGE.check(verb, KnowledgeVersion(state=state), act)


def test_who_wrote_a_text_does_not_publish_it_unless_the_union_says_so(luo, duan, now):
    version = drafted(luo, now)
    with pytest.raises(StepRefused, match="起草人"):
        actions.publish(version, by=luo, at=now)
    assert actions.publish(version, by=duan, at=now).state == "published"
    Policy.objects.create(
        code="knowledge_second_reader", value=False, valid_from=dt.date(2001, 1, 1), label="本县", region_id="532923"
    )
    assert actions.publish(drafted(luo, now), by=luo, at=now).state == "published"


def test_who_changed_a_draft_last_has_written_it(ma, luo, now):
    version = actions.edit_draft(drafted(ma, now), by=luo, at=now, **words(text="改过的答复。"))
    with pytest.raises(StepRefused):
        actions.publish(version, by=luo, at=now)


def test_a_new_version_takes_the_place_of_the_old_one_on_its_day(ma, luo, now):
    first = published(ma, luo, now)
    tomorrow = timezone.localdate(now) + dt.timedelta(days=1)
    second = actions.revise(first, by=ma, at=now, **words(text="改为网上投诉。", valid_from=tomorrow))
    assert (second.edition, second.article_id) == (2, first.article_id)
    with pytest.raises(StepRefused, match="起草"):
        actions.revise(first, by=luo, at=now, **words())
    actions.publish(second, by=luo, at=now)
    first.refresh_from_db()
    assert first.valid_to == tomorrow
    running = KnowledgeVersion.objects.filter(article=first.article_id)
    assert list(running.in_force(timezone.localdate(now))) == [first]
    assert list(running.in_force(tomorrow)) == [second]
    assert [e.verb for e in first.events.order_by("pk")] == ["draft", "publish", "revise", "replace"]


def test_it_comes_into_use_on_the_day_it_is_published_at_the_earliest(ma, luo, now):
    assert published(ma, luo, now, valid_from=dt.date(2020, 1, 1)).valid_from == timezone.localdate(now)


def test_a_withdrawn_article_is_told_no_more(ma, luo, now):
    version = actions.withdraw(published(ma, luo, now), by=luo, at=now, reason="规定已废止")
    assert not version.in_force(timezone.localdate(now))
    assert version.valid_to == timezone.localdate(now)


@pytest.mark.parametrize("column", ["title", "text", "law", "law_articles", "categories", "valid_from"])
def test_a_published_text_never_changes_again(ma, luo, now, column):
    version = published(ma, luo, now)
    assert len(version.fingerprint) == 64
    value = {"categories": ["0102"], "valid_from": dt.date(2020, 1, 1)}.get(column, "另一句")
    with pytest.raises(DatabaseError), transaction.atomic():
        KnowledgeVersion.objects.filter(pk=version.pk).update(**{column: value})
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM hotline_knowledgeversion WHERE id = %s", [version.pk])


def test_a_draft_is_known_to_those_who_draft_in_the_same_union(ma, luo, zhao, wang, now):
    version = drafted(ma, now)
    superior = officer_of("duty_leader", "532900")
    neighbour = officer_of("duty_leader", "532924")
    rows = KnowledgeVersion.objects.filter(pk=version.pk)
    assert [bool(rows.visible_to(o)) for o in (ma, luo, zhao, wang, superior, neighbour)] == [True, True, *[False] * 4]


def test_what_is_published_is_read_below_and_seen_from_above(ma, luo, zhao, he, wang, hr_officer, tan, now):
    county = published(ma, luo, now)
    prefecture = published(officer_of("hotline_operator", "532900"), officer_of("duty_leader", "532900"), now)
    keys = [county.pk, prefecture.pk]
    seen = {
        officer: set(KnowledgeVersion.objects.visible_to(officer).filter(pk__in=keys).values_list("pk", flat=True))
        for officer in (zhao, he, wang, hr_officer, tan)
    }
    assert list(seen.values()) == [set(keys), set(keys), {prefecture.pk}, set(), set()]
    told = KnowledgeVersion.objects.visible_to(he).for_callers_of(he).filter(pk__in=keys)
    assert list(told) == [prefecture]


def test_the_law_of_the_land_is_read_by_all_and_kept_by_the_province(ma, wang, now):
    article = KnowledgeVersion.objects.get(article__code="way.limitation")
    assert KnowledgeVersion.objects.visible_to(wang).filter(pk=article.pk)
    with pytest.raises(StepRefused, match="省级工会"):
        actions.revise(article, by=ma, at=now, **words())
    province = officer_of("hotline_operator", "530000")
    assert actions.revise(article, by=province, at=now, **words()).org is None


@pytest.mark.parametrize(
    "text", ["欠薪", "qxts", "qianxintousu", "考勤", "第五十条", "讨薪", "拖欠劳动报酬", "欠薪 材料", "ｑｘｔｓ"]
)
def test_an_article_is_found_by_title_text_law_category_and_spelling(ma, luo, now, text):
    version = published(ma, luo, now)
    assert version.title in found(ma, text)


@pytest.mark.parametrize("text", ["量子力学", "zzqx", "欠薪 量子", "%", "\x00欠薪量子", "a" * 400])
def test_what_no_article_says_finds_none(ma, luo, now, text):
    published(ma, luo, now)
    assert found(ma, text) == []


def test_the_articles_of_the_chosen_category_come_first(ma):
    rows = KnowledgeVersion.objects.visible_to(ma).matching("工资").best_for("0103")
    assert "0103" in rows[0].categories


def test_every_first_level_category_has_prompts_and_articles():
    firsts = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "99"]
    for code in firsts:
        assert len(prompts_for(code)) >= 4, code
        rows = KnowledgeVersion.objects.filter(categories__overlap=[code, *[f"{code}{n:02}" for n in range(1, 100)]])
        assert rows.exists(), code


def test_loading_reference_data_twice_adds_no_article_and_leaves_a_changed_one():
    before = KnowledgeVersion.objects.count()
    assert before >= 30
    KnowledgeArticle.objects.filter(code="pay.arrears").update(code="pay.arrears.own")
    seed()
    assert KnowledgeVersion.objects.count() == before + 1
    seed()
    assert KnowledgeVersion.objects.count() == before + 1


def test_a_difference_is_told_clause_by_clause():
    pieces = differences("带欠条，到县里投诉。", "带欠条，上网投诉。")
    assert [(p.kind, p.text) for p in pieces] == [("same", "带欠条，"), ("gone", "到县里投诉。"), ("new", "上网投诉。")]
