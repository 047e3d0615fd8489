"""Putting a file away, and ending it after its term (Archives Law; files of mediation are kept by class)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from casework.upper import modules
from casework.words import day
from disputes.dossier.completeness import gaps

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase


def file_is_complete(case: DisputeCase, act: Act) -> str:
    missing = gaps(case, act.today)
    if not missing:
        return ""
    words = _("The file still lacks papers: %(papers)s. Please add them, or note why there is none.")
    return words % {"papers": _(", ").join(str(needed.place.label) for needed in missing)}


def something_is_missing(case: DisputeCase, act: Act) -> str:
    return "" if gaps(case, act.today) else _("The file lacks no paper.")


def not_destroyed(case: DisputeCase, act: Act) -> str:
    return _("The file was destroyed after its term.") if case.destroyed_on else ""


def not_on_hold(case: DisputeCase, act: Act) -> str:
    return _("The file is on hold: it may not be destroyed.") if case.on_hold else ""


def is_on_hold(case: DisputeCase, act: Act) -> str:
    return "" if case.on_hold else _("The file is not on hold.")


def term_is_over(case: DisputeCase, act: Act) -> str:
    if case.kept_until is None or act.today > case.kept_until:
        return ""
    return _("The file is kept until %(day)s.") % {"day": day(case.kept_until)}


def nothing_is_open_elsewhere(case: DisputeCase, act: Act) -> str:
    """No supervision matter, referral, work order or related case that still runs hangs on the file.

    Asked once the term is over: until then that is reason enough.
    """
    if term_is_over(case, act):
        return ""
    found = [name for module in modules("holds") for name in module.open_on(case)]
    return _("Still open on this case: %(files)s.") % {"files": _(", ").join(found)} if found else ""


def not_proposed_yet(case: DisputeCase, act: Act) -> str:
    return _("Destruction has been proposed already.") if case.appraised_on else ""


def was_proposed(case: DisputeCase, act: Act) -> str:
    if not case.appraised_on:
        return _("The archivist has not proposed the destruction.")
    return _("The destruction has been approved already.") if case.destruction_approved_on else ""


def was_approved(case: DisputeCase, act: Act) -> str:
    return "" if case.destruction_approved_on else _("The committee director has not approved the destruction.")
