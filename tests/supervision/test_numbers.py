"""Numbers without a gap, however many sign at once, and the register that shows it."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.db import connections
from django.urls import reverse

from casework.models import Counter
from organizations.models import Officer
from supervision import actions
from supervision.models import SupervisionDocument
from supervision.register import series
from tests.conftest import member
from tests.factories import supervision as made

AT = made.noon("2024-06-05")
TOGETHER = 50


@pytest.mark.django_db(transaction=True)
def test_fifty_signed_at_once_have_the_numbers_one_to_fifty():
    su = member("supervisor", "su", certified=True)
    mu = member("signatory", "mu")
    letters = [made.submitted(su, AT, of=made.matter(su, AT)) for _n in range(TOGETHER)]
    start, failed = threading.Barrier(TOGETHER), []

    def sign(letter: SupervisionDocument) -> None:
        try:
            start.wait()
            by = Officer.objects.select_related("org__region", "user").get(pk=mu.pk)
            actions.approve(letter, by=by, at=AT)
        except Exception as error:  # a thread's error would be lost
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sign, args=(letter,)) for letter in letters]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    signed = SupervisionDocument.objects.order_by("serial").values_list("serial", "number")
    assert list(signed) == [(n, f"祥云工劳监提〔2024〕{n}号") for n in range(1, TOGETHER + 1)]
    assert Counter.objects.get(series="reminder_letter").last == TOGETHER


@pytest.fixture
def three(su, mu):
    """Three letters, the second void."""
    letters = [made.approved(su, AT, mu) for _n in range(3)]
    actions.void(letters[1], by=mu, at=AT, reason="主送单位名称有误")
    return letters


def test_a_series_is_complete_with_its_void_numbers(su, three):
    rows = SupervisionDocument.objects.visible_to(su).numbered(su.org, "reminder_letter", 2024)
    found = series(rows, su.org, "reminder_letter", 2024)
    assert (found.last, found.missing, found.is_complete) == (3, [], True)


def test_a_number_without_a_document_would_be_named(su, three):
    Counter.objects.filter(series="reminder_letter").update(last=5)
    rows = SupervisionDocument.objects.visible_to(su).numbered(su.org, "reminder_letter", 2024)
    assert series(rows, su.org, "reminder_letter", 2024).missing == [4, 5]


def test_the_register_lists_every_number_in_its_order_with_why_it_is_void(client, su, three):
    client.force_login(su.user)
    page = client.get(reverse("supervision:documents-numbers"), {"year": "2024"}).content.decode()
    places = [page.index(letter.number) for letter in three]
    assert places == sorted(places)
    assert "主送单位名称有误" in page
    assert "作废" in page
    assert "第1号至第3号" in page


@pytest.mark.parametrize("query", [{}, {"year": "1999"}, {"year": "x", "kind": "x", "org": "0"}, {"kind": "opinion"}])
def test_the_register_of_an_empty_or_impossible_series_says_so(client, su, query):
    client.force_login(su.user)
    assert client.get(reverse("supervision:documents-numbers"), query).status_code == 200


def test_the_register_is_read_by_those_above_and_by_no_stranger(client, su, three, wang, shen):
    address = reverse("supervision:documents-numbers")
    asked = {"year": "2024", "org": str(su.org_id)}
    client.force_login(member("statistician", "above", "532900").user)
    assert three[0].number in client.get(address, asked).content.decode()
    client.force_login(wang.user)
    assert three[0].number not in client.get(address, asked).content.decode()
    client.force_login(shen.user)
    assert client.get(address).status_code == 403


def test_the_register_costs_the_same_for_many_numbers(client, su, mu, three, django_assert_max_num_queries):
    client.force_login(su.user)
    for _n in range(5):
        made.approved(su, AT, mu)
    with django_assert_max_num_queries(18):
        client.get(reverse("supervision:documents-numbers"), {"year": "2024"})


def test_the_date_of_the_document_decides_the_year_of_its_number(su, mu):
    letter = made.submitted(su, made.noon("2025-01-02"), of=made.matter(su, made.noon("2024-12-30")))
    letter = actions.approve(letter, by=mu, at=made.noon("2025-01-02"), approved_on=dt.date(2024, 12, 31))
    assert (letter.serial, letter.number) == (1, "祥云工劳监提〔2024〕1号")
