"""What can be exported: which files, by which day, and the columns of their table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from disputes.models import DisputeCase
from hotline.models import CallRecord, WorkOrder
from referrals.models import Referral
from reports.models import ExportJob
from supervision.models import SupervisionDocument

Get = Callable[[Any, bool], Any]
Kind = ExportJob.Kind


@dataclass(frozen=True)
class ExportTable:
    """`day` dates the rows; a column gets the file and whether names may stand in full."""

    model: Any
    day: str
    columns: list[tuple[Any, Get]]
    related: tuple[str, ...] = ("org",)
    beside: tuple[str, ...] = ()

    def rows(self, job: ExportJob) -> QuerySet[Any]:
        """The files the person who ordered it may know of now, inside the chosen organisation and days."""
        rows: QuerySet[Any] = self.model._default_manager.visible_to(job.by).filter(scope__startswith=job.scope)
        rows = rows.filter(**self.span(job)).select_related(*self.related).prefetch_related(*self.beside)
        return rows.order_by("pk")

    def counted(self, job: ExportJob) -> int:
        """How many files there are, those the person may not know of included: of these only the number is told."""
        rows: QuerySet[Any] = self.model._default_manager.filter(scope__startswith=job.scope, **self.span(job))
        return rows.count()

    def span(self, job: ExportJob) -> dict[str, Any]:
        if not self.day.endswith("_at"):
            return {f"{self.day}__range": (job.first_on, job.last_on)}
        begin, end = job.first_on, job.last_on + timedelta(days=1)
        return {f"{self.day}__gte": midnight(begin), f"{self.day}__lt": midnight(end)}


def midnight(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def plain(name: str) -> Get:
    return lambda file, _in_full: getattr(file, name)


def words(name: str) -> Get:
    return lambda file, _in_full: getattr(file, f"get_{name}_display")()


def local(name: str) -> Get:
    return lambda file, _in_full: timezone.localtime(getattr(file, name)).replace(tzinfo=None)


def party(role: str, *, phone: bool = False) -> Get:
    """The first of that side. Minors and cases with hidden names stay masked whatever the reason."""

    def get(case: DisputeCase, in_full: bool) -> str:
        found = next((one for one in case.parties.all() if one.role == role), None)
        if found is None:
            return ""
        shown = in_full and not found.is_minor and not case.names_hidden
        if phone:
            return str(found.phone if shown else found.masked_phone)
        return str(found.name if shown else found.label_in(case))

    return get


def caller(field: str, label: str) -> Get:
    """Of an anonymous or confidential caller nothing is told."""
    return lambda call, in_full: getattr(call, field if in_full and not call.is_hidden else label)


NUMBER = (pgettext_lazy("export", "Number"), plain("number"))
UNIT = (pgettext_lazy("form", "Unit"), plain("org"))
STATE = (pgettext_lazy("list", "State"), words("state"))
CATEGORY = pgettext_lazy("export", "Category")
TABLES = {
    Kind.CASES: ExportTable(
        DisputeCase,
        "received_on",
        [
            NUMBER,
            UNIT,
            STATE,
            (pgettext_lazy("export", "Origin"), words("origin")),
            (CATEGORY, plain("category")),
            (pgettext_lazy("export", "Received"), plain("received_on")),
            (pgettext_lazy("export", "Accepted"), plain("accepted_on")),
            (pgettext_lazy("export", "Due"), plain("due_on")),
            (pgettext_lazy("export", "Closed"), plain("closed_on")),
            (pgettext_lazy("export", "Outcome"), words("outcome")),
            (pgettext_lazy("export", "Workers"), plain("worker_count")),
            (pgettext_lazy("export", "Amount claimed"), plain("amount_claimed")),
            (pgettext_lazy("export", "Amount agreed"), plain("amount_agreed")),
            (pgettext_lazy("export", "Applicant"), party("applicant")),
            (pgettext_lazy("export", "Telephone"), party("applicant", phone=True)),
            (pgettext_lazy("export", "Respondent"), party("respondent")),
        ],
        ("org", "category__parent"),
        ("parties",),
    ),
    Kind.CALLS: ExportTable(
        CallRecord,
        "started_at",
        [
            NUMBER,
            UNIT,
            STATE,
            (pgettext_lazy("export", "Began"), local("started_at")),
            (pgettext_lazy("export", "Request"), words("request_type")),
            (CATEGORY, plain("category")),
            (pgettext_lazy("export", "Employer"), plain("employer_name")),
            (pgettext_lazy("export", "Caller"), caller("caller_name", "caller_label")),
            (pgettext_lazy("export", "Telephone"), caller("caller_phone", "phone_label")),
        ],
        ("org", "category__parent"),
    ),
    Kind.ORDERS: ExportTable(
        WorkOrder,
        "opened_at",
        [
            NUMBER,
            UNIT,
            STATE,
            (pgettext_lazy("export", "Opened"), local("opened_at")),
            (CATEGORY, lambda order, _in_full: order.call.category),
            (pgettext_lazy("export", "Due"), plain("due_on")),
            (pgettext_lazy("export", "Closed"), plain("closed_on")),
            (pgettext_lazy("export", "Satisfaction"), words("satisfaction")),
        ],
        ("org", "call__category__parent"),
    ),
    Kind.DOCUMENTS: ExportTable(
        SupervisionDocument,
        "doc_date",
        [
            NUMBER,
            UNIT,
            STATE,
            (pgettext_lazy("export", "Kind"), words("kind")),
            (pgettext_lazy("export", "Dated"), plain("doc_date")),
            (pgettext_lazy("export", "Due"), plain("due_on")),
            (pgettext_lazy("export", "Outcome"), words("outcome")),
        ],
    ),
    Kind.REFERRALS: ExportTable(
        Referral,
        "sent_on",
        [
            NUMBER,
            UNIT,
            STATE,
            (pgettext_lazy("export", "Kind"), plain("kind")),
            (pgettext_lazy("export", "Authority"), plain("authority")),
            (pgettext_lazy("export", "Sent"), plain("sent_on")),
            (pgettext_lazy("export", "Signed for"), plain("acked_on")),
            (pgettext_lazy("export", "Result"), plain("result_on")),
        ],
        ("org", "authority", "kind"),
    ),
}
