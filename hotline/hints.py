"""What the law says beside a step, in the officer's words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from casework.deadlines import policy
from hotline.models import CallRecord, WorkOrder

REPORTS = {CallRecord.RequestType.COMPLAINT, CallRecord.RequestType.TIP_OFF}


def first_contact(order: WorkOrder, on: date) -> str:
    """Wage complaints and tip-offs: who is asked first accepts, or hands over itself and tells the caller.

    Regulation on the Payment of Wages to Migrant Workers, article 10; policy `wage_tip_off_categories`.
    """
    call = order.call
    codes = tuple(policy("wage_tip_off_categories", order, on))
    if call.request_type not in REPORTS or not (call.category_id or "").startswith(codes):
        return ""
    return _(
        "Unpaid wages: whoever is asked first takes the matter on, or hands it over itself and tells the caller "
        "(Regulation on the Payment of Wages to Migrant Workers, article 10)."
    )
