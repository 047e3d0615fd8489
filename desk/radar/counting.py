"""What is counted of every employer, set by set: a fixed number of statements for the whole province."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from casework.deadlines import policy_in
from casework.subtree import COUNTY, beginning
from desk.radar.score import Counts
from disputes.models import Party
from hotline.models import CallRecord
from supervision.models import DocumentDeadline, SupervisionDocument

Place = tuple[int, str]
Type = CallRecord.RequestType
# A question or a word of thanks is no sign of trouble.
SIGNS = [Type.ASSISTANCE, Type.COMPLAINT, Type.TIP_OFF, Type.LEGAL_SERVICE, Type.EMERGENCY]
REPLY_RULES = ["letter.reply", "opinion.reply"]
LONGEST_SILENCE = timedelta(days=365)


def counted(on: date, days: int) -> dict[Place, Counts]:
    """By employer and county, as things stood on the morning of that day."""
    found: defaultdict[Place, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for rows in (calls(on, days), cases(on, days), unanswered(on)):
        for row in rows:
            place = (row.pop("head"), row.pop("county"))
            for name, number in row.items():
                found[place][name] += int(number or 0)
    festival = days_to_festival(on)
    return {place: replace(Counts(**numbers), days_to_festival=festival) for place, numbers in found.items()}


def placed(rows: QuerySet[Any], employer: str, scope: str = "scope") -> Any:
    """Grouped by the entry that stands for the employer, and the county."""
    head = Coalesce(F(f"{employer}__merged_into_id"), F(f"{employer}_id"))
    return rows.order_by().annotate(head=head, county=beginning(COUNTY, scope)).values("head", "county")


def calls(on: date, days: int) -> Iterator[dict[str, Any]]:
    """Of the days before this one, and of as many days before those."""
    begin, middle, end = (morning(on - timedelta(days=n)) for n in (2 * days, days, 0))
    rows = CallRecord.objects.filter(
        employer__isnull=False, request_type__in=SIGNS, started_at__gte=begin, started_at__lt=end
    )
    late = Q(started_at__gte=middle)
    yield from placed(rows, "employer").annotate(
        calls=Count("pk", filter=late),
        calls_before=Count("pk", filter=~late),
        wage_calls=Count("pk", filter=late & Q(category__group="pay")),
        workers=Sum("workers_affected", filter=late),
        yuan=Sum("amount", filter=late),
    )


def morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def cases(on: date, days: int) -> Iterator[dict[str, Any]]:
    """Applications received in the same days; what is claimed in a case was often claimed in a call before."""
    rows = Party.objects.filter(
        employer__isnull=False,
        role=Party.Role.RESPONDENT,
        file__received_on__gte=on - timedelta(days=days),
        file__received_on__lt=on,
    )
    yield from placed(rows, "employer", "file__scope").annotate(cases=Count("file", distinct=True))


def unanswered(on: date) -> Iterator[dict[str, Any]]:
    """Letters and opinions of the last year whose last day had passed without an answer."""
    silent = Q(met_on=None) | Q(met_on__gte=on)
    rows = DocumentDeadline.objects.filter(
        silent,
        rule__code__in=REPLY_RULES,
        due_on__lt=on,
        due_on__gte=on - LONGEST_SILENCE,
        file__employer__isnull=False,
    ).exclude(file__state__in=[SupervisionDocument.State.WITHDRAWN, SupervisionDocument.State.VOID])
    yield from placed(rows, "file__employer", "file__scope").annotate(unanswered=Count("file", distinct=True))


def days_to_festival(on: date) -> int | None:
    """The next Spring Festival of the table; None where the table has ended."""
    days = [date.fromisoformat(text) for text in policy_in("spring_festivals", None, on)]
    ahead = [day for day in days if day >= on]
    return (min(ahead) - on).days if ahead else None
