"""Telling each clock that came near, once, to whoever has the file in hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, Value
from django.utils import timezone

from casework.early.window import NEAR, days_ahead, in_office_hours, soon_until
from casework.models.deadlines import every_kind
from casework.steady import steady
from casework.transactions import one_transaction
from organizations.models import EarlyWarning, Officer

AT_ONCE = 1000


@dataclass(frozen=True)
class Clock:
    """What is read of a running clock to find whom it concerns."""

    pk: int
    due_on: date
    org: int
    in_charge: int | None


def warn_early(at: datetime) -> int:
    """Tell every clock that came into an officer's window; how many were told. Safe to run twice, late, or in parallel.

    Only running clocks with a near day are walked, by their own index: closed files cost nothing. Whoever is not at
    work is told by a later run. What was met, moved or handed on meanwhile is no warning any more.
    """
    with steady():
        kinds = every_kind()
        forget_settled(kinds, timezone.localdate(at))
        return sum(warn_of(kind, at) for kind in kinds)


def forget_settled(kinds: Sequence[Any], today: date) -> None:
    """Past days, and unread ones whose clock stopped, moved or came into other hands."""
    EarlyWarning.objects.filter(due_on__lt=today).delete()
    for kind in kinds:
        same = kind.objects.ticking().filter(pk=OuterRef("clock"), due_on=OuterRef("due_on"))
        if path := charge_of(kind):
            theirs = Q(**{path: OuterRef("officer")}) | ~Q(**{f"{path}__in": at_work(today)})
            same = same.filter(theirs)
        told = EarlyWarning.objects.unseen().filter(kind=kind._meta.label_lower)
        told.exclude(Exists(same)).delete()


def charge_of(kind: Any) -> str:
    """The way from a clock to the officer who has its file in hand; "" where no file of the kind has one."""
    column = file_of(kind).IN_CHARGE
    return f"file__{column}" if column else ""


def file_of(kind: Any) -> Any:
    return kind._meta.get_field("file").related_model


def at_work(today: date) -> Any:
    """Officers who can be told: in a duty today, with a person who can sign in."""
    return Officer.objects.serving(today).filter(user__is_active=True).order_by()


def warn_of(kind: Any, at: datetime) -> int:
    rows = near(kind, timezone.localdate(at))
    return sum(tell(kind, clocks, at) for clocks in in_parts(rows))


def near(kind: Any, today: date) -> Iterator[Clock]:
    """Running clocks that end with a day near enough for somebody. An end within a day is chased, not warned of."""
    rows = kind.objects.ticking().filter(due_on__range=(today, today + NEAR))
    if any(field.name == "due_at" for field in kind._meta.fields):
        rows = rows.filter(due_at=None)
    charge = F(charge_of(kind)) if charge_of(kind) else Value(None, BigIntegerField())
    rows = rows.annotate(charge=charge).order_by("due_on", "pk")
    for row in rows.values_list("pk", "due_on", "file__org", "charge").iterator():
        yield Clock(*row)


def in_parts(rows: Iterator[Clock]) -> Iterator[list[Clock]]:
    while part := list(islice(rows, AT_ONCE)):
        yield part


@one_transaction
def tell(kind: Any, clocks: list[Clock], at: datetime) -> int:
    """Those that are new to somebody who is at work and may know of them. The table itself refuses doubles."""
    told = {
        (row.clock, row.due_on, row.officer_id)
        for row in EarlyWarning.objects.filter(kind=kind._meta.label_lower, clock__in=[c.pk for c in clocks])
    }
    wanted: dict[Officer, list[Clock]] = defaultdict(list)
    for officer, clock in concerned(kind, clocks, timezone.localdate(at)):
        if is_due(officer, clock, at) and (clock.pk, clock.due_on, officer.pk) not in told:
            wanted[officer].append(clock)
    rows = [row for officer, found in wanted.items() for row in warnings(kind, officer, found, at)]
    return len(EarlyWarning.objects.bulk_create(rows, ignore_conflicts=True))


def is_due(officer: Officer, clock: Clock, at: datetime) -> bool:
    today = timezone.localdate(at)
    wants = days_ahead(officer, today) > 0
    return wants and in_office_hours(officer, at) and clock.due_on <= soon_until(officer, today)


def concerned(kind: Any, clocks: list[Clock], today: date) -> Iterator[tuple[Officer, Clock]]:
    """Who has the file in hand; while nobody has, the duties of its organisation whose work it is."""
    duties = file_of(kind).ON_CALL
    known = Q(pk__in={c.in_charge for c in clocks}) | Q(org__in={c.org for c in clocks}, duty__in=duties)
    officers = list(at_work(today).filter(known).select_related("user", "org__region", "authority__region"))
    by_key = {officer.pk: officer for officer in officers}
    on_call = defaultdict(list)
    for officer in officers:
        if officer.duty in duties:
            on_call[officer.org_id].append(officer)
    for clock in clocks:
        chosen = by_key.get(clock.in_charge)
        for officer in [chosen] if chosen else on_call[clock.org]:
            yield officer, clock


def warnings(kind: Any, officer: Officer, found: list[Clock], at: datetime) -> Iterator[EarlyWarning]:
    """The rows to be kept, as far as the officer may know of the files."""
    visible = file_of(kind).objects.visible_to(officer).order_by().values("pk")
    rows = kind.objects.filter(pk__in=[clock.pk for clock in found], file__in=visible)
    for clock in rows.select_related("rule", "file"):
        yield EarlyWarning(
            officer=officer,
            kind=kind._meta.label_lower,
            clock=clock.pk,
            number=str(clock.file)[:100],
            about=str(clock.rule),
            url=clock.file.get_absolute_url(),
            due_on=clock.due_on,
            told_at=at,
        )
