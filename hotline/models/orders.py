"""The work order: what a unit of the union has to do about a call, and by when."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, F, Func, Min, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from casework.models import (
    AbstractAttachment,
    AbstractEvent,
    AbstractExtension,
    AbstractPause,
    File,
    TimedDeadline,
)
from casework.subtree import COUNTY, PREFECTURE, beginning, newest_first
from disputes.models import DisputeCase
from hotline.querysets import OPEN, REPORTING, OrderQuerySet
from organizations.models import Duty, Officer, UnionOrg
from supervision.models import SupervisionMatter

from .calls import CallRecord
from .dispatching import DispatchRule, why_there

DAYS = Func(F("due_on"), template="(%(expressions)s - DATE '2000-01-01')", output_field=models.BigIntegerField())
NO_CLOCK, FOR_DAY, FOR_URGENCY = 99_999, 10**12, 10**17
# Urgent orders first, then by the next day, then by age: one number, so that a list can be continued after any row.
TURN = (
    Case(When(urgent=True, then=Value(0)), default=Value(FOR_URGENCY), output_field=models.BigIntegerField())
    + Coalesce(DAYS, Value(NO_CLOCK)) * Value(FOR_DAY)
    + F("id")
)

IS_OPEN = Q(state__in=sorted(OPEN))  # nine of ten orders are closed: what is worked on has indexes of its own


class WorkOrder(File):
    """`org` is the unit that owes the next act: the one that took the call, then the one it was dispatched to."""

    collection = "work-orders"
    IN_CHARGE = "handler"
    ON_CALL = frozenset({Duty.CASE_OFFICER})

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

    class PressCause(models.TextChoices):
        LATE = "late", _("Days behind the limit")
        REPEAT_CALL = "repeat_call", _("Repeated call")
        INSTRUCTION = "instruction", _("Instruction of a leader")

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
    dispatch_rule = models.ForeignKey(
        DispatchRule, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("dispatch rule")
    )
    dispatch_reason = models.CharField(_("why not the organisation proposed"), max_length=500, blank=True)
    due_at = models.DateTimeField(_("next limit to the minute"), null=True, blank=True)
    yellow_for = models.DateField(_("limit the yellow mark was given for"), null=True, blank=True)
    chased_on = models.DateField(_("last chased on"), null=True, blank=True)
    pressed_at = models.DateTimeField(_("pressed"), null=True, blank=True)
    press_cause = models.CharField(_("pressed because of"), max_length=12, choices=PressCause.choices, blank=True)
    turn = models.GeneratedField(expression=TURN, output_field=models.BigIntegerField(), db_persist=True)
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
            models.Index(
                beginning(COUNTY),
                F("due_on").asc(),
                F("id").asc(),
                name="order_due",
                condition=Q(due_on__isnull=False),
            ),
            models.Index(fields=["turn"], name="order_turn", condition=IS_OPEN),
            models.Index(beginning(PREFECTURE), F("turn").asc(), name="order_turn_prefecture", condition=IS_OPEN),
            models.Index(beginning(COUNTY), F("turn").asc(), name="order_turn_county", condition=IS_OPEN),
            models.Index(fields=["due_on"], name="order_due_anywhere", condition=Q(due_on__isnull=False)),
            models.Index(fields=["due_at"], name="order_due_at", condition=Q(due_at__isnull=False)),
            models.Index(fields=["yellow_for"], name="order_yellow", condition=IS_OPEN & Q(yellow_for__isnull=False)),
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
            models.CheckConstraint(
                name="pressed_order_says_why", condition=Q(pressed_at__isnull=True) | ~Q(press_cause="")
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

    def clock(self, act: str) -> str:
        """The rule of the clock for "dispatch" or "sign": an urgent order is counted in minutes."""
        return f"order.{act}.urgent" if self.urgent else f"order.{act}"

    def next_due(self) -> dict[str, Any]:
        """A clock that stands still is due on no day."""
        return dict(self.deadlines.ticking().aggregate(due_on=Min("due_on"), due_at=Min("due_at")))

    @property
    def dispatch_basis(self) -> str:
        """Why this unit: the rule, the place of work, or the reason of who sent it elsewhere."""
        if self.dispatched_to_id is None or self.dispatch_reason:
            return self.dispatch_reason if self.dispatched_to_id else ""
        return why_there(self.call.region, self.dispatch_rule)

    def is_yellow(self, today: date) -> bool:
        """The limit is near and not past: another limit needs a mark of its own."""
        return self.is_open and self.due_on is not None and self.yellow_for == self.due_on >= today

    def marks(self, today: date) -> list[tuple[Any, str]]:
        """What a list points out, with its tone; an order that was chased or pressed needs no yellow mark beside it."""
        urgent = [(_("Urgent"), "danger")] if self.urgent else []
        if self.is_pressed:
            return [*urgent, (_("Pressed"), "danger")]
        if self.chased_on:
            return [*urgent, (_("Chased"), "danger")]
        return [*urgent, (_("Yellow mark"), "warning")] if self.is_yellow(today) else urgent

    @property
    def is_pressed(self) -> bool:
        return self.pressed_at is not None

    @property
    def owes_reports(self) -> bool:
        """While a unit works on a pressed order it reports; the feedback is the last report."""
        return self.is_pressed and self.state in REPORTING

    @property
    def repeat_calls(self) -> int:
        """How often the caller had to ask again: later calls about it, and orders merged into it."""
        return self.later_calls.count() + self.merged.count()

    def comes_from_caller_of(self, call: CallRecord) -> bool:
        """The same number, or the same person on another one. Nobody who wishes to stay unknown is known by either."""
        if self.call.is_hidden or call.is_hidden:
            return False
        same_number = bool(call.phone_index) and self.call.phone_index == call.phone_index
        return same_number or (bool(call.id_index) and self.call.id_index == call.id_index)

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


class OrderDeadline(TimedDeadline):
    file = models.ForeignKey(WorkOrder, models.PROTECT, related_name="deadlines")


class OrderPause(AbstractPause):
    class Cause(models.TextChoices):
        APPRAISAL = "appraisal", _("An appraisal or injury decision")
        OTHER_BODY = "other_body", _("The decision of another body")
        CALLER_PAPERS = "caller_papers", _("Papers of the caller")

    cause = models.CharField(_("waits for"), max_length=13, choices=Cause.choices, blank=True)
    deadline = models.ForeignKey(OrderDeadline, models.PROTECT, related_name="pauses")


class OrderExtension(AbstractExtension):
    deadline = models.ForeignKey(OrderDeadline, models.PROTECT, related_name="extensions")


class OrderAttachment(AbstractAttachment):
    file = models.ForeignKey(WorkOrder, models.PROTECT, related_name="attachments")
