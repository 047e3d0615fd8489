"""A signed recommendation goes to its authority as a referral, with the whole chain that led to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from casework.errors import Refused
from casework.models import Blob
from casework.transactions import one_transaction
from organizations.models import Authority, Officer
from referrals.actions.union import refer
from referrals.models import Referral, ReferralKind
from supervision.dossier.contents import contents_of
from supervision.models import SupervisionDocument

KIND, COPY = "inspection", "procuratorial_lead"
SHARED = ["employer_name", "employer_uscc", "employer_address", "worker_count", "category"]
TITLE = 150
GONE = [SupervisionDocument.State.WITHDRAWN, SupervisionDocument.State.VOID]


@one_transaction
def refer_recommendation(
    *,
    by: Officer,
    at: datetime,
    document: SupervisionDocument,
    subject: str,
    facts: str,
    request: str,
    legal_ground: str,
    urgent: bool = False,
    copy_to_procuratorate: bool = False,
) -> Referral:
    """Draft the referral to the authority the recommendation names, at the level of the union that issued it.

    Attached is everything of the matter in the order of its file: letter and opinion as sealed, proofs of service,
    replies, investigation and evidence. The copy for the procuratorate is a referral of its own. Both wait for a
    leader as every referral does. Raises Refused for an unsigned document and for one already laid before it.
    """
    document = SupervisionDocument.objects.visible_to(by).for_page().get(pk=document.pk)
    refuse_unsigned(document)
    given: dict[str, Any] = {
        "document": document,
        "subject": subject,
        "facts": facts,
        "request": request,
        "legal_ground": legal_ground,
        "urgent": urgent,
        "shared": SHARED,
        "papers": chain_of(document),
    }
    found = refer(by=by, at=at, kind=kind_of(KIND), authority=document.authority, **given)
    if copy_to_procuratorate:
        office = Authority.objects.in_charge(Authority.Kind.PROCURATORATE, document.org.region)
        refer(by=by, at=at, kind=kind_of(COPY), authority=office, **given)
    return found


def refuse_unsigned(document: SupervisionDocument) -> None:
    if not document.rules.to_authority or not document.number or document.state in GONE:
        raise Refused(_("Only a signed recommendation is laid before an authority."))
    running = document.referrals.filter(kind=KIND).exclude(state__in=["recalled", "returned", "closed"])
    if known := running.first():
        raise Refused(_("It has been laid before the authority already: %(number)s.") % {"number": known.number})


def kind_of(code: str) -> ReferralKind:
    return ReferralKind.objects.get(pk=code)


def chain_of(document: SupervisionDocument) -> list[tuple[str, Blob]]:
    """The papers of the matter under their numbers in its file."""
    entries = contents_of(document.matter)
    return [(f"{entry.number} {entry.paper.title}"[:TITLE], entry.paper.blob) for entry in entries]
