"""Counts of supervision: documents issued, answered, passed on, and matters corrected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from reports.counts.tally import Tally, instants, tally
from reports.question import Question
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
End = SupervisionMatter.Outcome
# A published letter warns everybody: there is no breach that could be put right.
UNCOUNTED_ENDS = [End.NOT_ESTABLISHED, End.WITHDRAWN, End.PUBLISHED, End.DECLINED]
REPLY_RULES = ["letter.reply", "opinion.reply"]
PASSED_ON = ["escalate", "reject_reply", "verify_failed", "record_refusal"]


def supervision_counts(question: Question) -> Iterator[Tally]:
    yield issued(question)
    yield replies(question)
    yield matters(question)
    yield verified(question)
    yield escalated(question)
    yield recovered(question)


def documents(question: Question) -> QuerySet[SupervisionDocument]:
    """Documents of the subtree that count at all: void and withdrawn ones are excluded everywhere."""
    found = SupervisionDocument.objects.within(question.officer).filter(scope__startswith=question.org.path)
    return found.exclude(state__in=VOID)


def span(question: Question) -> tuple[Any, Any]:
    return question.period.first, question.period.last


def issued(question: Question) -> Tally:
    rows = documents(question).filter(doc_date__range=span(question))
    letter = Q(kind=K.REMINDER_LETTER)
    public = Q(audience=SupervisionDocument.Audience.PUBLIC)
    return tally(
        question,
        rows,
        "doc_date",
        letters_issued=Count("pk", filter=letter & ~public),
        public_letters_issued=Count("pk", filter=letter & public),
        opinions_issued=Count("pk", filter=Q(kind=K.OPINION)),
        recommendations_issued=Count("pk", filter=Q(kind=K.RECOMMENDATION)),
    )


def replies(question: Question) -> Tally:
    """By the day the answer was due: any written answer counts, the late one not as one in time."""
    written = Reply.objects.filter(file=OuterRef("file"))
    rows = DocumentDeadline.objects.filter(
        file__in=documents(question),
        rule__code__in=[*REPLY_RULES, "recommendation.docket"],
        due_on__range=span(question),
    ).annotate(answered=Exists(written), in_time=Exists(written.filter(replied_on__lte=OuterRef("due_on"))))
    reply = Q(rule__code__in=REPLY_RULES)
    return tally(
        question,
        rows,
        "due_on",
        "file__",
        replies_due=Count("pk", filter=reply),
        replied=Count("pk", filter=reply & Q(answered=True)),
        replied_on_time=Count("pk", filter=reply & Q(in_time=True)),
        docketing_due=Count("pk", filter=~reply),
        docketed=Count("pk", filter=~reply & Q(file__docketed_on__isnull=False)),
    )


def matters(question: Question) -> Tally:
    rows = SupervisionMatter.objects.within(question.officer).filter(
        scope__startswith=question.org.path, closed_on__range=span(question)
    )
    rectified = Q(outcome=SupervisionMatter.Outcome.RECTIFIED)
    return tally(
        question,
        rows.exclude(outcome__in=UNCOUNTED_ENDS),
        "closed_on",
        matters_closed=Count("pk"),
        matters_rectified=Count("pk", filter=rectified),
    )


def verified(question: Question) -> Tally:
    """Letters and opinions that ended with the correction."""
    rows = documents(question).filter(closed_on__range=span(question), outcome=SupervisionDocument.Outcome.RECTIFIED)
    return tally(
        question,
        rows,
        "closed_on",
        letters_decided=Count("pk", filter=Q(kind=K.REMINDER_LETTER)),
        opinions_decided=Count("pk", filter=Q(kind=K.OPINION)),
    )


def escalated(question: Question) -> Tally:
    """Letters and opinions that led to the next document, by the day this was recorded."""
    begin, end = instants(question)
    rows = DocumentEvent.objects.filter(file__in=documents(question), verb__in=PASSED_ON, at__gte=begin, at__lt=end)
    letters = Count("pk", filter=Q(file__kind=K.REMINDER_LETTER))
    opinions = Count("pk", filter=Q(file__kind=K.OPINION))
    counts = {"letters_escalated": letters, "letters_decided": letters}
    return tally(question, rows, "at", "file__", **counts, opinions_escalated=opinions, opinions_decided=opinions)


def recovered(question: Question) -> Tally:
    """Money paid after a document. A payment in a case belongs to the case and is counted there."""
    rows = DocumentRecovery.objects.filter(file__in=documents(question), paid_on__range=span(question))
    insurance = Q(kind=DocumentRecovery.Kind.SOCIAL_INSURANCE)
    return tally(
        question,
        rows,
        "paid_on",
        "file__",
        recovered=Sum("amount"),
        recovered_social_insurance=Sum("amount", filter=insurance),
    )
