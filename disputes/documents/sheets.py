"""One document of one case, ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from casework.documents.compose import compose
from casework.documents.sheet import Sheet
from casework.models import DocumentTemplate
from disputes.documents.kinds import CaseDocumentKind
from disputes.documents.values import values_of
from disputes.documents.words import LABELS
from disputes.models import DisputeCase, MediationMeeting, Party
from organizations.models import Officer


def template_of(kind: CaseDocumentKind, case: DisputeCase, day: date) -> DocumentTemplate:
    """The version in force where the case is handled. Raises DocumentTemplate.DoesNotExist."""
    return template_named(kind.template, case, day)


def template_named(code: str, case: DisputeCase, day: date) -> DocumentTemplate:
    return DocumentTemplate.objects.in_force(code, case.org.region, day)


def sheet_of(
    template: DocumentTemplate,
    case: DisputeCase,
    day: date,
    *,
    party: Party | None = None,
    meeting: MediationMeeting | None = None,
    in_full: bool = False,
    own: Mapping[str, Any] | None = None,
) -> Sheet:
    """In full it is the document itself; otherwise a draft with masked data and the word across the page.

    `own` are values this one document has besides those of its case.
    """
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        values = values_of(case, day, party=party, meeting=meeting, in_full=in_full) | dict(own or {})
        return compose(
            template.parts,
            values,
            LABELS,
            layout=template.layout,
            title=template.title,
            mark=template.mark,
            number=template.number,
            watermark="" if in_full else gettext("Draft"),
        )


def examples(template: DocumentTemplate, officer: Officer) -> list[tuple[str, Sheet]]:
    """The newest cases of the last month in the officer's scope, as drafts: people are masked."""
    since = timezone.localdate() - timedelta(days=31)
    rows = DisputeCase.objects.visible_to(officer).for_page().filter(received_on__gte=since)
    return [(str(case), example(template, case)) for case in rows.order_by("-pk")[:3]]


def example(template: DocumentTemplate, case: DisputeCase) -> Sheet:
    return sheet_of(
        template, case, timezone.localdate(), party=case.parties.first(), meeting=case.meetings.order_by("-pk").first()
    )
