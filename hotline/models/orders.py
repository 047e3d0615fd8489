"""The work order: what a unit of the union has to do about a call, and by when."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.models import (
    AbstractAttachment,
    AbstractDeadline,
    AbstractEvent,
    AbstractExtension,
    AbstractPause,
    File,
)
from casework.subtree import COUNTY, PREFECTURE, beginning, newest_first
from disputes.models import DisputeCase
from hotline.querysets import OPEN, OrderQuerySet
from organizations.models import Officer, UnionOrg
from supervision.models import SupervisionMatter

from .calls import CallRecord

IS_OPEN = Q(state__in=sorted(OPEN))  # nine of ten orders are closed: what is worked on has indexes of its own


class WorkOrder(File):
    """`org` is the unit that owes the next act: the one that took the call, then the one it was dispatched to."""

    collection = "work-orders"

    class State(models.TextChoices):
        REGISTERED = "registered", _("To be dispatched")
        DISPATCHED = "dispatched", _("To be signed for")
        SIGNED = "signed", _("Signed for")
        IN_PROGRESS = "in_progress", _("In progress")
        SUSPENDED = "suspended", _("On hold")
        FEEDBACK_GIVEN = "feedback_given", _("To be called back")
        CALLBACK_DONE = "callback_done", _("Called back")
        CLOSED = "closed", _("Closed")
        ARCHIVED = "archived", _("Archived")
        MERGED = "merged", _("Merged")

    class TimeClass(models.TextChoices):
        ORDINARY = "ordinary", _("Ordinary")
        DIFFICULT = "difficult", _("Difficult")
        COMPLEX = "complex", _("Especially complex")

    class Satisfaction(models.TextChoices):
        VERY_SATISFIED = "very_satisfied", _("Very satisfied")
        SATISFIED = "satisfied", _("Satisfied")
        NEUTRAL = "neutral", _("Neither satisfied nor dissatisfied")
        DISSATISFIED = "dissatisfied", _("Dissatisfied")
        VERY_DISSATISFIED = "very_dissatisfied", _("Very dissatisfied")
        NOT_RATED = "not_rated", _("Not rated")

    STAGES = [
        (_("Registration"), {"registered"}),
        (_("Dispatching"), {"dispatched"}),
        (_("Signed for"), {"signed"}),
        (_("Handling"), {"in_progress", "suspended"}),
        (_("Feedback"), {"feedback_given"}),
        (_("Callback"), {"callback_done"}),
        (_("Conclusion"), {"closed", "archived"}),
    ]
    TONES = {
        "registered": "warning",
        "dispatched": "warning",
        "suspended": "neutral",
        "closed": "success",
        "archived": "neutral",
        "merged": "neutral",
    }

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    call = models.ForeignKey(CallRecord, models.PROTECT, related_name="orders", verbose_name=_("call"))
    time_class = models.CharField(_("time limit"), max_length=9, choices=TimeClass.choices, default=TimeClass.ORDINARY)
    urgent = models.BooleanField(_("urgent"), default=False)
    dispatched_to = models.ForeignKey(
        UnionOrg, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("dispatched to")
    )
    handler = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="work_orders", verbose_name=_("handling officer")
    )
    returns = models.PositiveSmallIntegerField(_("times returned"), default=0)
    send_backs = models.PositiveSmallIntegerField(_("times sent back by the inspector"), default=0)
    redos = models.PositiveSmallIntegerField(_("times done again for a dissatisfied caller"), default=0)
    dispatched_on = models.DateField(_("sent to the unit on"), null=True, blank=True)
    signed_on = models.DateField(_("signed for on"), null=True, blank=True)
    contacted_on = models.DateField(_("first contact on"), null=True, blank=True)
    result = models.TextField(_("result"), blank=True)
    recovered = models.DecimalField(
        _("amount obtained for the worker (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    fed_back_at = models.DateTimeField(_("feedback given"), null=True, blank=True)
    called_back_on = models.DateField(_("called back on"), null=True, blank=True)
    reached = models.BooleanField(_("caller reached"), null=True, blank=True)
    satisfaction = models.CharField(
        _("satisfaction with the result"), max_length=17, choices=Satisfaction.choices, blank=True
    )
    attitude = models.CharField(
        _("satisfaction with the attitude"), max_length=17, choices=Satisfaction.choices, blank=True
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    case = models.ForeignKey(
        DisputeCase, models.PROTECT, null=True, blank=True, related_name="work_orders", verbose_name=_("dispute case")
    )
    matter = models.ForeignKey(
        SupervisionMatter,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="work_orders",
        verbose_name=_("supervision matter"),
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("work order")
        verbose_name_plural = _("work orders")
        indexes = [
            models.Index(*newest_first(PREFECTURE), name="order_prefecture"),
            models.Index(*newest_first(COUNTY), name="order_county"),
            models.Index(fields=["-id"], name="order_open", condition=IS_OPEN),
            models.Index(*newest_first(COUNTY), name="order_open_county", condition=IS_OPEN),
            models.Index(
                beginning(COUNTY),
                F("due_on").asc(),
                F("id").asc(),
                name="order_due",
                condition=Q(due_on__isnull=False),
            ),
            models.Index(fields=["number"], name="order_number"),
            models.Index(fields=["handler", "state"], name="order_of_handler"),
        ]
        constraints = [
            models.CheckConstraint(
                name="dispatched_order_has_a_unit",
                condition=Q(state__in=["registered", "merged"]) | Q(dispatched_to__isnull=False),
            ),
            models.CheckConstraint(
                name="closed_order_has_result_and_date",
                condition=~Q(state__in=["closed", "archived"]) | (~Q(result="") & Q(closed_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="merged_order_says_where", condition=Q(merged_into__isnull=False) | ~Q(state="merged")
            ),
        ]

    @property
    def state_tone(self) -> str:
        return self.TONES.get(self.state, "info")

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def finish_rule(self) -> str:
        """The rule of the clock for the result: that of its class, after being sent back that of the redo."""
        return "order.redo" if self.send_backs or self.redos else f"order.finish.{self.time_class}"

    @property
    def is_dissatisfied(self) -> bool:
        unhappy = {self.Satisfaction.DISSATISFIED, self.Satisfaction.VERY_DISSATISFIED}
        return bool(unhappy & {self.satisfaction, self.attitude})

    def personal(self) -> list[tuple[Any, str]]:
        return self.call.personal()

    def may_reveal(self, officer: Officer) -> bool:
        return self.call.may_reveal(officer)


class OrderEvent(AbstractEvent):
    file = models.ForeignKey(WorkOrder, models.PROTECT, related_name="events")


class OrderDeadline(AbstractDeadline):
    file = models.ForeignKey(WorkOrder, models.PROTECT, related_name="deadlines")


class OrderPause(AbstractPause):
    deadline = models.ForeignKey(OrderDeadline, models.PROTECT, related_name="pauses")


class OrderExtension(AbstractExtension):
    deadline = models.ForeignKey(OrderDeadline, models.PROTECT, related_name="extensions")


class OrderAttachment(AbstractAttachment):
    file = models.ForeignKey(WorkOrder, models.PROTECT, related_name="attachments")
