"""Cases tied together, taken apart, split, merged and reopened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework import deadlines
from casework.errors import StepRefused
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from disputes.guards.order import refuse_disorder
from disputes.models import CaseClearance, CaseRelation, ClaimItem, DisputeCase, Party
from disputes.querysets import OPEN
from disputes.related import loose_relations
from disputes.workflow import WORKFLOW
from organizations.models import Officer

from .meetings import call_off

Kind = CaseRelation.Kind
# What a case begun from another keeps of it.
KEPT = ("org", "scope", "origin", "procedure", "category", "legal_ground", "names_hidden", "is_restricted")
PERSON = ("role", "name", "employer", "id_number", "phone", "address", "is_minor")


def held(verb: str, other: DisputeCase, by: Officer) -> DisputeCase:
    """The other case under lock, found through the officer's scope. Nobody waits for it while holding the first:
    two officers who tie the same cases the other way round would wait for each other for ever.
    """
    rows = DisputeCase.objects.visible_to(by).filter(pk=other.pk)
    found: DisputeCase | None = rows.select_for_update(of=("self",), skip_locked=True).first()
    if found is None:
        raise StepRefused(verb, _("Somebody is working on the other case at this moment. Please try again."))
    return found


def note_on(other: DisputeCase, verb: str, act: Act, note: str) -> None:
    """The same act in the history of the other case, which moves on to its next version."""
    other.version += 1
    other.save(update_fields=["version"])
    WORKFLOW.record(other, verb, act=act, before=other.state, after=other.state, note=note)


@one_transaction
def link(case: DisputeCase, *, by: Officer, at: datetime, other: DisputeCase, reason: str) -> DisputeCase:
    """Note that two cases belong together; it is seen from both and moves neither."""
    case, other = WORKFLOW.advance(case, "link", by=by, at=at, note=reason), held("link", other, by)
    first, second = sorted((case, other), key=lambda one: one.pk)
    _row, is_new = CaseRelation.objects.get_or_create(
        file=first, other=second, kind=Kind.LINKED, defaults={"at": at, "by": by}
    )
    if not is_new:
        raise StepRefused("link", _("The two cases are linked already."))
    note_on(other, "link", Act(by, at), reason)
    return case


@one_transaction
def make_part_of(case: DisputeCase, *, by: Officer, at: datetime, other: DisputeCase, reason: str) -> DisputeCase:
    """Make the case a part of a main case, which then cannot be closed before it.

    There are two levels only: a main case is part of none, a part has no parts. So no circle can come about, as any
    two acts that could close one meet at a case both of them hold.
    """
    case, other = WORKFLOW.advance(case, "make_part_of", by=by, at=at, note=reason), held("make_part_of", other, by)
    if reasons := hindrances(case, other):
        raise StepRefused("make_part_of", reasons)
    CaseRelation.objects.create(file=case, other=other, kind=Kind.CHILD, at=at, by=by)
    note_on(other, "make_part_of", Act(by, at), reason)
    return case


def hindrances(case: DisputeCase, main: DisputeCase) -> list[str]:
    """Why the one cannot be part of the other."""
    ties = [
        (case.is_part, _("The case is part of a main case already.")),
        (main.is_part, _("The other case is itself part of a main case.")),
        (DisputeCase.objects.parts_of(case).exists(), _("The case has parts itself.")),
        (not DisputeCase.objects.filter(pk=main.pk).still_open().exists(), _("The main case is closed.")),
    ]
    return [reason for hinders, reason in ties if hinders]


@one_transaction
def separate(case: DisputeCase, *, by: Officer, at: datetime, relation: CaseRelation, reason: str) -> DisputeCase:
    """End a link, or take a part out of its main case."""
    case = WORKFLOW.advance(case, "separate", by=by, at=at, note=reason)
    if relation.pk not in {row.pk for row in loose_relations(case)}:
        raise StepRefused("separate", _("This relation has ended already."))
    other = held("separate", relation.other_than(case), by)
    relation.delete()
    note_on(other, "separate", Act(by, at), reason)
    return case


@one_transaction
def split(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    applicants: Iterable[Party],
    claims: Iterable[ClaimItem],
    worker_count: int,
    reason: str,
) -> DisputeCase:
    """Move some applicants with their claims into a case of their own, against the same respondents.

    It was received and accepted when the first one was, its time for mediation ends on the same day, and a mediator is
    assigned anew. `worker_count` are the workers who go. Returns the new case. Raises StepRefused.
    """
    case = WORKFLOW.advance(case, "split", by=by, at=at, note=reason)
    going, parts = keys(applicants), keys(claims)
    refuse_bad_split(case, going, worker_count)
    same = ("received_on", "accepted_on", "both_sides_willing", "limitation_expires_on", "facts")
    new = begin(case, "begin_split", by=by, at=at, note=reason, same=same, worker_count=worker_count)
    case.parties.filter(pk__in=going).update(file=new)
    for position, claim in enumerate(case.claims.filter(pk__in=parts).order_by("position"), 1):
        claim.file, claim.position = new, position
        claim.save(update_fields=["file", "position"])
    copy_people(case.parties.exclude(role=Party.Role.APPLICANT), new)
    case.worker_count -= worker_count
    for one in (case, new):
        recount(one)
    run_on(case, new)
    new.number = take_number(new.org, "case", localdate(at))
    new.save(update_fields=["number"])
    CaseRelation.objects.create(file=new, other=case, kind=Kind.SPLIT, at=at, by=by)
    return new


def keys(rows: Iterable[Any]) -> set[int]:
    return {row.pk for row in rows}


def refuse_bad_split(case: DisputeCase, going: set[int], worker_count: int) -> None:
    """Somebody stays and somebody goes, on both sides of the count."""
    here = {party.pk for party in case.parties.filter(role=Party.Role.APPLICANT)}
    if not going <= here:
        raise StepRefused("split", _("Only applicants of this case can be split off."))
    if not going or going == here:
        raise StepRefused("split", _("At least one applicant goes, and at least one stays."))
    if not 1 <= worker_count < case.worker_count:
        raise StepRefused("split", _("At least one worker goes, and at least one stays."))


def begin(
    case: DisputeCase, verb: str, *, by: Officer, at: datetime, note: str, same: Iterable[str], **own: Any
) -> DisputeCase:
    """A new case that keeps what is the same as in this one, and who may know of it."""
    new = DisputeCase(**{name: getattr(case, name) for name in (*KEPT, *same)}, **own)
    WORKFLOW.begin(new, verb, by=by, at=at, note=note)
    CaseClearance.objects.bulk_create(
        CaseClearance(file=new, officer_id=pk) for pk in case.clearances.values_list("officer", flat=True)
    )
    return new


def copy_people(parties: Iterable[Party], new: DisputeCase) -> None:
    for party in parties:
        Party(file=new, **{name: getattr(party, name) for name in PERSON}).save()


def copy_claims(claims: Iterable[ClaimItem], new: DisputeCase) -> None:
    """Behind the claims that are there; nothing of them is agreed yet."""
    last = new.claims.count()
    for position, claim in enumerate(claims, last + 1):
        ClaimItem.objects.create(
            file=new, position=position, category=claim.category, claimant=claim.claimant, claimed=claim.claimed
        )


def recount(case: DisputeCase) -> None:
    """The sums and the size that follow from the rows of a case."""
    case.amount_claimed = case.claims.aggregate(sum=Sum("claimed"))["sum"] or 0
    case.is_group = case.worker_count >= deadlines.policy("group_case_threshold", case, case.received_on)
    case.save(update_fields=["amount_claimed", "worker_count", "is_group"])


def run_on(case: DisputeCase, new: DisputeCase) -> None:
    """The time for mediation of a case that was split runs on to the same day."""
    clock = case.deadlines.running().of_rule(case.mediation_rule).first()
    if clock:
        deadlines.start_agreed(new, case.mediation_rule, clock.started_on, clock.due_on)


@one_transaction
def merge_into(
    case: DisputeCase, *, by: Officer, at: datetime, other: DisputeCase, carry_over: bool = False, reason: str
) -> DisputeCase:
    """End the case in favour of another, which counts for both; this one stays readable for ever.

    With `carry_over` its applicants and claims are taken into the other case, as when several workers of one employer
    are dealt with together; without, the same application was simply taken twice.
    """
    case = WORKFLOW.advance(case, "merge_into", by=by, at=at, note=reason)
    other = held("merge_into", other, by)
    if other.state not in OPEN:
        raise StepRefused("merge_into", _("Only a case that is not concluded can take in another."))
    deadlines.meet_all(case, localdate(at))
    call_off(case, at)
    CaseRelation.objects.filter(file=case, kind=Kind.CHILD).delete()
    CaseRelation.objects.create(file=case, other=other, kind=Kind.MERGED, at=at, by=by)
    if carry_over:
        take_over(case, other)
    note_on(other, "take_in", Act(by, at), reason)
    return case


def take_over(case: DisputeCase, other: DisputeCase) -> None:
    """Applicants who are not there yet, every claim, and the workers."""
    known = {(party.name, party.id_number) for party in other.parties.all()}
    mine = list(case.parties.filter(role=Party.Role.APPLICANT))
    copy_people([party for party in mine if (party.name, party.id_number) not in known], other)
    copy_claims(case.claims.all(), other)
    other.worker_count += case.worker_count
    recount(other)


@one_transaction
def reopen(case: DisputeCase, *, by: Officer, at: datetime, received_on: date, facts: str, reason: str) -> DisputeCase:
    """Take a closed matter up again, on new facts, as a new case: the old one stays as it ended and where it counted.

    Every clock of the new case runs from its own receipt. Returns the new case. Raises StepRefused.
    """
    case = WORKFLOW.advance(case, "reopen", by=by, at=at, note=reason)
    refuse_disorder("reopen", (_("closed"), case.closed_out_on), (_("received"), received_on), today=localdate(at))
    if DisputeCase.objects.filter(relations__kind=Kind.REOPENED, relations__other=case).still_open().exists():
        raise StepRefused("reopen", _("The matter has been reopened already and is still open."))
    own = {"received_on": received_on, "facts": facts}
    new = begin(case, "begin_reopened", by=by, at=at, note=reason, same=["worker_count", "is_group"], **own)
    copy_people(case.parties.all(), new)
    copy_claims(case.claims.all(), new)
    recount(new)
    deadlines.start(new, new.intake_rule, received_on)
    if not new.is_from_court:
        deadlines.start(new, new.mediation_rule, received_on)
    CaseRelation.objects.create(file=new, other=case, kind=Kind.REOPENED, at=at, by=by)
    return new
