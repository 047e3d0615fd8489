"""A template is changed in three acts of two people: a new version is drafted, tried out, and put in force."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.errors import Refused, WrongDuty
from casework.models import DocumentTemplate
from casework.transactions import one_transaction
from organizations.models import Duty, Officer

EDITORS = frozenset({Duty.COMMITTEE_DIRECTOR, Duty.SIGNATORY})
READERS = EDITORS | {Duty.SYSTEM_ADMIN}


def insist_on_editor(by: Officer) -> None:
    """Raises WrongDuty."""
    if by.duty not in EDITORS or by.org is None:
        raise WrongDuty(_("Templates are changed by the director of the committee and by signatories."))


@one_transaction
def revise(template: DocumentTemplate, *, by: Officer, at: datetime) -> DocumentTemplate:
    """Begin a new version for the own division from this one. Raises WrongDuty, Refused where one is begun already."""
    insist_on_editor(by)
    assert by.org
    own = DocumentTemplate.objects.select_for_update().filter(code=template.code, region=by.org.region)
    versions = list(own)
    if any(version.is_draft for version in versions):
        raise Refused(_("A new version of this template has been begun already."))
    head = {name: getattr(template, name) for name in ("code", "name", "layout", "mark", "title", "number", "parts")}
    number = max((version.version for version in versions), default=0) + 1
    return DocumentTemplate.objects.create(
        **head, region=by.org.region, version=number, valid_from=None, drafted_by=by, drafted_at=at
    )


@one_transaction
def change(template: DocumentTemplate, *, by: Officer, at: datetime, **typed: Any) -> DocumentTemplate:
    """Write the draft anew. Whoever did so last has drafted it. Raises WrongDuty, Refused."""
    draft = own_draft(template, by)
    for name, value in typed.items():
        setattr(draft, name, value)
    draft.drafted_by, draft.drafted_at = by, at
    draft.save(update_fields=[*typed, "drafted_by", "drafted_at"])
    return draft


@one_transaction
def put_in_force(template: DocumentTemplate, *, by: Officer, at: datetime, valid_from: date) -> DocumentTemplate:
    """From that day documents are made by this version. Another person than the drafter decides (four eyes).

    Raises WrongDuty, Refused.
    """
    draft = own_draft(template, by)
    if draft.drafted_by and draft.drafted_by.user_id == by.user_id:
        raise Refused(_("Whoever drafted the template does not put it in force: a second person has to."))
    if valid_from < timezone.localdate(at):
        raise Refused(_("A template is put in force from today or a later day: what was signed keeps its own."))
    draft.valid_from, draft.activated_by, draft.activated_at = valid_from, by, at
    draft.save(update_fields=["valid_from", "activated_by", "activated_at"])
    return draft


def own_draft(template: DocumentTemplate, by: Officer) -> DocumentTemplate:
    """The draft, locked, of the officer's own division."""
    insist_on_editor(by)
    assert by.org
    locked = DocumentTemplate.objects.select_for_update(of=("self",)).select_related("drafted_by").get(pk=template.pk)
    if locked.region_id != by.org.region_id:
        raise Refused(_("This version belongs to another division. Please begin a version of your own."))
    if not locked.is_draft:
        raise Refused(_("This version is in force, or was. Please begin a new one."))
    return locked
