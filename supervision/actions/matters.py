"""A matter is opened, looked into, and closed with its last document."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from casework import deadlines
from casework.actions import keep_papers
from casework.errors import Refused
from casework.models import Blob, Employer
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from disputes.models import DisputeCase
from organizations.models import Certificate, Officer
from supervision.actions.intake import taken_up
from supervision.matter_guards import DECIDE
from supervision.models import SupervisionDocument, SupervisionMatter, SupervisionTopic
from supervision.workflow import MATTERS

Papers = list[tuple[str, Blob]]
Outcome = SupervisionMatter.Outcome
CLOSING = {
    SupervisionDocument.Outcome.RECTIFIED: Outcome.RECTIFIED,
    SupervisionDocument.Outcome.CORRECTED: Outcome.RECTIFIED,
    SupervisionDocument.Outcome.NOT_ESTABLISHED: Outcome.NOT_ESTABLISHED,
    SupervisionDocument.Outcome.PUBLISHED: Outcome.PUBLISHED,
    SupervisionDocument.Outcome.WITHDRAWN: Outcome.WITHDRAWN,
}


@one_transaction
def open_matter(
    *,
    by: Officer,
    at: datetime,
    employer: Employer | None,
    topic: SupervisionTopic,
    facts: str,
    source: str,
    case: DisputeCase | None = None,
    workers_affected: int = 1,
    received_on: date | None = None,
    source_detail: str = "",
    amount: Decimal | None = None,
    verb: str = "open_matter",
) -> SupervisionMatter:
    """Register what is to be supervised (Zhejiang supervision regulation art. 17).

    A complaint has to be decided on: until then the clock of the notice of refusal runs. Raises WrongDuty, StepRefused.
    """
    day = received_on or Act(by, at).today
    matter = SupervisionMatter(
        employer=employer,
        topic=topic,
        facts=facts,
        source=source,
        case=case,
        workers_affected=workers_affected,
        received_on=day,
        source_detail=source_detail,
        amount=amount,
        org=by.org,
        scope=by.path,
    )
    MATTERS.check(verb, matter, Act(by, at))
    matter.number = take_number(matter.org, "matter", day)
    matter = MATTERS.begin(matter, verb, by=by, at=at)
    if source == SupervisionMatter.Source.COMPLAINT:
        deadlines.start(matter, DECIDE, day)
    return matter


@one_transaction
def register(
    *,
    by: Officer,
    at: datetime,
    employer: Employer | None = None,
    employer_name: str = "",
    employer_uscc: str = "",
    **typed: Any,
) -> SupervisionMatter:
    """Open a matter about an employer of the register, or one entered with it. Without one it concerns everybody."""
    if employer is None and employer_name:
        assert by.org
        employer = Employer.objects.named(employer_name, by.org.region, employer_uscc)
    return open_matter(by=by, at=at, employer=employer, **typed)


@one_transaction
def investigate(
    matter: SupervisionMatter,
    *,
    by: Officer,
    at: datetime,
    held_on: date,
    way: str,
    findings: str,
    supervisors: list[Officer],
    papers: Papers | None = None,
    **found: Any,
) -> SupervisionMatter:
    """Keep the record of an investigation with the certificates shown, and its signed paper.

    Raises Refused for an expired certificate, or one of somebody who has withdrawn from the matter.
    """
    matter = MATTERS.advance(matter, "investigate", by=by, at=at)
    shown = {officer: certificate_of(officer, held_on) for officer in supervisors}
    if withdrawn := [officer.name for officer in supervisors if officer.user_id in matter.recused]:
        words = _("%(names)s has withdrawn from this matter because of an interest.")
        raise Refused(words % {"names": _(", ").join(withdrawn)})
    record = matter.investigations.create(held_on=held_on, way=way, findings=findings, **found)
    for officer, certificate in shown.items():
        record.investigators.create(officer=officer, certificate=certificate)
    keep_papers(matter, papers or [], by=by, at=at)
    taken_up(matter, Act(by, at).today)
    return matter


def certificate_of(officer: Officer, on: date) -> Certificate:
    certificate = officer.certificate_on(Certificate.Kind.SUPERVISOR, on)
    if certificate is None:
        raise Refused(_("%(name)s had no valid supervisor's certificate on that day.") % {"name": officer.name})
    return certificate


@one_transaction
def ask_county(matter: SupervisionMatter, *, by: Officer, at: datetime, reason: str) -> SupervisionMatter:
    """A union below county level asks for the recommendation; the county's supervisors find the matter on their desk.

    They draft it in this matter, as their own document. Raises StepRefused before an opinion has failed, WrongDuty.
    """
    return MATTERS.advance(matter, "ask_county", by=by, at=at, note=reason, asked_on=Act(by, at).today)


@one_transaction
def close(
    matter: SupervisionMatter, *, by: Officer, at: datetime, outcome: str, reason: str, closed_on: date | None = None
) -> SupervisionMatter:
    """Close by hand what ends without a document. Raises StepRefused while one is under way."""
    day = closed_on or Act(by, at).today
    matter = MATTERS.advance(matter, "close", by=by, at=at, note=reason, outcome=outcome, closed_on=day)
    deadlines.meet_all(matter, day)
    return matter


def conclude(pk: int, *, at: datetime) -> None:
    """Close the matter when its last document has ended and no partner awaits an answer. Part of that last step.

    An outcome that leaves the breach with the authority, such as a penalty, hands the matter over.
    """
    matter = SupervisionMatter.objects.select_for_update(of=("self",)).get(pk=pk)
    last = matter.documents.exclude(state=SupervisionDocument.State.VOID).order_by("-pk").first()
    if matter.state != SupervisionMatter.State.OPEN or last is None or last.closed_on is None:
        return
    if matter.documents.running().exists() or matter.partner_documents.open().exists():
        return
    outcome = CLOSING.get(SupervisionDocument.Outcome(last.outcome), Outcome.HANDED_TO_AUTHORITY)
    day = max([last.closed_on, *matter.partner_documents.values_list("closed_on", flat=True)])
    system = Officer.objects.system()
    matter = MATTERS.advance(matter, "conclude", by=system, at=at, outcome=outcome, closed_on=day)
    deadlines.meet_all(matter, day)
