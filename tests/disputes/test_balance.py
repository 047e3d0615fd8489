"""Who is suggested for a case: the balance of burdens, and what may never happen."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from casework.models import Policy
from disputes.balance import Burden, Standing, ranked, score

WEIGHTS = {
    "case": 1,
    "ten_workers": 0.5,
    "group": 1,
    "grave": 2,
    "court": 0.5,
    "most": 6,
    "language": 2,
    "speciality": 0.5,
    "elsewhere": 20,
    "margin": 1,
}
NONE: frozenset[str] = frozenset()


@pytest.mark.django_db
def test_the_weights_are_a_setting_of_the_federation():
    assert Policy.objects.get(code="assignment_weights").value == WEIGHTS


@pytest.mark.parametrize(
    ("burden", "weight"),
    [
        (Burden(), "1"),
        (Burden(workers=9), "1"),
        (Burden(workers=10, is_group=True), "2.5"),
        (Burden(workers=41, is_group=True), "4"),
        (Burden(is_grave=True), "3"),
        (Burden(from_court=True), "1.5"),
        (Burden(workers=400, is_group=True, is_grave=True), "6"),
    ],
)
def test_a_case_weighs_by_difficulty_and_people_up_to_a_most(burden, weight):
    assert burden.weight(WEIGHTS) == Decimal(weight)


def first(*standings, needed=NONE):
    order = ranked(standings, needed, WEIGHTS)
    return order[0].key if order else None


def test_the_least_burdened_comes_first_and_the_own_organisation_before_others():
    assert first(Standing(1, Decimal(5)), Standing(2, Decimal(3))) == 2
    assert first(Standing(1, Decimal(0), of_this_organisation=False), Standing(2, Decimal(12))) == 2


def test_what_a_mediator_knows_and_speaks_decides_between_equals():
    assert first(Standing(1, Decimal(2)), Standing(2, Decimal(2), knows_the_field=True)) == 2
    bai = frozenset({"bca"})
    assert first(Standing(1, Decimal(1)), Standing(2, Decimal(2), speaks=bai), needed=bai) == 2
    assert first(Standing(1, Decimal(1)), Standing(2, Decimal(4), speaks=bai), needed=bai) == 1


def test_nobody_barred_or_without_room_is_suggested():
    assert first(Standing(1, barred="conflict"), Standing(2, Decimal(40), in_hand=40)) is None


@pytest.mark.parametrize("seed", range(5))
def test_over_a_year_the_weighted_load_spreads_by_at_most_fifteen_in_a_hundred(seed):
    """Eight mediators, 400 cases of every size, some on leave for a while, some conflicted, some who speak Bai."""
    chance = random.Random(seed)  # noqa: S311  # a simulation, repeatable
    given = dict.fromkeys(range(8), Decimal(0))
    counts = dict.fromkeys(range(8), 0)
    for n in range(400):
        burden = Burden(
            workers=chance.choice([1, 1, 1, 3, 12, 45]),
            is_group=chance.random() < 0.1,
            from_court=chance.random() < 0.2,
        )
        needed = frozenset({"bca"}) if chance.random() < 0.1 else NONE
        barred = {chance.randrange(8)} | ({n // 50} if n % 50 < 10 else set())
        standings = [
            Standing(
                key,
                given[key],
                counts[key],
                limit=10**6,
                knows_the_field=chance.random() < 0.3,
                speaks=frozenset({"bca"}) if key < 3 else NONE,
                barred="conflict or leave" if key in barred else "",
            )
            for key in given
        ]
        chosen = ranked(standings, needed, WEIGHTS)[0]
        assert chosen.key not in barred
        given[chosen.key] += burden.weight(WEIGHTS)
        counts[chosen.key] += 1
    mean = sum(given.values()) / len(given)
    assert (max(given.values()) - min(given.values())) / mean <= Decimal("0.15")


def test_the_score_can_be_explained_by_its_parts():
    standing = Standing(1, Decimal("3.5"), knows_the_field=True, speaks=frozenset({"bca"}))
    assert score(standing, frozenset({"bca", "ii"}), WEIGHTS) == Decimal("3.5") - 2 - Decimal("0.5")
