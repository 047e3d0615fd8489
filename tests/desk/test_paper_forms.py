"""Blank forms on paper: a number from the printed range is entered exactly once, whatever else happens."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

import disputes.actions
import hotline.actions
from casework.errors import Refused
from casework.models import Category, PaperBatch, PaperForm
from casework.paper_forms import draw, enter, spoil
from disputes.models import DisputeCase
from hotline.models import CallRecord

pytestmark = pytest.mark.django_db
CALL, APPLICATION = PaperBatch.Kind.CALL, PaperBatch.Kind.APPLICATION


def applied(by: Any, at: Any, **more: Any) -> DisputeCase:
    today = timezone.localdate(at)
    parties = {"applicants": [{"name": "杨小明"}], "respondents": [{"name": "祥云县甲餐饮有限公司"}]}
    claims = [{"category": None, "claimant": "", "amount": "12000.00"}]
    category = Category.objects.in_use(today).first()
    words = {
        "origin": "walk_in",
        "facts": "拖欠两个月工资。",
        "claims": claims,
        "category": category,
        "received_on": today,
    }
    return disputes.actions.apply(by=by, at=at, **words, **parties, **more)


def registered(by: Any, at: Any, **more: Any) -> CallRecord:
    words = {"request_type": "invalid", "non_case": "wrong_number", "next_step": "non_case", "facts": ""}
    return hotline.actions.register(by=by, at=at, region=by.org.region, **words, **more)


def test_ranges_follow_one_another_and_no_number_comes_twice(zhao, wang, now):
    first, second = (draw(by=zhao, at=now, kind=CALL, count=3) for _ in range(2))
    assert (first.first, first.last, second.first) == (
        f"ZL532923-{now.year}-00001",
        f"ZL532923-{now.year}-00003",
        f"ZL532923-{now.year}-00004",
    )
    assert draw(by=wang, at=now, kind=CALL, count=1).first == f"ZL532924-{now.year}-00001"


def test_what_is_entered_keeps_the_number_of_the_paper_once(zhao, now):
    number = draw(by=zhao, at=now, kind=APPLICATION, count=2).first
    assert applied(zhao, now, paper_no=number).external_no == number
    with pytest.raises(Refused, match="已经补录"):
        applied(zhao, now, paper_no=number)
    assert DisputeCase.objects.count() == 1
    assert PaperForm.objects.blank().count() == 1


def test_a_call_written_on_paper_is_one_entered_afterwards(ma, now):
    number = draw(by=ma, at=now, kind=CALL, count=1).first
    call = registered(ma, now, paper_no=number)
    assert (call.external_no, call.entered_afterwards) == (number, True)


@pytest.mark.parametrize(
    ("kind", "number"),
    [(CALL, "ZL532923-2020-00001"), (APPLICATION, ""), (CALL, "void")],
    ids=["never printed", "for something else", "void"],
)
def test_no_other_number_is_taken(zhao, now, kind, number):
    batch = draw(by=zhao, at=now, kind=CALL, count=2)
    if number == "void":
        spoil(batch, by=zhao, at=now, number=batch.last, reason="污损")
    wanted = {"": batch.first, "void": batch.last}.get(number, number)
    with pytest.raises(Refused):
        enter(zhao.org, kind, wanted, by=zhao, at=now)


def test_a_number_of_another_office_is_not_known_here(zhao, wang, now):
    number = draw(by=wang, at=now, kind=APPLICATION, count=1).first
    with pytest.raises(Refused):
        applied(zhao, now, paper_no=number)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_enter_the_same_sheet_one_succeeds(zhao, now):
    number = draw(by=zhao, at=now, kind=CALL, count=1).first
    barrier = threading.Barrier(8, timeout=20)

    def take(_n):
        barrier.wait()
        try:
            return PaperForm.objects.enter(zhao.org, CALL, number, by=zhao, at=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(take, range(8), timeout=20)) == 1


def test_by_the_pages(client, zhao, wang, now):
    client.force_login(zhao.user)
    assert client.get("/paper-forms/").status_code == 200
    assert client.post("/paper-forms/", {"kind": "call", "count": 0}).status_code == 422
    answer = client.post("/paper-forms/", {"kind": "application", "count": 2})
    batch = PaperBatch.objects.get()
    assert answer.headers["Location"] == f"/paper-forms/{batch.pk}/"
    assert client.get(f"/paper-forms/{batch.pk}/sheets.pdf").content.startswith(b"%PDF")
    void = {"number": batch.first, "reason": "污损"}
    assert client.post(f"/paper-forms/{batch.pk}/", void).status_code == 302
    assert client.post(f"/paper-forms/{batch.pk}/", void).status_code == 409
    assert "污损" in client.get(f"/paper-forms/{batch.pk}/").content.decode()
    client.force_login(wang.user)
    assert client.get(f"/paper-forms/{batch.pk}/").status_code == 404
    assert client.get(f"/paper-forms/{batch.pk}/sheets.pdf").status_code == 404


@pytest.mark.parametrize(("who", "status"), [("tan", 403), ("hr_officer", 403), ("zhao", 200)])
def test_the_forms_are_for_those_who_take_matters_down(client, request, who, status):
    client.force_login(request.getfixturevalue(who).user)
    assert client.get("/paper-forms/").status_code == status
