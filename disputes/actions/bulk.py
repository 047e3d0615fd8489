"""One act on many cases: each case by the same verb in a transaction of its own, so one refusal stops no other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.errors import Refused
from casework.locking import lock
from casework.transactions import one_transaction
from disputes.models import BulkItem, BulkRun, DisputeCase
from organizations.models import Officer

from .mediators import assign, take_back

MOST = 50


@one_transaction
def begin_run(
    *,
    by: Officer,
    at: datetime,
    cases: Iterable[DisputeCase],
    verb: str,
    reason: str,
    mediator: Officer | None = None,
    assigned_on: date | None = None,
) -> BulkRun:
    """Write down what is to be done before anything is. Raises Refused for none or too many cases, or no mediator."""
    chosen = list(cases)
    if not 0 < len(chosen) <= MOST:
        raise Refused(_("Choose one to %(most)d cases.") % {"most": MOST})
    if verb == BulkRun.Verb.ASSIGN and mediator is None:
        raise Refused(_("Choose the mediator who is to have these cases."))
    given = mediator if verb == BulkRun.Verb.ASSIGN else None
    run = BulkRun.objects.create(by=by, at=at, verb=verb, reason=reason, mediator=given)
    BulkItem.objects.bulk_create(
        BulkItem(run=run, case=case, mediator=case.mediator, assigned_on=assigned_on or case.assigned_on)
        for case in chosen
    )
    return run


def carry_out(run: BulkRun, *, by: Officer, at: datetime) -> None:
    """Take the step on each case not tried yet."""
    for item in run.items.filter(version=None, reasons=[]).select_related("case"):
        carry_out_one(run, item, by, at)


def carry_out_one(run: BulkRun, item: BulkItem, by: Officer, at: datetime) -> None:
    try:
        with transaction.atomic():
            item.version = taken(run, item, by, at).version
            item.save(update_fields=["version"])
    except (Refused, DisputeCase.DoesNotExist) as error:
        item.version, item.reasons = None, reasons_of(error)
        item.save(update_fields=["reasons"])


def taken(run: BulkRun, item: BulkItem, by: Officer, at: datetime) -> DisputeCase:
    given: dict[str, Any] = {"by": by, "at": at, "reason": run.reason}
    if run.verb == BulkRun.Verb.TAKE_BACK:
        return take_back(item.case, **given)
    assert run.mediator
    return assign(item.case, mediator=run.mediator, assigned_on=item.assigned_on or localdate(at), **given)


def undo(run: BulkRun, *, by: Officer, at: datetime) -> None:
    """Give back or take back each case nothing has happened on since, by the opposite step with its own event.

    Raises Refused once five minutes are over, or when it was done before.
    """
    with transaction.atomic():
        run = BulkRun.objects.select_for_update().get(pk=run.pk)
        if not run.may_be_undone(at):
            raise Refused(_("This can be taken back once, within five minutes."))
        run.undone_at = at
        run.save(update_fields=["undone_at"])
    for item in run.items.exclude(version=None).select_related("case", "mediator"):
        undo_one(run, item, by, at)


def undo_one(run: BulkRun, item: BulkItem, by: Officer, at: datetime) -> None:
    try:
        with transaction.atomic():
            put_back(run, item, by, at)
            item.undone = True
            item.save(update_fields=["undone"])
    except (Refused, DisputeCase.DoesNotExist) as error:
        item.undone, item.reasons = False, reasons_of(error)
        item.save(update_fields=["reasons"])


def put_back(run: BulkRun, item: BulkItem, by: Officer, at: datetime) -> None:
    case = lock(item.case, by)
    if case.version != item.version:
        raise Refused(_("Somebody has worked on it since."))
    reason = _("Taken back: %(reason)s") % {"reason": run.reason}
    if run.verb == BulkRun.Verb.ASSIGN:
        take_back(case, by=by, at=at, reason=reason)
        return
    assert item.mediator
    assert item.assigned_on
    assign(case, by=by, at=at, mediator=item.mediator, assigned_on=item.assigned_on, reason=reason)


def reasons_of(error: Exception) -> list[str]:
    return error.reasons if isinstance(error, Refused) else [_("It is no longer in your area.")]
