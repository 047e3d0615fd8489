"""What the search box finds here."""

from __future__ import annotations

import re

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from casework.panels import Hit
from casework.recognition import recognise
from casework.widths import half_width
from disputes.models import DisputeCase
from disputes.querysets import DisputeCaseQuerySet
from organizations.models import Duty, Officer

MOST = 10
READ = 30  # hits of a word that are looked at: those with it in the employer's name stand first
PERSONAL = re.compile(r"[\d+()\s-]{7,}[\dXx]")
DIGIT = re.compile(r"\d")  # in the number of a file, never in a person's name
PINYIN = re.compile(r"[A-Za-z][A-Za-z ']+")


def find(officer: Officer, text: str) -> list[Hit]:
    """Cases by number, telephone or identity number, by a person's name or its beginning, by an employer as written
    or as it sounds, or by words of the facts. The newest first among equals; at most six statements."""
    text = half_width(text.strip())
    if not text:
        return []
    rows = DisputeCase.objects.visible_to(officer)
    keys = keys_of(rows, officer, text)
    found = {case.pk: case for case in rows.filter(pk__in=keys).prefetch_related("parties")} if keys else {}
    cases = sorted((found[key] for key in keys if key in found), key=lambda case: text not in case.respondent_names)
    cases.sort(key=lambda case: case.number != text)
    return [Hit(_("Dispute case"), str(case), case.title, case.get_absolute_url()) for case in cases[:MOST]]


def keys_of(rows: DisputeCaseQuerySet, officer: Officer, text: str) -> list[int]:
    """What is typed says which columns can hold it, so that no search asks all of them."""
    if PERSONAL.fullmatch(text):
        return first(rows.about_number(text)) or first(rows.numbered(text))
    if PINYIN.fullmatch(text):
        return sounding_like(rows, officer, text) or holding(rows, officer, text)[:MOST]
    exact = first(rows.numbered(text) if DIGIT.search(text) else rows.of_person(text))
    return [*exact, *(key for key in holding(rows, officer, text) if key not in exact)]


def sounding_like(rows: DisputeCaseQuerySet, officer: Officer, text: str) -> list[int]:
    employers = [proposal.pk for proposal in recognise(officer, text)]
    return first(rows.with_employers(employers)) if employers else []


def holding(rows: DisputeCaseQuerySet, officer: Officer, text: str) -> list[int]:
    """Words may stand in many cases, which are then walked from the newest on; a mediator has few to read."""
    named = rows.naming(text, officer)
    return first(named, READ) if officer.duty == Duty.MEDIATOR else newest(named.order_by("-pk"), READ)


def first(rows: DisputeCaseQuerySet, most: int = MOST) -> list[int]:
    """The newest of few. The sum keeps PostgreSQL from walking all cases of the scope in search of them."""
    return newest(rows.order_by((F("pk") + 0).desc()), most)


def newest(rows: DisputeCaseQuerySet, most: int) -> list[int]:
    return list(rows.values_list("pk", flat=True)[:most])
