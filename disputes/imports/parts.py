"""Who takes part in an imported case, what is wanted, and who mediates it."""

from __future__ import annotations

from collections.abc import Iterator

from casework.identity import is_minor_on
from casework.importing.columns import Row
from casework.models import Employer
from disputes.models import Assignment, ClaimItem, DisputeCase, Party
from disputes.models.choices import ChosenBy


def parties_of(case: DisputeCase, row: Row, employer: Employer | None) -> Iterator[Party]:
    said = row.values
    yield Party(
        file=case,
        role=Party.Role.APPLICANT,
        name=said["applicant_name"],
        id_number=said["applicant_id_number"],
        phone=said["applicant_phone"],
        is_minor=is_minor_on(said["applicant_id_number"], case.received_on),
    )
    yield Party(file=case, role=Party.Role.RESPONDENT, name=said["employer_name"], employer=employer)


def claim_of(case: DisputeCase, row: Row) -> ClaimItem:
    """The register knows one sum for all workers."""
    return ClaimItem(
        file=case, position=1, category=case.category, claimed=case.amount_claimed, agreed=row.values["amount_agreed"]
    )


def assignment_of(case: DisputeCase) -> Assignment:
    assert case.mediator
    assert case.assigned_on
    return Assignment(
        file=case,
        officer=case.mediator,
        chosen_by=ChosenBy.ORGANISATION,
        assigned_on=case.assigned_on,
        confirmed_on=case.assigned_on,
        ended_on=case.closed_on,
    )
