"""Rows of a table of cases, on their way to being cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy

from casework.copying import Stencil, copy_in
from casework.importing.columns import Row
from casework.importing.kinds import ImportKind
from casework.importing.references import AreaIntake
from casework.models import Policy
from casework.numbering import take_numbers
from casework.steady import steady
from disputes.imports.clocks import clocks_of, deadline_of, next_day_of
from disputes.imports.columns import COLUMNS, SUCCEEDED, lacking
from disputes.imports.parts import assignment_of, claim_of, parties_of
from disputes.imports.payments import instalments_of, parts_of, pay_by, payments_of
from disputes.models import DisputeCase
from disputes.models.choices import EndReason
from disputes.workflow import WORKFLOW
from disputes.workflow.imports import IMPORTERS
from organizations.models import Duty

Taken = tuple[DisputeCase, Row]
CASE = Stencil(DisputeCase, legal_ground=DisputeCase.LegalGround.PAY)
STEPS = ("take_in_applied", "take_in_accepted", "take_in_assigned", "take_in_performing", "take_in_closed")


class CaseIntake(AreaIntake):
    model, officer, duties = DisputeCase, "mediator", (Duty.MEDIATOR,)
    nobody = gettext_lazy("Nobody of this user name mediates in your area.")

    def lacking(self, said: dict[str, Any]) -> Iterator[tuple[str, str]]:
        return lacking(said, timezone.localdate(self.at))

    def keep(self, rows: Sequence[Row]) -> None:
        """A constant number of statements for the block, whatever the rows say."""
        with steady():
            self.employers.find(rows)
            taken = [(self.case(row.values), row) for row in rows]
            self.number(taken)
            for step in STEPS:
                cases = [case for case, row in taken if step_of(row.values) == step]
                WORKFLOW.begin_many(cases, step, by=self.by, at=self.at)
        self.keep_parts(taken)

    def number(self, taken: Sequence[Taken]) -> None:
        """What was accepted has a number, in a series of its own; an application has none yet."""
        accepted = [(case, row.values["organization"]) for case, row in taken if case.accepted_on]
        wanted = [(org, case.accepted_on) for case, org in accepted if case.accepted_on]
        for (case, _org), number in zip(accepted, take_numbers("imported_case", wanted), strict=True):
            case.number = number

    def keep_parts(self, taken: Sequence[Taken]) -> None:
        """What belongs to the cases, a table at a time."""
        said = [(case, row.values) for case, row in taken]
        copy_in([party for case, row in taken for party in parties_of(case, row.values, self.employers.of(row))])
        copy_in([claim_of(case, values) for case, values in said])
        copy_in([deadline_of(case, clock) for case, values in said for clock in values["clocks"]])
        copy_in([assignment_of(case, values) for case, values in said if case.mediator_id])
        owed = [(case, values, instalments_of(case, values["parts"])) for case, values in said]
        copy_in([part for _case, _values, parts in owed for part in parts])
        copy_in([payment for case, values, parts in owed for payment in payments_of(case, values, parts)])

    def case(self, said: dict[str, Any]) -> DisputeCase:
        """As the register left it. What it did not keep (ground of the law, reason of an end) is the general one."""
        org, outcome, mediator = said["organization"], said["outcome"], said["mediator"]
        workers = said["worker_count"] or 1
        said["parts"] = parts_of(said)
        case = CASE.row(
            org=org,
            scope=org.path,
            external_no=said["external_no"],
            origin=said["origin"],
            category=said["category"],
            facts=said["summary"],
            received_on=said["received_on"],
            accepted_on=said["accepted_on"],
            assigned_on=said["accepted_on"] if mediator else None,
            confirmed_on=said["accepted_on"] if mediator else None,
            mediator=mediator if said["accepted_on"] else None,
            outcome=outcome,
            end_reason=EndReason.OTHER if outcome and outcome not in SUCCEEDED else "",
            closed_on=said["closed_on"],
            worker_count=workers,
            is_group=said["is_group"] == "1" or workers >= setting("group_case_threshold", said),
            names_hidden=said["category"].pk in setting("hidden_name_categories", said),
            amount_claimed=said["amount_claimed"] or 0,
            amount_agreed=(said["amount_agreed"] or 0) if outcome in SUCCEEDED else None,
            amount_paid=paid(said),
            pay_by=pay_by(said["parts"]),
        )
        said["clocks"] = clocks_of(case, said)
        case.due_on = next_day_of(said["clocks"])
        if step_of(said) == "take_in_closed":
            case.closed_out_on = max([said["closed_on"], *(day for day, _amount in said["payments"])])
        return case


def paid(said: dict[str, Any]) -> Decimal:
    return sum((amount for _day, amount in said["payments"]), Decimal(0))


def setting(code: str, said: dict[str, Any]) -> Any:
    return Policy.objects.value_of(code, said["organization"].region, said["received_on"])


def step_of(said: dict[str, Any]) -> str:
    """Open as far as it had come; ended with money still owed, or closed."""
    if said["outcome"] in SUCCEEDED and paid(said) < (said["amount_agreed"] or 0):
        return "take_in_performing"
    if said["outcome"]:
        return "take_in_closed"
    if not said["accepted_on"]:
        return "take_in_applied"
    return "take_in_assigned" if said["mediator"] else "take_in_accepted"


CASE_IMPORT = ImportKind("cases", gettext_lazy("Import cases"), COLUMNS, "external_no", IMPORTERS, CaseIntake)
