"""What the union does: refer, approve, call back, take the answer home."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from casework import deadlines
from casework.actions import keep_papers
from casework.errors import Refused
from casework.models import Blob
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Authority, Officer
from referrals import sharing
from referrals.actions.delivery import enqueue, notify
from referrals.actions.links import revoke_links
from referrals.clock import ClockTimestamp
from referrals.models import AuthorityReach, Delivery, OfficeRule, Referral, ReferralKind
from referrals.models.deliveries import PATIENCE
from referrals.outbox import DeliveryQuerySet
from referrals.sources import note_in_source
from referrals.workflow import WORKFLOW

Papers = Sequence[tuple[str, Blob]]
# What another office is told in the same words.
SAME = (
    *("kind", "case", "order", "document", "subject", "facts", "request", "legal_ground", "urgent"),
    *("act", "details", "special_groups", "enclosed", "shared", "consent_on", "legal_basis", "agreed_due_on"),
)


@one_transaction
def refer(
    *,
    by: Officer,
    at: datetime,
    kind: ReferralKind,
    authority: Authority | None = None,
    case: Any = None,
    order: Any = None,
    document: Any = None,
    subject: str,
    request: str,
    facts: str,
    override_reason: str = "",
    channel: str = "",
    papers: Papers = (),
    **content: Any,
) -> Referral:
    """Lay a file before an authority: a draft, until a leader approves it. The file stays with the union.

    Without `authority` the one in charge by the rules is taken; another needs `override_reason`. Without `channel` it
    goes the authority's usual way. `content` are urgent, legal_ground and the columns of Content, such as act, details
    and the items shared.
    Raises Refused, WrongDuty, DoesNotExist for a file out of scope.
    """
    source = source_for(by, case, order, document)
    authority = addressee(kind, source, authority, override_reason)
    referral = Referral(
        org=source.org, scope=source.scope, kind=kind, authority=authority, override_reason=override_reason, owner=by,
        case=case, order=order, document=document, subject=subject, facts=facts, request=request,
        channel=channel or AuthorityReach.objects.way_to(authority), **usual(kind, content),
    )  # fmt: skip
    referral.number = take_number(source.org, "referral", Act(by, at).today)
    referral = WORKFLOW.begin(referral, "refer", by=by, at=at)
    keep_papers(referral, list(papers), by=by, at=at)
    return referral


def usual(kind: ReferralKind, content: dict[str, Any]) -> dict[str, Any]:
    """What the kind says where nothing else was chosen."""
    return {
        **content,
        "act": content.get("act") or kind.usual_act,
        "legal_basis": content.get("legal_basis") or kind.basis,
    }


def source_for(by: Officer, *candidates: Any) -> Any:
    """The one file the referral comes from, within the officer's scope. Raises Refused, DoesNotExist."""
    named = [file for file in candidates if file is not None]
    if len(named) != 1:
        raise Refused(_("A referral comes from exactly one case, work order or document."))
    source = named[0]
    return type(source).objects.visible_to(by).select_related("org__region").get(pk=source.pk)


def addressee(kind: ReferralKind, source: Any, named: Authority | None, reason: str) -> Authority:
    """The office in charge by kind and place, climbing to the level above; another one only with a reason."""
    if kind not in ReferralKind.objects.outgoing():
        raise Refused(_("A referral of this kind is not sent by the union."))
    proposed = OfficeRule.objects.proposed(kind, source).office
    chosen = named or proposed
    if chosen is None:
        raise Refused(_("No authority of this kind is entered for this place. Please choose one."))
    if chosen.kind != kind.authority_kind:
        raise Refused(_("This authority does not handle referrals of this kind."))
    if chosen != proposed and not reason.strip():
        raise Refused(_("Please say why it is not sent to the office in charge."))
    return chosen


@one_transaction
def edit(referral: Referral, *, by: Officer, at: datetime, papers: Papers = (), **changes: Any) -> Referral:
    """Change the draft. Raises Refused for an office that is not in charge and no reason given."""
    named = changes.get("authority", referral.authority)
    changes["authority"] = addressee(referral.kind, referral.source, named, changes.get("override_reason", ""))
    changes["channel"] = changes.get("channel") or AuthorityReach.objects.way_to(changes["authority"])
    referral = WORKFLOW.advance(referral, "edit", by=by, at=at, **changes)
    keep_papers(referral, list(papers), by=by, at=at)
    return referral


@one_transaction
def approve(referral: Referral, *, by: Officer, at: datetime) -> Referral:
    """A leader lets it go out; in the same transaction it is queued, and from then on its text stands."""
    return set_off(WORKFLOW.advance(referral, "approve", by=by, at=at), by=by, at=at)


@one_transaction
def send(referral: Referral, *, by: Officer, at: datetime) -> Referral:
    """For kinds that need no approval: the liaison officer lets it go out."""
    return set_off(WORKFLOW.advance(referral, "send", by=by, at=at), by=by, at=at)


def set_off(referral: Referral, *, by: Officer, at: datetime) -> Referral:
    """From here on it stands: the items chosen are read from the file once, and are what the authority gets."""
    referral.passed = json.dumps(sharing.gather(referral.source, referral.shared), ensure_ascii=False)
    referral.save(update_fields=["passed"])
    note_in_source(referral, "referred", by=by, at=at)
    return enqueue(referral, at=at)


@one_transaction
def resend(referral: Referral, *, by: Officer, at: datetime) -> Referral:
    """Try again what was given up: the same message, for another ten days."""
    referral = WORKFLOW.advance(referral, "resend", by=by, at=at)
    send_again(referral.deliveries.parked())
    return referral


def send_again(rows: DeliveryQuerySet) -> None:
    now = ClockTimestamp()
    again = {"parked_at": None, "parked_reason": "", "passed_at": None, "lease": None}
    rows.update(next_attempt_at=now, give_up_at=now + PATIENCE, **again)


@one_transaction
def skip(referral: Referral, *, by: Officer, at: datetime, reason: str) -> Referral:
    """Let later messages of the same file go, though this one was given up. It stays where it is."""
    referral = WORKFLOW.advance(referral, "skip", by=by, at=at, note=reason)
    referral.deliveries.parked().update(passed_at=at)
    return referral


@one_transaction
def recall(referral: Referral, *, by: Officer, at: datetime, reason: str) -> Referral:
    """Take it back. An authority that holds it sees that it was recalled, and why."""
    referral = WORKFLOW.advance(referral, "recall", by=by, at=at, note=reason)
    told = referral.deliveries.filter(channel=Referral.Channel.HTTP, attempts__gt=0).exists()
    withdraw(referral, at=at)
    revoke_links(referral, at=at)
    deadlines.meet_all(referral, Act(by, at).today)
    if told:  # also one whose last attempt broke off: it may have arrived
        notify(referral, Delivery.Matter.RECALL, {"number": referral.number, "reason": reason}, at=at)
    return referral


def withdraw(referral: Referral, *, at: datetime) -> None:
    """A person decided: what is not delivered yet is not delivered any more."""
    referral.deliveries.unfinished().update(cancelled_at=at, parked_at=None, parked_reason="", lease=None)


@one_transaction
def record_result(referral: Referral, *, by: Officer, at: datetime, told_on: date) -> Referral:
    """Take the answer home: the source gets a line in its history, and the caller was told on that day."""
    referral = WORKFLOW.advance(referral, "record_result", by=by, at=at, closed_on=Act(by, at).today)
    note_in_source(referral, "referral_answered", by=by, at=at)
    deadlines.meet_all(referral, told_on)
    return referral


@one_transaction
def close(referral: Referral, *, by: Officer, at: datetime, reason: str) -> Referral:
    """Leave it at the return."""
    return WORKFLOW.advance(referral, "close", by=by, at=at, note=reason, closed_on=Act(by, at).today)


@one_transaction
def reroute(referral: Referral, *, by: Officer, at: datetime, authority: Authority, reason: str) -> Referral:
    """Lay the same matter before another office. Answers with the new draft; what the first one wrote stays with it."""
    old = WORKFLOW.advance(referral, "reroute", by=by, at=at, note=reason, closed_on=Act(by, at).today)
    papers = [(paper.title, paper.blob) for paper in old.attachments.filter(by__authority=None).select_related("blob")]
    content = {name: getattr(old, name) for name in SAME}
    new = refer(by=by, at=at, authority=authority, override_reason=reason, papers=papers, **content)
    new.rerouted_from = old
    new.save(update_fields=["rerouted_from"])
    return new
