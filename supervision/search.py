"""What the search box finds here."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.panels import Hit
from organizations.models import Officer
from supervision.models import SupervisionDocument, SupervisionMatter

MOST = 10


def find(officer: Officer, text: str) -> list[Hit]:
    """Documents and matters by their number, or by the name or credit code of the employer."""
    text = text.strip()
    if not text:
        return []
    return [*documents(officer, text), *matters(officer, text)][:MOST]


def documents(officer: Officer, text: str) -> list[Hit]:
    rows = SupervisionDocument.objects.visible_to(officer)
    named = Q(number=text) | Q(employer__uscc=text) | Q(employer__name__icontains=text) | Q(authority__name=text)
    return [
        Hit(document.get_kind_display(), str(document), document.addressee, document.get_absolute_url())
        for document in rows.filter(named).for_list()[:MOST]
    ]


def matters(officer: Officer, text: str) -> list[Hit]:
    rows = SupervisionMatter.objects.visible_to(officer)
    named = Q(number=text) | Q(employer__uscc=text) | Q(employer__name__icontains=text)
    return [
        Hit(_("Supervision matter"), str(matter), matter.subject, matter.get_absolute_url())
        for matter in rows.filter(named).for_list()[:MOST]
    ]
