"""A quality review: drawn by chance, scored by an inspector, answered by the officer, decided by the duty leader."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from secrets import randbelow
from typing import Any

from django.utils import timezone

from casework import deadlines
from casework.numbering import take_numbers
from casework.transactions import one_transaction
from casework.workflow import Act
from hotline.models import CallRecord, QualityReview, QualitySample, ScoreMark, ScoreSheet, Subject, WorkOrder
from hotline.sampling import drawn
from hotline.workflow import REVIEWS
from organizations.models import Officer

SEEDS = 2**31


@one_transaction
def draw(
    *,
    by: Officer,
    at: datetime,
    subject: str,
    first_on: date,
    last_on: date,
    number: int | None = None,
    percent: int | None = None,
    seed: int | None = None,
) -> QualitySample:
    """Draw for each officer of the subtree. The same seed draws the same; what was drawn before is not drawn twice."""
    REVIEWS.insist_on_duty("draw", Act(by, at))
    assert by.org
    sample = QualitySample.objects.create(
        subject=subject,
        org=by.org,
        scope=by.path,
        by=by,
        at=at,
        first_on=first_on,
        last_on=last_on,
        number=number,
        percent=percent,
        seed=randbelow(SEEDS) if seed is None else seed,
    )
    keys = [key for picked in drawn(sample).values() for key in picked]
    reviews = calls_of(sample, keys) if subject == Subject.CALLS else orders_of(sample, keys)
    numbers = take_numbers("review", [(by.org, timezone.localdate(at))] * len(reviews))
    for review, printed in zip(reviews, numbers, strict=True):
        review.number = printed
    REVIEWS.begin_many(reviews, "draw", by=by, at=at)
    return sample


def calls_of(sample: QualitySample, keys: list[int]) -> list[QualityReview]:
    rows = CallRecord.objects.filter(pk__in=keys, review=None).select_related("org", "handled_by").order_by("pk")
    return [
        review_of(sample, call, call=call, assessed=call.handled_by, done_on=timezone.localdate(call.started_at))
        for call in rows
    ]


def orders_of(sample: QualitySample, keys: list[int]) -> list[QualityReview]:
    rows = WorkOrder.objects.filter(pk__in=keys, review=None).select_related("org", "handler").order_by("pk")
    return [
        review_of(sample, order, order=order, assessed=order.handler, done_on=order.called_back_on) for order in rows
    ]


def review_of(sample: QualitySample, file: CallRecord | WorkOrder, **what: Any) -> QualityReview:
    return QualityReview(sample=sample, org=file.org, scope=file.scope, **what)


@one_transaction
def score(
    review: QualityReview,
    *,
    by: Officer,
    at: datetime,
    sheet: ScoreSheet,
    marks: list[dict[str, Any]],
    remark: str = "",
) -> QualityReview:
    """Give points for every item of the sheet. The officer may appeal within the days of the rule `review.appeal`."""
    today = timezone.localdate(at)
    out = any(mark["item"].knock_out and not mark["points"] for mark in marks)
    given: dict[str, Any] = {"sheet": sheet, "inspector": by, "remark": remark, "knocked_out": out}
    review = REVIEWS.advance(review, "score", by=by, at=at, score=total(marks, out=out), **given)
    ScoreMark.objects.bulk_create([ScoreMark(review=review, **mark) for mark in marks])
    deadlines.start(review, "review.appeal", today)
    return review


def total(marks: list[dict[str, Any]], *, out: bool) -> Decimal:
    """Of a hundred, with two decimals; nothing when a knock-out item got no points."""
    most = sum(mark["item"].points for mark in marks)
    share = Decimal(100) * sum(mark["points"] for mark in marks) / most
    return Decimal(0) if out else share.quantize(Decimal("0.01"), ROUND_HALF_UP)


@one_transaction
def accept(review: QualityReview, *, by: Officer, at: datetime) -> QualityReview:
    """The officer agrees, or has let the time for an appeal pass."""
    review = REVIEWS.advance(review, "accept", by=by, at=at)
    deadlines.meet_all(review, timezone.localdate(at))
    return review


@one_transaction
def appeal(review: QualityReview, *, by: Officer, at: datetime, reason: str) -> QualityReview:
    """The officer wants a second look, by somebody else than the inspector."""
    review = REVIEWS.advance(review, "appeal", by=by, at=at, appeal=reason)
    deadlines.meet_all(review, timezone.localdate(at))
    return review


@one_transaction
def decide(
    review: QualityReview, *, by: Officer, at: datetime, reason: str, new_score: Decimal | None = None
) -> QualityReview:
    """The score stands, or becomes another one. The first one stays in the record."""
    scores: dict[str, Any] = {"first_score": review.score, "score": review.score if new_score is None else new_score}
    return REVIEWS.advance(review, "decide", by=by, at=at, decision=reason, **scores)
