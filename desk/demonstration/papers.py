"""Documents of cases, issued as on the page: notices of the newest running cases, and the newest agreements."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from disputes import actions
from disputes.forms.documents import IssueForm
from disputes.models import DisputeCase
from disputes.querysets import WITH_MEDIATOR
from organizations.models import Officer

SHOWN = "532923"
NOTICES, AGREEMENTS = 4, 3


def issue_papers(now: datetime) -> None:
    """A few suffice, as each is drawn as PDF and as Word file."""
    cases = DisputeCase.objects.filter(org__region=SHOWN, mediator__isnull=False).select_related("org__region")
    mediated = cases.select_related("mediator__org__region", "mediator__user").order_by("-pk")
    for case in mediated.filter(state__in=WITH_MEDIATOR - {"suspended"})[:NOTICES]:
        issue(case, "acceptance_notice", now, party=case.parties.order_by("pk")[0].pk)
    for case in mediated.filter(outcome="agreed").exclude(state="archived")[:AGREEMENTS]:
        issue(case, "agreement", now)


def issue(case: DisputeCase, kind: str, at: datetime, **about: Any) -> None:
    """By the mediator, as far as the case has all that the document names."""
    by = case.mediator
    assert isinstance(by, Officer)
    form = IssueForm({"kind": kind, **about}, officer=by, at=at, file=case)
    if form.is_valid():
        actions.issue_document(case, by=by, at=at, **form.cleaned_data)
