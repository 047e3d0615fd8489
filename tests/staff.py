"""Everybody the main path needs in one county, by duty."""

from __future__ import annotations

from organizations.models import Officer
from tests.conftest import member
from tests.factories.organizations import AuthorityOfficerFactory

DUTIES = (
    "hotline_operator",
    "case_officer",
    "mediator",
    "supervisor",
    "committee_director",
    "signatory",
    "liaison",
    "quality_inspector",
    "statistician",
)


def staff_of(region: str) -> dict[str, Officer]:
    """One officer for each duty of the county, and the officer of its HR office under "hr"."""
    certified = {"mediator", "supervisor"}
    found = {duty: member(duty, duty, region=region, certified=duty in certified) for duty in DUTIES}
    found["hr"] = AuthorityOfficerFactory(kind="hr", region=region, user__username="hr")
    return found
