"""The papers that go with a document or a matter: drawn whenever they are asked for, filled as far as is known.

They are signed on paper, so the names of those who receive, witness or speak are left for the pen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from casework.documents.paper import BLANK, BLANK_DAY, on_paper
from casework.documents.sheet import Sheet
from casework.models import DocumentTemplate
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.printing.sheets import filled
from supervision.printing.story import story_values
from supervision.printing.values import Values, about_matter, flat, investigation_values, values
from supervision.querysets import RUNNING

Kind = SupervisionDocument.Kind
State = SupervisionDocument.State


def once_signed(document: SupervisionDocument) -> str:
    if document.is_public:
        return _("A public letter is published, not served.")
    return "" if document.is_frozen else _("The document has not been signed yet.")


def once_served_or_withdrawn(document: SupervisionDocument) -> str:
    """Who withdraws a document that was served first serves the notice of it."""
    under_way = document.served_on and document.state in RUNNING
    if document.is_frozen and (under_way or document.state == State.WITHDRAWN):
        return ""
    return _("The document was neither served nor withdrawn.")


def once_sent_to_employer(document: SupervisionDocument) -> str:
    if document.rules.to_authority or document.is_public:
        return _("The document goes to no employer.")
    return once_signed(document)


def once_sent_to_authority(document: SupervisionDocument) -> str:
    return once_signed(document) if document.rules.to_authority else _("The document goes to no authority.")


def once_declined(matter: SupervisionMatter) -> str:
    return "" if matter.decline_ground else _("The complaint was not declined.")


def once_investigated(matter: SupervisionMatter) -> str:
    return "" if matter.investigations.exists() else _("No investigation is on record.")


@dataclass(frozen=True)
class Companion:
    """`ready` says why the paper cannot be made of this document or matter, or nothing."""

    code: str
    label: Any
    ready: Callable[[Any], str]

    @property
    def template(self) -> str:
        return f"supervision.{self.code}"


OF_DOCUMENT = {
    paper.code: paper
    for paper in (
        Companion("proof_of_service", gettext_lazy("Proof of service (form)"), once_signed),
        Companion("reply_form", gettext_lazy("Reply form of the employer"), once_sent_to_employer),
        Companion("acknowledgement_slip", gettext_lazy("Acknowledgement slip (form)"), once_sent_to_authority),
        Companion("verification_record", gettext_lazy("Record of the verification"), once_sent_to_employer),
        Companion("withdrawal_notice", gettext_lazy("Notice of withdrawal"), once_served_or_withdrawn),
    )
}
OF_MATTER = {
    paper.code: paper
    for paper in (
        Companion("notice_of_refusal", gettext_lazy("Notice of refusal to the complainant"), once_declined),
        Companion("story", gettext_lazy("The matter on one page, for a meeting"), lambda _matter: ""),
        Companion("investigation_record", gettext_lazy("Record of the investigation (form)"), once_investigated),
    )
}


def offered(papers: dict[str, Companion], about: Any) -> list[Companion]:
    return [paper for paper in papers.values() if not paper.ready(about)]


def companion_of_document(paper: Companion, document: SupervisionDocument) -> Sheet:
    with override("zh-hans"):
        given = {**values(document, document.number, document.doc_date), **about_document(document)}
    return drawn(paper, document, given)


def companion_of_matter(paper: Companion, matter: SupervisionMatter) -> Sheet:
    with override("zh-hans"):
        given = {**about_matter(matter, is_public=False), **matter_values(matter)}
    return drawn(paper, matter, given)


def drawn(paper: Companion, file: Any, given: Values) -> Sheet:
    """By the version in force today where the union is."""
    return filled(DocumentTemplate.objects.in_force(paper.template, file.org.region, timezone.localdate()), given)


def about_document(document: SupervisionDocument) -> Values:
    return {
        "matter_number": document.matter.number or str(document.matter),
        "document_title": title_of(document),
        "signed_on": on_paper(document.doc_date),
        "withdrawn_on": on_paper(document.closed_on) or BLANK_DAY,
        "withdraw_reason": reason_of(document, "withdraw") or BLANK,
        "rectify_by": on_paper(document.rectify_by),
        "attempts": [attempt_values(n, row) for n, row in enumerate(document.service_attempts.all(), 1)],
        "copies": "",
    }


def title_of(document: SupervisionDocument) -> str:
    """As it is called on its own paper."""
    return str(document.frozen_sheet["title"]) if document.frozen_sheet else str(document.get_kind_display())


def reason_of(file: Any, verb: str) -> str:
    event = file.events.filter(verb=verb).order_by("-pk").first()
    return flat(event.note) if event else ""


def attempt_values(n: int, attempt: Any) -> Values:
    return {
        "no": str(n),
        "method": attempt.get_method_display(),
        "sent_on": on_paper(attempt.sent_on),
        "served_on": on_paper(attempt.served_on),
        "outcome": attempt.get_outcome_display(),
        "trace": attempt.tracking_no or attempt.channel,
    }


def matter_values(matter: SupervisionMatter) -> Values:
    employer = matter.employer
    return {
        "org": flat(matter.org.name),
        "matter_number": matter.number or str(matter),
        "employer": flat(employer.name) if employer else "",
        "employer_address": flat(employer.address) if employer else "",
        "received_on": on_paper(matter.received_on),
        "decline_reason": reason_of(matter, "decline_complaint"),
        **story_values(matter),
        **{ground: matter.decline_ground == ground for ground in SupervisionMatter.DeclineGround.values},
        "notice_day": on_paper(matter.notified_on) or BLANK_DAY,
        "org_phone": matter.org.phone,
        "org_address": flat(matter.org.address),
        "investigations": [
            investigation_values(found)
            for found in matter.investigations.prefetch_related(
                "investigators__officer__user", "investigators__certificate"
            )
        ],
    }
