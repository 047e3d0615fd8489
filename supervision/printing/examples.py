"""The documents of last month on which a changed template is tried out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import override

from casework.documents.sheet import Sheet
from casework.models import DocumentTemplate
from organizations.models import Officer
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.printing.companions import OF_DOCUMENT, OF_MATTER, about_document, matter_values
from supervision.printing.sheets import filled
from supervision.printing.values import Values, about_matter, values

MOST, SPAN = 3, timedelta(days=31)


def examples(template: DocumentTemplate, officer: Officer) -> list[tuple[str, Sheet]]:
    """At most three of the kind the template is for, from the officer's own scope, the newest first."""
    with override("zh-hans"):
        return [(label, filled(template, given)) for label, given in given_for(template, officer)]


def given_for(template: DocumentTemplate, officer: Officer) -> Iterator[tuple[str, Values]]:
    code = template.code.partition(".")[2]
    since = timezone.localdate() - SPAN
    if code in OF_MATTER:
        matters = SupervisionMatter.objects.visible_to(officer).for_page().filter(received_on__gte=since)
        for matter in matters.order_by("-pk")[:MOST]:
            yield str(matter), {**about_matter(matter, is_public=False), **matter_values(matter)}
        return
    rows = SupervisionDocument.objects.visible_to(officer).for_page().filter(doc_date__gte=since)
    of_kind = rows if code in OF_DOCUMENT else rows.filter(kind=code)
    for document in of_kind.order_by("-pk")[:MOST]:
        known = values(document, document.number, document.doc_date)
        yield str(document), {**known, **(about_document(document) if code in OF_DOCUMENT else {})}
