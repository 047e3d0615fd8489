"""What belongs to one case: its messages to one authority keep their order, from whichever file they are sent.

A case, the work orders it grew out of, the supervision matters beside it and the matter an authority assigned that
became it are files of their own, and each may be referred. To the authority they are one case (ADR 61).
"""

from __future__ import annotations

from typing import Any

from hotline.models import WorkOrder
from referrals.models import Delivery, Referral
from supervision.models import SupervisionMatter


def thread_of(referral: Referral) -> str:
    """In whose order a message about this referral comes. It names a file by its key and tells nothing of it.

    A work order or a matter may have been linked to the case after something was queued for it. What is queued is
    fixed, so the new message comes behind the last that still waits for the authority, under the name that one has:
    before all behind one of the same referral, whose receipt never comes after its answer.
    """
    names = names_of(referral)
    if len(names) == 1:
        return names[0]
    waiting = Delivery.objects.unfinished().filter(authority=referral.authority_id, source__in=names, passed_at=None)
    rows = waiting.order_by("pk").values_list("source", flat=True)
    return rows.filter(referral=referral).last() or rows.last() or names[0]


def names_of(referral: Referral) -> list[str]:
    """The name of the case first, then those its other files had for themselves; never an empty list."""
    case, matter = case_behind(referral), matter_behind(referral)
    if case:
        of_case = {"case": case}
        came = Referral.objects.filter(**of_case, direction=Referral.Direction.INCOMING)
        return [
            f"case:{case}",
            *(f"incoming:{pk}" for pk in came.values_list("pk", flat=True)),
            *(f"order:{pk}" for pk in WorkOrder.objects.filter(**of_case).values_list("pk", flat=True)),
            *(f"matter:{pk}" for pk in SupervisionMatter.objects.filter(**of_case).values_list("pk", flat=True)),
        ]
    if matter:
        orders = WorkOrder.objects.filter(matter=matter).values_list("pk", flat=True)
        return [f"matter:{matter}", *(f"order:{pk}" for pk in orders)]
    return [f"order:{referral.order_id}" if referral.order_id else f"incoming:{referral.pk}"]


def case_behind(referral: Referral) -> int | None:
    """The key of the dispute case the file of the referral belongs to."""
    if referral.case_id:
        return referral.case_id
    file: Any = referral.document.matter if referral.document else referral.order
    found: int | None = file.case_id if file else None
    return found


def matter_behind(referral: Referral) -> int | None:
    if referral.document:
        return referral.document.matter_id
    return referral.order.matter_id if referral.order else None
