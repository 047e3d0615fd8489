"""The roster of mediators, kept by the case officers and the director of the organisation or of one above it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from casework.errors import StepRefused, WrongDuty
from casework.models import Category, Employer
from casework.transactions import one_transaction
from disputes.models import Conflict, MediatorProfile
from organizations.models import Duty, Officer

KEEPERS = {Duty.CASE_OFFICER, Duty.COMMITTEE_DIRECTOR}


def may_keep(officer: Officer, by: Officer) -> bool:
    return by.duty in KEEPERS and bool(by.path) and officer.path.startswith(by.path)


def insist(officer: Officer, by: Officer) -> None:
    """Raises WrongDuty."""
    if not may_keep(officer, by):
        raise WrongDuty(_("The roster is kept by the case officers and the director of the organisation."))


@one_transaction
def enter_mediator(
    *, by: Officer, at: datetime, mediator: Officer, specialities: list[Category], case_limit: int, **facts: Any
) -> MediatorProfile:
    """Put a mediator on the public roster (Mediation and Arbitration Law art. 11). Raises WrongDuty, StepRefused."""
    insist(mediator, by)
    if MediatorProfile.objects.filter(officer=mediator).exists():
        raise StepRefused("enter_mediator", _("This mediator is on the roster already."))
    profile = MediatorProfile.objects.create(officer=mediator, **facts)
    profile.specialities.set(specialities)
    limit(mediator, case_limit)
    return profile


@one_transaction
def keep_profile(
    profile: MediatorProfile, *, by: Officer, at: datetime, specialities: list[Category], case_limit: int, **facts: Any
) -> MediatorProfile:
    """Change what the roster says. Raises WrongDuty."""
    insist(profile.officer, by)
    for name, value in facts.items():
        setattr(profile, name, value)
    profile.save(update_fields=list(facts))
    profile.specialities.set(specialities)
    limit(profile.officer, case_limit)
    return profile


def limit(officer: Officer, case_limit: int) -> None:
    officer.case_limit = case_limit
    officer.save(update_fields=["case_limit"])


@one_transaction
def add_leave(profile: MediatorProfile, *, by: Officer, at: datetime, from_on: date, until_on: date) -> MediatorProfile:
    """Days on which nothing new is given to the mediator. The mediator may enter his own. Raises WrongDuty."""
    if by != profile.officer:
        insist(profile.officer, by)
    profile.leaves.create(from_on=from_on, until_on=until_on)
    return profile


@one_transaction
def declare_conflict(
    profile: MediatorProfile,
    *,
    by: Officer,
    at: datetime,
    reason: str,
    declared_on: date,
    employer: Employer | None = None,
    person_name: str = "",
    person_id_number: str = "",
) -> MediatorProfile:
    """Whose disputes this mediator is not given. The mediator declares his own. Raises WrongDuty."""
    if by != profile.officer:
        insist(profile.officer, by)
    person = {"person_name": person_name or None, "person_id_number": person_id_number}
    profile.conflicts.create(employer=employer, reason=reason, declared_on=declared_on, **person)
    return profile


@one_transaction
def lift_conflict(
    profile: MediatorProfile, *, by: Officer, at: datetime, conflict: Conflict, lifted_on: date
) -> MediatorProfile:
    """The tie is no more. Only those who keep the roster decide so, never the mediator himself. Raises WrongDuty."""
    insist(profile.officer, by)
    profile.conflicts.filter(pk=conflict.pk, lifted_on=None).update(lifted_on=lifted_on)
    return profile
