"""Every file about one employer that an officer may know of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from casework.models import Employer
from casework.panels import Line, Panel
from casework.words import day
from disputes.models import DisputeCase, Party
from hotline.models import CallRecord, WorkOrder
from organizations.models import Officer
from referrals.models import Referral
from supervision.models import SupervisionDocument, SupervisionMatter

MOST = 20


def panels(employer: Employer, officer: Officer) -> list[Panel]:
    """One panel for each kind of file, the newest first; kinds without a file are left out."""
    cases = Party.objects.filter(employer=employer).values("file")
    found = [
        (_("Dispute cases"), visible(DisputeCase, officer, Q(pk__in=cases))),
        (_("Supervision matters"), visible(SupervisionMatter, officer, Q(employer=employer))),
        (_("Letters and documents"), visible(SupervisionDocument, officer, Q(employer=employer))),
        (_("Work orders"), visible(WorkOrder, officer, Q(call__employer=employer))),
        (_("Calls"), visible(CallRecord, officer, Q(employer=employer))),
        (_("Referrals"), visible(Referral, officer, about(employer, cases))),
    ]
    return [Panel(title, lines(files)) for title, files in found if files]


def about(employer: Employer, cases: Any) -> Q:
    return Q(case__in=cases) | Q(order__call__employer=employer) | Q(document__matter__employer=employer)


def visible(model: type[Any], officer: Officer, condition: Q) -> list[Any]:
    return list(model.objects.visible_to(officer).filter(condition).for_list()[:MOST])


def lines(files: Iterable[Any]) -> list[Line]:
    return [line(file) for file in files]


def line(file: Any) -> Line:
    return Line(f"{file} · {day(file.opened_at)}", file.get_absolute_url(), file.get_state_display())
