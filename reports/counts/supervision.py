"""Counts of supervision: documents issued, answered, passed on, and matters corrected."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from reports.counts.money import ledger
from reports.counts.selection import Selection
from reports.counts.tally import Counting, tally
from supervision.models import (
    DocumentDeadline,
    DocumentEvent,
    DocumentRecovery,
    Reply,
    SupervisionDocument,
    SupervisionMatter,
)

K = SupervisionDocument.Kind
VOID = [SupervisionDocument.State.WITHDRAWN, SupervisionDocument.State.VOID]
VALID = ~Q(state__in=VOID)  # void and withdrawn documents are excluded everywhere
OF_VALID = ~Q(file__state__in=VOID)
End = SupervisionMatter.Outcome
# A published letter warns everybody: there is no breach that could be put right.
UNCOUNTED_ENDS = [End.NOT_ESTABLISHED, End.WITHDRAWN, End.PUBLISHED, End.DECLINED]
LETTER, PUBLIC = Q(kind=K.REMINDER_LETTER), Q(audience=SupervisionDocument.Audience.PUBLIC)
DOCKET_RULE = "recommendation.docket"
REPLY_RULES = ["letter.reply", "opinion.reply"]
PASSED_ON = ["escalate", "reject_reply", "verify_failed", "record_refusal"]


def supervision_counts(selection: Selection) -> Iterator[Counting]:
    yield issued(selection)
    yield replies(selection)
    yield matters(selection)
    yield verified(selection)
    yield escalated(selection)
    yield ledger(document_payments(), selection)


def document_payments() -> QuerySet[DocumentRecovery]:
    return DocumentRecovery.objects.filter(OF_VALID)


def documents(selection: Selection) -> QuerySet[SupervisionDocument]:
    return SupervisionDocument.objects.filter(VALID, selection.on("doc_date"))


def issued(selection: Selection) -> Counting:
    return tally(
        selection,
        documents(selection),
        "doc_date",
        letters_issued=Count("pk", filter=LETTER & ~PUBLIC),
        public_letters_issued=Count("pk", filter=LETTER & PUBLIC),
        opinions_issued=Count("pk", filter=Q(kind=K.OPINION)),
        recommendations_issued=Count("pk", filter=Q(kind=K.RECOMMENDATION)),
    )


def answers_due(selection: Selection) -> QuerySet[DocumentDeadline]:
    """The clocks for an answer, and of recommendations for docketing, by the day they end."""
    rows = DocumentDeadline.objects.filter(OF_VALID, rule__code__in=[*REPLY_RULES, DOCKET_RULE])
    return rows.filter(selection.on("due_on", "file__"))


def replies(selection: Selection) -> Counting:
    """By the day the answer was due: any written answer counts, the late one not as one in time."""
    written = Reply.objects.filter(file=OuterRef("file"))
    rows = answers_due(selection)
    rows = rows.annotate(answered=Exists(written), in_time=Exists(written.filter(replied_on__lte=OuterRef("due_on"))))
    reply = Q(rule__code__in=REPLY_RULES)
    return tally(
        selection,
        rows,
        "due_on",
        "file__",
        replies_due=Count("pk", filter=reply),
        replied=Count("pk", filter=reply & Q(answered=True)),
        replied_on_time=Count("pk", filter=reply & Q(in_time=True)),
        docketing_due=Count("pk", filter=~reply),
        docketed=Count("pk", filter=~reply & Q(file__docketed_on__isnull=False)),
    )


def closed_matters(selection: Selection) -> QuerySet[SupervisionMatter]:
    return SupervisionMatter.objects.filter(selection.on("closed_on")).exclude(outcome__in=UNCOUNTED_ENDS)


def matters(selection: Selection) -> Counting:
    rows = closed_matters(selection)
    rectified = Q(outcome=SupervisionMatter.Outcome.RECTIFIED)
    return tally(
        selection,
        rows,
        "closed_on",
        matters_closed=Count("pk"),
        matters_rectified=Count("pk", filter=rectified),
    )


def verified_documents(selection: Selection) -> QuerySet[SupervisionDocument]:
    """Letters and opinions that ended with the correction."""
    rows = SupervisionDocument.objects.filter(VALID, outcome=SupervisionDocument.Outcome.RECTIFIED)
    return rows.filter(selection.on("closed_on"))


def verified(selection: Selection) -> Counting:
    return tally(
        selection,
        verified_documents(selection),
        "closed_on",
        letters_decided=Count("pk", filter=Q(kind=K.REMINDER_LETTER)),
        opinions_decided=Count("pk", filter=Q(kind=K.OPINION)),
    )


def escalations(selection: Selection) -> QuerySet[DocumentEvent]:
    """Letters and opinions that led to the next document, by the day this was recorded."""
    return DocumentEvent.objects.filter(OF_VALID, selection.at("at", "file__"), verb__in=PASSED_ON)


def escalated(selection: Selection) -> Counting:
    rows = escalations(selection)
    letters = Count("pk", filter=Q(file__kind=K.REMINDER_LETTER))
    opinions = Count("pk", filter=Q(file__kind=K.OPINION))
    counts = {"letters_escalated": letters, "letters_decided": letters}
    return tally(selection, rows, "at", "file__", **counts, opinions_escalated=opinions, opinions_decided=opinions)
