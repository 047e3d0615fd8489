"""When cases may be tied together or taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from disputes.related import loose_relations, open_parts

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase


def something_to_separate(case: DisputeCase, act: Act) -> str:
    return "" if loose_relations(case) else _("The case is neither linked nor part of another.")


def something_to_split(case: DisputeCase, act: Act) -> str:
    """At least one applicant stays and one goes."""
    return "" if len(case.applicants) > 1 else _("A case with a single applicant cannot be split.")


def stands_alone(case: DisputeCase, act: Act) -> str:
    """A main case is not merged away under its parts."""
    if open_parts(case):
        return _("Parts of this case are still open; please separate them first.")
    return ""


def is_restricted(case: DisputeCase, act: Act) -> str:
    return "" if case.is_restricted else _("The case is not restricted.")
