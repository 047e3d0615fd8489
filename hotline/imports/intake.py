"""Rows of a table of calls, on their way to being calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy

from casework.copying import Stencil
from casework.importing.columns import Row
from casework.importing.kinds import ImportKind
from casework.importing.references import AreaIntake
from casework.numbering import take_numbers
from casework.steady import steady
from hotline.imports.columns import COLUMNS, is_request, lacking
from hotline.imports.results import ending, no_request_kind
from hotline.models import CallRecord
from hotline.workflow import CALLS
from organizations.models import Duty, Officer


class CallIntake(AreaIntake):
    model, officer, duties = CallRecord, "operator", (Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER)
    nobody = gettext_lazy("Nobody of this user name answers calls in your area.")

    def __init__(self, by: Officer, at: datetime) -> None:
        super().__init__(by, at)
        self.blank = Stencil(CallRecord, entered_by=by, entered_afterwards=True)

    def lacking(self, said: dict[str, Any]) -> Iterator[tuple[str, str]]:
        return lacking(said)

    def keep(self, rows: Sequence[Row]) -> None:
        with steady():
            self.employers.find(rows)
            ends = [ending(row.values["result"]) for row in rows]
            pairs = zip(rows, ends, strict=True)
            calls = [self.call(row, non_case, answer) for row, (_step, non_case, answer) in pairs]
            days = [(row.values["organization"], timezone.localdate(row.values["started_at"])) for row in rows]
            for call, number in zip(calls, take_numbers("imported_call", days), strict=True):
                call.number = number
        for step in ("take_in_closed", "take_in_ordered"):
            taken = [call for call, end in zip(calls, ends, strict=True) if end[0] == step]
            CALLS.begin_many(taken, step, by=self.by, at=self.at)

    def call(self, row: Row, non_case: str, answer: str) -> CallRecord:
        """History: it counts like a call taken down live, but nobody owes it an answer any more."""
        said: dict[str, Any] = row.values
        kind = said["request_type"] if is_request(said) and said["request_type"] else CallRecord.RequestType.INVALID
        org, began, rang = said["organization"], said["started_at"], said["ring_seconds"]
        answered = said["talk_seconds"] is not None
        return self.blank.row(
            org=org,
            scope=org.path,
            external_no=said["external_no"],
            started_at=began,
            ring_seconds=rang,
            talk_seconds=said["talk_seconds"],
            answered_at=began + timedelta(seconds=rang or 0) if answered else None,
            handled_by=said["operator"] or self.by,
            caller_name=said["caller_name"],
            caller_phone=said["caller_phone"],
            request_type=kind,
            non_case=no_request_kind(non_case, kind),
            category=said["category"],
            employer=self.employers.of(row),
            employer_name=said["employer_name"],
            facts=said["summary"],
            answer=answer,
        )


CALL_IMPORT = ImportKind(
    "calls",
    gettext_lazy("Import calls"),
    COLUMNS,
    "external_no",
    {Duty.DUTY_LEADER, Duty.SYSTEM},
    CallIntake,
)
