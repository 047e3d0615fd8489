"""Who takes part in an imported case, what is wanted, and who mediates it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.copying import Stencil
from casework.identity import is_minor_on
from casework.models import Employer
from disputes.models import Assignment, ClaimItem, DisputeCase, Party
from disputes.models.choices import ChosenBy

APPLICANT = Stencil(Party, role=Party.Role.APPLICANT)
RESPONDENT = Stencil(Party, role=Party.Role.RESPONDENT)
CLAIM = Stencil(ClaimItem, position=1)
ASSIGNMENT = Stencil(Assignment, chosen_by=ChosenBy.ORGANISATION)


def parties_of(case: DisputeCase, said: dict[str, Any], employer: Employer | None) -> Iterator[Party]:
    yield APPLICANT.row(
        file=case,
        name=said["applicant_name"],
        id_number=said["applicant_id_number"],
        phone=said["applicant_phone"],
        is_minor=is_minor_on(said["applicant_id_number"], said["received_on"]),
    )
    yield RESPONDENT.row(file=case, name=said["employer_name"], employer=employer)


def claim_of(case: DisputeCase, said: dict[str, Any]) -> ClaimItem:
    """The register knows one sum for all workers."""
    return CLAIM.row(file=case, category=said["category"], claimed=case.amount_claimed, agreed=said["amount_agreed"])


def assignment_of(case: DisputeCase, said: dict[str, Any]) -> Assignment:
    return ASSIGNMENT.row(
        file=case,
        officer=said["mediator"],
        assigned_on=case.assigned_on,
        confirmed_on=case.confirmed_on,
        ended_on=case.closed_on,
    )
