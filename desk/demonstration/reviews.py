"""The inspector judges calls of the last months; most officers agree, one appeals, and the newest sample waits."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from desk.demonstration import texts
from desk.demonstration.timeline import Story, moment
from desk.demonstration.world import Place
from hotline.actions import quality
from hotline.models import QualityReview, ScoreSheet
from organizations.models import Duty

NUMBER = 12
WEEK = timedelta(days=7)


def reviews(place: Place, first_on: date, *, seed: int, scored: bool) -> Story:
    """A sample of one month of calls, drawn in the week after it, and what follows. `scored` False leaves it lying."""
    random = Random(seed)  # noqa: S311 - the same sample every time, which is the point of a seed
    last_on = (first_on + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    inspector = place.first(Duty.QUALITY_INSPECTOR)
    at = moment(last_on + timedelta(days=3), random)
    yield at
    plan: dict[str, Any] = {"first_on": first_on, "last_on": last_on, "number": NUMBER, "seed": seed}
    sample = quality.draw(by=inspector, at=at, subject="calls", **plan)
    for n, review in enumerate(sample.reviews.order_by("pk") if scored else ()):
        at += timedelta(minutes=20)
        yield at
        yield from judged(place, review, at, random, appeals=n == 1)


def judged(place: Place, review: QualityReview, at: Any, random: Random, *, appeals: bool) -> Story:
    words = texts.table("words")
    inspector, leader = place.first(Duty.QUALITY_INSPECTOR), place.first(Duty.DUTY_LEADER)
    if review.assessed.user_id in {inspector.user_id, leader.user_id}:
        return
    sheet = ScoreSheet.objects.in_force("calls", timezone.localdate(at))
    marks = [mark(item, random, words["review_remark"]) for item in sheet.items.all()]
    review = quality.score(review, by=inspector, at=at, sheet=sheet, marks=marks)
    answered_at = at + timedelta(days=1)
    yield answered_at
    if not appeals or inspector.user_id == leader.user_id:  # somebody else decides about an appeal
        quality.accept(review, by=review.assessed, at=answered_at)
        return
    review = quality.appeal(review, by=review.assessed, at=answered_at, reason=words["review_appeal"])
    yield answered_at + WEEK
    quality.decide(review, by=leader, at=answered_at + WEEK, reason=words["review_decision"])


def mark(item: Any, random: Random, remark: str) -> dict[str, Any]:
    """Mostly full points; what is missing is said."""
    short = random.randint(1, item.points // 3) if not item.knock_out and random.random() < 0.25 else 0
    return {"item": item, "points": item.points - short, "remark": remark if short else ""}
