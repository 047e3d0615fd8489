"""What may come after a document, and from which day on: the day it becomes lawful, not a day earlier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from supervision.guards import shown
from supervision.kinds import following
from supervision.models import SupervisionDocument

D = SupervisionDocument
S = SupervisionDocument.State
UNDER_WAY = {S.DRAFT, S.RETURNED_FOR_REVISION, S.IN_REVIEW, S.APPROVED, S.DISPATCHED, S.SERVICE_FAILED}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Prospect:
    """The next document, or the next step towards it: possible with a page to go to, or not yet with the reason."""

    words: str
    url: str = ""
    label: str = ""
    first_day: date | None = None

    @property
    def possible(self) -> bool:
        return bool(self.url)


def prospect(document: D, today: date) -> Prospect | None:
    """None where nothing follows: it has ended, or is the last of the ladder and asks for no more."""
    after = next_label(document)
    if document.is_public or (not after and document.state != S.AWAITING_REPLY):
        return None
    if document.state in UNDER_WAY:
        words = _("%(document)s is still under way (%(state)s).")
        return Prospect(words % {"document": document, "state": document.get_state_display()})
    if document.state == S.AWAITING_REPLY:
        return waiting(document, today, after, document.due_on, "escalate")
    if document.state == S.VERIFYING:
        return waiting(document, today, after, document.rectify_by, "verify_failed")
    if document.state == S.REPLIED:
        return Prospect(_("The reply is to be assessed."), document.step_url("reject_reply"), _("Assess the reply"))
    return drafting(document, after) if document.state == S.ESCALATED else None


def next_label(document: D) -> str:
    kind = following(document.kind)
    return str(D.Kind(kind).label) if kind else ""


def waiting(document: D, today: date, after: str, due_on: date | None, verb: str) -> Prospect | None:
    """A period runs: the next document is possible from the day after its last one."""
    if due_on is None:
        return None
    given = {"next": after or _("pressing in writing"), "day": shown(due_on + DAY)}
    if today > due_on:
        words = _("Possible since %(day)s: %(next)s.") % given
        return Prospect(words, document.step_url(verb), document.workflow.label(verb), due_on + DAY)
    if today == due_on:
        return Prospect(_("Possible from tomorrow on: %(next)s.") % given, first_day=due_on + DAY)
    return Prospect(_("Possible from %(day)s on, not a day earlier: %(next)s.") % given, first_day=due_on + DAY)


def drafting(document: D, after: str) -> Prospect:
    link: dict[str, Any] = {"matter": document.matter_id, "kind": following(document.kind)}
    address = f"{reverse('supervision:documents-new')}?matter={link['matter']}&kind={link['kind']}"
    return Prospect(_("Possible now: %(next)s.") % {"next": after}, address, _("Draft: %(kind)s") % {"kind": after})
