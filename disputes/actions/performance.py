"""Payments: the only source of the amount paid, and rows of the ledger of losses recovered."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Max, Q, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.actions import keep_papers
from casework.errors import StepRefused
from casework.ledger import entered_elsewhere
from casework.transactions import one_transaction
from disputes.guards.order import refuse_disorder
from disputes.models import DisputeCase, Instalment, Payment, PaymentReason
from disputes.models.choices import Place
from disputes.workflow import WORKFLOW
from organizations.models import Officer

KINDS = {
    "pay": Payment.Kind.WAGES,
    "social_insurance": Payment.Kind.SOCIAL_INSURANCE,
    "injury": Payment.Kind.INJURY,
    "dissolution": Payment.Kind.COMPENSATION,
    "ending": Payment.Kind.COMPENSATION,
}


@one_transaction
def record_payment(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    instalment: Instalment,
    amount: Decimal,
    paid_on: date,
    kind: str = "",
    person_count: int | None = None,
    shares: list[dict[str, Any]] | None = None,
    papers: list[Any] | None = None,
    another_because: str = "",
) -> DisputeCase:
    """Enter money that reached the workers, in yuan, on the instalment it belongs to; the first paper is its proof.

    `shares` say which worker got what, by the number of the claim: `claim` and `amount`, together the payment.
    Raises StepRefused for more than is still owed on it, and for a day before anything was owed. An agreed day
    does not roll: a payment after it is late. A sum that a supervision document or a referral of the case holds for
    the same day is refused as counted, unless `another_because` says why it is another one; that stays in the history.
    """
    case = WORKFLOW.hold(case, "record_payment", by=by, at=at)
    if not another_because and (counted := entered_elsewhere(case, amount, paid_on, by)):
        raise StepRefused("record_payment", counted)
    part = open_part(case, instalment, amount)
    days = ((_("signed by both sides"), case.owed_from), (_("paid on"), paid_on))
    refuse_disorder("record_payment", *days, today=localdate(at))
    keep_papers(case, papers or [], by=by, at=at, place=Place.PERFORMANCE)
    payment = case.payments.create(
        instalment=part,
        amount=amount,
        paid_on=paid_on,
        kind=kind or KINDS.get(case.category.group, Payment.Kind.OTHER),
        person_count=person_count or persons(shares) or case.worker_count,
        proof=case.attachments.order_by("-pk").first() if papers else None,
    )
    share_out(case, payment, shares or [])
    return booked(case, "record_payment", part, by=by, at=at, note=another_because)


@one_transaction
def correct_payment(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    payment: Payment,
    amount: Decimal,
    reason: str,
    refunded_on: date | None = None,
) -> DisputeCase:
    """Take back a payment, whole or in part, by a row of its own; what was entered stays readable.

    Without `refunded_on` the entry was a mistake and is undone as of its own day, so that no figure keeps it; with
    it, money really went back on that day. Raises StepRefused for more than was paid.
    """
    case = WORKFLOW.hold(case, "correct_payment", by=by, at=at)
    known = entered(case, payment)
    refuse_more_than_is_left(known, amount)
    if refunded_on:
        days = ((_("paid on"), known.paid_on), (_("money back on"), refunded_on))
        refuse_disorder("correct_payment", *days, today=localdate(at))
    refuse_part_of_shared(known, amount)
    taken_back = counter_entry(known, amount, refunded_on or known.paid_on)
    PaymentReason.objects.create(file=case, payment=taken_back, text=reason)
    return booked(case, "correct_payment", known.instalment, by=by, at=at)


def entered(case: DisputeCase, payment: Payment) -> Payment:
    """The payment as it was entered in this case."""
    known: Payment | None = case.payments.filter(pk=payment.pk, reverses=None).select_related("instalment").first()
    if known is None:
        raise StepRefused("correct_payment", _("This payment belongs to another case."))
    return known


def refuse_more_than_is_left(payment: Payment, amount: Decimal) -> None:
    left = payment.amount + (payment.reversals.aggregate(sum=Sum("amount"))["sum"] or 0)
    if not 0 < amount <= left:
        words = _("Of this payment %(left)s yuan can be taken back.")
        raise StepRefused("correct_payment", words % {"left": f"{left:,.2f}"})


def counter_entry(payment: Payment, amount: Decimal, on: date) -> Payment:
    """The row that takes a payment back, with what each worker had of it."""
    row: Payment = payment.file.payments.create(
        instalment=payment.instalment,
        amount=-amount,
        paid_on=on,
        kind=payment.kind,
        person_count=payment.person_count,
        reverses=payment,
    )
    for share in payment.shares.all():
        row.shares.create(claim=share.claim, amount=-share.amount)
    return row


@one_transaction
def mention_payment(
    case: DisputeCase, *, by: Officer, at: datetime, payment: Payment, source: str, number: str
) -> DisputeCase:
    """Another file names the same money: it points here and is not counted beside it. Twice is once."""
    case = WORKFLOW.advance(case, "mention_payment", by=by, at=at)
    known = case.payments.filter(pk=payment.pk).first()
    if known is None:
        raise StepRefused("mention_payment", _("This payment belongs to another case."))
    known.mentions.get_or_create(source=source, number=number)
    return case


def refuse_part_of_shared(payment: Payment, amount: Decimal) -> None:
    """What went to named workers is taken back whole, so that nobody's share is guessed."""
    if amount != payment.amount and payment.shares.exists():
        raise StepRefused("correct_payment", _("A payment shared out to workers is taken back whole."))


def persons(shares: list[dict[str, Any]] | None) -> int:
    return len(shares or [])


def share_out(case: DisputeCase, payment: Payment, shares: list[dict[str, Any]]) -> None:
    """Enter who got what. Raises StepRefused unless the shares make the payment, none above what was agreed."""
    claims: dict[int, Any] = {claim.position: claim for claim in case.claims.with_paid()}
    for row in shares:
        claim = claims.pop(row["claim"], None)
        if claim is None:
            raise StepRefused("record_payment", _("A share names a claim of this case, each once."))
        if not 0 < row["amount"] <= (claim.agreed or 0) - claim.paid:
            words = _("Claim %(number)s: at most %(left)s yuan are still to be paid.")
            left = f"{(claim.agreed or 0) - claim.paid:,.2f}"
            raise StepRefused("record_payment", words % {"number": claim.position, "left": left})
        payment.shares.create(claim=claim, amount=row["amount"])
    total = sum((row["amount"] for row in shares), Decimal(0))
    if shares and total != payment.amount:
        words = _("The shares come to %(shares)s yuan, the payment is %(amount)s yuan.")
        raise StepRefused("record_payment", words % {"shares": f"{total:,.2f}", "amount": f"{payment.amount:,.2f}"})


def booked(case: DisputeCase, verb: str, part: Instalment, *, by: Officer, at: datetime, note: str = "") -> DisputeCase:
    """The sums of the instalment and of the case from their payments; what was to be followed up is done."""
    book(part)
    if part.settled_on:
        part.follow_ups.open().update(done_at=at, done_by=by)
    paid = case.payments.aggregate(sum=Sum("amount"))["sum"]
    changes: dict[str, Any] = {"amount_paid": paid, "pay_by": next_day(case)}
    return WORKFLOW.advance(case, verb, by=by, at=at, note=note, **changes)


def open_part(case: DisputeCase, instalment: Instalment, amount: Decimal) -> Instalment:
    """The instalment as it stands under the lock, with room for the amount."""
    part = case.instalments.filter(pk=instalment.pk).first()
    if part is None:
        raise StepRefused("record_payment", _("This instalment belongs to another case."))
    if amount <= 0:
        raise StepRefused("record_payment", _("A payment is more than zero."))
    if amount > part.left:
        words = _("Only %(left)s yuan are still owed on this instalment.")
        raise StepRefused("record_payment", words % {"left": f"{part.left:,.2f}"})
    return part


def book(part: Instalment) -> None:
    """Keep the instalment's own sum, and the day it was paid in full."""
    found = part.payments.aggregate(sum=Sum("amount"), last=Max("paid_on", filter=Q(reverses=None)))
    part.paid = found["sum"]
    part.settled_on = found["last"] if part.paid == part.amount else None
    part.save(update_fields=["paid", "settled_on"])


def next_day(case: DisputeCase) -> date | None:
    """The day of the first instalment not paid in full."""
    return case.instalments.filter(settled_on=None).order_by("due_on").values_list("due_on", flat=True).first()
