"""The one thing the desk writes itself: an entry of the register of employers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from casework.errors import WrongDuty
from casework.models import Employer
from organizations.models import Duty, Officer

KEEPERS = {
    Duty.HOTLINE_OPERATOR,
    Duty.DUTY_LEADER,
    Duty.CASE_OFFICER,
    Duty.MEDIATOR,
    Duty.SUPERVISOR,
    Duty.LIAISON,
}


def register_employer(*, by: Officer, at: datetime, **known: Any) -> Employer:
    """Enter an employer that no file has named yet. Raises WrongDuty."""
    if by.duty not in KEEPERS:
        raise WrongDuty(_("The register of employers is kept by another duty."))
    return Employer.objects.create(**known)
