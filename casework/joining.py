"""Two entries of the register of employers become one, and are separated again. A person decides, never the machine."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from casework.employer_keys import write_keys
from casework.employers import insist_on
from casework.errors import Refused
from casework.models import Employer
from casework.transactions import one_transaction
from organizations.models import Duty, Officer

JOINERS = {Duty.DUTY_LEADER, Duty.CASE_OFFICER, Duty.SUPERVISOR}
REGISTER_LOCK = 8_120_003  # joins and separations go one after the other: nobody waits in a circle


@one_transaction
def merge(employer: Employer, *, by: Officer, at: datetime, into: Employer, reason: str) -> Employer:
    """Join this entry, and those joined to it, to another one. Files keep the entry they name; pages read all.

    A person decides, never the machine. Raises WrongDuty, and Refused for one entry with itself, for entries that
    are joined already, and for two valid credit codes: these are two employers.
    """
    insist_on(JOINERS, by)
    moved, head = locked_pair(employer, into, by)
    refuse_join(moved, head)
    along = list(Employer.objects.filter(merged_into=moved).values_list("pk", flat=True))
    Employer.objects.filter(Q(pk=moved.pk) | Q(merged_into=moved)).update(merged_into=head)
    write_keys(head)
    moved.events.create(verb="merge", by=by, at=at, note=reason, other=head, details=along)
    head.events.create(verb="take_over", by=by, at=at, note=reason, other=moved)
    moved.refresh_from_db()
    return moved


def locked_pair(first: Employer, second: Employer, by: Officer) -> tuple[Employer, Employer]:
    """Both entries as they are now, nobody else joining or separating meanwhile. Out of scope is not there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [REGISTER_LOCK])
    rows = Employer.objects.visible_to(by).select_for_update(of=("self",)).filter(pk__in=[first.pk, second.pk])
    found = {row.pk: row for row in rows.order_by("pk")}
    if first.pk not in found or second.pk not in found:
        raise Employer.DoesNotExist
    return found[first.pk], found[second.pk]


def refuse_join(moved: Employer, head: Employer) -> None:
    if moved.pk == head.pk:
        raise Refused(_("An entry cannot be joined to itself."))
    for entry in (moved, head):
        if entry.merged_into_id:
            raise Refused(_("“%(name)s” is joined to another entry already.") % {"name": entry})
    codes = set(
        Employer.objects.filter(Q(merged_into__in=[moved, head]) | Q(pk__in=[moved.pk, head.pk]))
        .exclude(uscc="")
        .values_list("uscc", flat=True)
    )
    if len(codes) > 1:
        raise Refused(_("The two have different credit codes: they are two employers."))


@one_transaction
def split(employer: Employer, *, by: Officer, at: datetime, reason: str) -> Employer:
    """Undo the last join of this entry: it stands for itself again, with those that came along and are still there."""
    insist_on(JOINERS, by)
    head = employer.merged_into
    if head is None:
        raise Refused(_("This entry is not joined to another one."))
    freed, head = locked_pair(employer, head, by)
    if freed.merged_into_id != head.pk:
        raise Refused(_("Meanwhile somebody else has changed how these entries are joined."))
    joined = freed.events.filter(verb="merge").latest("pk")
    Employer.objects.filter(pk__in=joined.details, merged_into=head).update(merged_into=freed)
    Employer.objects.filter(pk=freed.pk).update(merged_into=None)
    freed.refresh_from_db()
    write_keys(freed)
    write_keys(head)
    freed.events.create(verb="split", by=by, at=at, note=reason, other=head)
    head.events.create(verb="let_go", by=by, at=at, note=reason, other=freed)
    return freed
