"""Every file about one employer that an officer may know of, with those of the entries joined to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from casework.models import Employer
from casework.panels import Line, Link, Panel
from casework.words import day
from disputes.models import DisputeCase, Party, Payment
from hotline.models import CallRecord, WorkOrder
from organizations.models import Officer
from referrals.models import Referral
from supervision.models import DocumentRecovery, SupervisionDocument, SupervisionMatter

MOST = 20
COUNTED = 50


@dataclass(frozen=True)
class Money:
    """Yuan in this officer's scope. What was recovered stands once, under the file it was paid for."""

    claimed: Decimal
    agreed: Decimal
    by_cases: Decimal
    by_documents: Decimal

    @property
    def recovered(self) -> Decimal:
        return self.by_cases + self.by_documents


def panels(employer: Employer, officer: Officer) -> list[Panel]:
    """One panel for each kind of file, the newest first; kinds without a file are left out."""
    family = Employer.objects.family(employer).values("pk")
    cases = Party.objects.filter(employer__in=family).values("file")
    found = [
        (_("Dispute cases"), visible(DisputeCase, officer, Q(pk__in=cases))),
        (_("Supervision matters"), visible(SupervisionMatter, officer, Q(employer__in=family))),
        (_("Letters and documents"), visible(SupervisionDocument, officer, Q(employer__in=family), "replies")),
        (_("Work orders"), visible(WorkOrder, officer, Q(call__employer__in=family))),
        (_("Calls"), visible(CallRecord, officer, Q(employer__in=family))),
        (_("Referrals"), visible(Referral, officer, about(family, cases))),
    ]
    return [
        Panel(f"{title} ({many(files)})", lines(files[:MOST]), links(files, employer))
        for title, files in found
        if files
    ]


def links(files: list[Any], employer: Employer) -> list[Link]:
    """From the letters to their ladder."""
    if not isinstance(files[0], SupervisionDocument):
        return []
    return [Link(_("All letters to this employer"), reverse("supervision:ladder", args=[employer.pk]))]


def about(family: Any, cases: Any) -> Q:
    return Q(case__in=cases) | Q(order__call__employer__in=family) | Q(document__matter__employer__in=family)


def visible(model: type[Any], officer: Officer, condition: Q, *more: str) -> list[Any]:
    rows = model.objects.visible_to(officer).filter(condition).for_list()
    return list(rows.prefetch_related(*more)[: COUNTED + 1])


def many(files: list[Any]) -> str:
    """Counted as far as anybody reads: "7", "50+"."""
    return str(len(files)) if len(files) <= COUNTED else f"{COUNTED}+"


def lines(files: Iterable[Any]) -> list[Line]:
    return [line(file) for file in files]


def line(file: Any) -> Line:
    answers = [str(reply) for reply in file.replies.all()] if isinstance(file, SupervisionDocument) else []
    text = " · ".join([f"{file} · {day(file.opened_at)}", *answers])
    return Line(text, file.get_absolute_url(), file.get_state_display())


def money(employer: Employer, officer: Officer) -> Money:
    """Sums over the cases and documents this officer may know of, in three statements."""
    family = Employer.objects.family(employer).values("pk")
    cases = DisputeCase.objects.visible_to(officer).filter(
        pk__in=Party.objects.filter(employer__in=family).values("file")
    )
    documents = SupervisionDocument.objects.visible_to(officer).filter(employer__in=family)
    sums = cases.order_by().aggregate(claimed=Sum("amount_claimed"), agreed=Sum("amount_agreed"))
    paid = Payment.objects.filter(file__in=cases.order_by().values("pk")).aggregate(sum=Sum("amount"))
    after = DocumentRecovery.objects.filter(file__in=documents.order_by().values("pk")).aggregate(sum=Sum("amount"))
    return Money(*(value or Decimal(0) for value in (sums["claimed"], sums["agreed"], paid["sum"], after["sum"])))


def known_as(employer: Employer) -> dict[str, Any]:
    """Names, projects, telephones, joined entries and history of the whole family."""
    rows = Employer.objects.family(employer).prefetch_related("names", "projects", "phones").order_by("pk")
    family = list(rows)
    return {
        "names": [name for row in family for name in row.names.all()],
        "projects": [project for row in family for project in row.projects.all()],
        "phones": sorted({phone.masked for row in family for phone in row.phones.all()}),
        "joined": [row for row in family if row.pk not in {employer.pk, employer.head_id}],
        "history": employer.events.for_timeline().select_related("other")[:COUNTED],
    }
