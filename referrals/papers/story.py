"""A joint matter on one page for the meeting (联席会议): what it is about, and where each authority stands."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from casework.documents.compose import compose
from casework.documents.paper import on_paper
from casework.documents.pdf import pdf_of
from casework.models import DocumentTemplate
from disputes.documents.values import joined, name_of
from referrals.models import JointMatter, JointSeat

TEMPLATE = "referral.story"
FACTS = 900  # characters a page has room for beside five authorities
LABELS: dict[str, Any] = {
    "org": _("Sent by"),
    "number": _("Number"),
    "subject": _("Subject"),
    "source": _("File"),
    "applicants": _("Applicants"),
    "respondents": _("Respondents"),
    "opened": _("Opened on"),
    "facts": _("Facts"),
    "conclusion": _("What the meeting concluded"),
    "day": _("Date of the document"),
    "seats": {
        "": _("Authorities"),
        "authority": _("Authority"),
        "kind": _("Kind of referral"),
        "state": _("State"),
        "due": _("Next due day"),
        "answer": _("Answer"),
    },
}


def story_of(joint: JointMatter, day: date, *, in_full: bool = False) -> bytes:
    """As PDF, people masked unless `in_full`. Raises NotPrintable."""
    template = DocumentTemplate.objects.in_force(TEMPLATE, joint.org.region, day)
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        head = {"layout": template.layout, "title": template.title, "mark": template.mark, "number": template.number}
        sheet = compose(template.parts, story_values(joint, day, in_full=in_full), LABELS, **head)
    return pdf_of(sheet, day)


def story_values(joint: JointMatter, day: date, *, in_full: bool) -> dict[str, Any]:
    masks = {} if in_full else masks_of(joint)
    facts = joint.facts if len(joint.facts) <= FACTS else f"{joint.facts[: FACTS - 1]}…"
    case = joint.case
    return {
        "org": joint.org.name,
        "number": joint.number,
        "subject": hidden(joint.subject, masks),
        "source": str(joint.source),
        "applicants": joined(case.applicants, in_full) if case else "",
        "respondents": joined(case.respondents, in_full) if case else "",
        "opened": on_paper(timezone.localdate(joint.opened_at)),
        "facts": hidden(facts, masks),
        "conclusion": hidden(joint.conclusion, masks),
        "day": on_paper(day),
        "seats": [row_of(seat, masks) for seat in joint.seats.for_board()],
    }


def row_of(seat: JointSeat, masks: dict[str, str]) -> dict[str, str]:
    referral = seat.referral
    said = [referral.result_label, referral.result_text, seat.waived_reason]
    return {
        "authority": referral.authority.name,
        "kind": referral.kind.label,
        "state": str(_("Waived")) if seat.waived_at else str(referral.get_state_display()),
        "due": on_paper(referral.due_on),
        "answer": hidden(" · ".join(filter(None, said)), masks),
    }


def masks_of(joint: JointMatter) -> dict[str, str]:
    """What stands instead of each name of the case; other files name nobody here. Longer names first."""
    parties = [*joint.case.applicants, *joint.case.respondents] if joint.case else []
    found = {party.name: name_of(party, False) for party in parties}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def hidden(text: str, masks: dict[str, str]) -> str:
    """The text with the names masked wherever they were typed."""
    for name, mask in masks.items():
        text = text.replace(name, mask)
    return text
