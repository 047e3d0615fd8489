"""Words in calls and orders: found whatever their length and frequency, in scope only, the newest first."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casework import searching
from hotline.models import CallRecord, CallText, OrderText, WorkOrder
from hotline.search import find
from tests.factories.hotline import CallFactory, OrderFactory, officer_of

pytestmark = pytest.mark.django_db

NAME = "祥云ＡＢ孤雁建筑有限公司"
PLACE = "城南新区9号工地"


def found(officer, word):
    return list(CallRecord.objects.visible_to(officer).naming(word, officer).for_list())


@pytest.fixture(params=["frequent", "rare", "rare but many"])
def as_a(request, monkeypatch):
    """Few rows stand for many: the same words are frequent, rare, or rare among the newest, by where the line is."""
    if request.param == "frequent":
        monkeypatch.setattr(searching, "FREQUENT", 1)
    elif request.param == "rare but many":
        monkeypatch.setattr(searching, "NEWEST", 1)
        monkeypatch.setattr(searching, "MOST_KEYS", 1)


@pytest.mark.parametrize("word", ["孤", "孤雁", "孤雁建", "孤雁建筑", "ab孤", "ＡＢ", "AB", NAME, "城南", "9号工地"])
def test_every_word_of_employer_and_place_is_found_the_newest_first(ma, as_a, word):
    calls = [CallFactory(by=ma, employer_name=NAME, place=PLACE) for _n in range(3)]
    CallFactory(by=ma, employer_name="祥云城西矿业有限公司", place="城北新区")
    assert found(ma, word) == calls[::-1]


@pytest.mark.parametrize(
    "word", ["雁孤", "孤建", "孤雁矿", "司城", "%", "_", "孤%", "\\", "'", "甲", "甲乙", "甲乙丙丁"]
)
def test_what_does_not_stand_there_is_not_found(ma, as_a, word):
    CallFactory(by=ma, employer_name=NAME, place=PLACE)
    assert found(ma, word) == []


@pytest.mark.parametrize("sign", ["%", "_", "\\", "'"])
def test_signs_with_a_meaning_for_the_database_are_signs(ma, as_a, sign):
    call = CallFactory(by=ma, employer_name=f"孤雁{sign}店")
    assert found(ma, f"雁{sign}") == [call]


def test_a_word_is_found_in_scope_only(ma, as_a):
    call = CallFactory(by=ma, employer_name=NAME)
    assert found(officer_of("hotline_operator", "532900"), "孤雁") == [call]
    assert found(officer_of("statistician", "530000"), "孤雁") == [call]
    assert found(officer_of("hotline_operator", "532924"), "孤雁") == []
    assert found(officer_of("statistician", "530100"), "孤雁") == []


def test_a_case_officer_finds_the_call_behind_an_order_of_the_county_only(zhao, as_a):
    sent = OrderFactory(employer_name=NAME)
    CallFactory(employer_name=NAME)
    assert found(zhao, "孤雁") == [sent.call]
    assert {hit.url for hit in find(zhao, "孤雁")} == {sent.get_absolute_url(), sent.call.get_absolute_url()}


def test_an_order_is_found_where_it_was_sent(zhao, wang, as_a):
    superior = officer_of("hotline_operator", "532900")
    order = CallFactory(by=superior, next_step="order", employer_name=NAME).orders.get()
    for officer, seen in [(zhao, [order]), (superior, [order]), (wang, [])]:
        assert list(WorkOrder.objects.visible_to(officer).naming("孤雁", officer)) == seen


def test_the_text_follows_the_file_in_the_same_transaction(ma, zhao):
    order = OrderFactory(employer_name=NAME)
    CallRecord.objects.filter(pk=order.call_id).update(employer_name="改名后的饭店", place="")
    assert CallText.objects.get(pk=order.call_id).text == "改名后的饭店\n"
    assert OrderText.objects.get(pk=order.pk).text == "改名后的饭店\n"
    assert found(ma, "孤雁") == found(zhao, "孤雁") == []
    assert found(ma, "饭店") == found(zhao, "饭店") == [order.call]


def test_files_written_at_once_have_their_texts_too(ma):
    call = CallFactory(by=ma, employer_name=NAME)
    call.pk, call.number = None, ""
    CallRecord.objects.bulk_create([call])
    assert len(found(ma, "孤雁")) == 2


@pytest.mark.parametrize("flags", [{}, {"anonymous": True}, {"confidential": True}])
def test_nothing_personal_is_searched(ma, flags):
    facts = "工友王小明可以作证"
    call = CallFactory(by=ma, facts=facts, claim="补发杨测试的工资", employer_name=NAME, **flags)
    kept = CallText.objects.get(pk=call.pk).text
    assert kept == f"{NAME}\n".replace("ＡＢ", "ab")
    for word in ["王小明", "杨测试", "138000", "作证"]:
        assert found(ma, word) == []
        assert [hit for hit in find(ma, word) if hit.kind != "知识条目"] == []


def test_a_search_takes_two_statements_and_the_list(ma, as_a):
    for _n in range(3):
        CallFactory(by=ma, employer_name=NAME)
    with CaptureQueriesContext(connection) as seen:
        assert len(found(ma, "孤雁")) == 3
    assert len(seen) <= 3
