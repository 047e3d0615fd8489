"""One matter before several authorities: each has its own referral, clock and answer."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import AbstractAttachment, AbstractDeadline, AbstractEvent, AbstractExtension, AbstractPause, File
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from organizations.models import Duty, Officer
from referrals.querysets import JointMatterQuerySet
from supervision.models import SupervisionDocument

from .referrals import SOURCES, Referral, only

ANSWERED = frozenset({"completed", "closed", "recalled"})


class JointMatter(File):
    """The matter as the joint meeting (联席会议) sees it. It ends when every authority has answered or was waived."""

    collection = "joint-matters"
    IN_CHARGE = "owner"
    ON_CALL = frozenset({Duty.LIAISON})

    class State(models.TextChoices):
        OPEN = "open", _("Answers outstanding")
        CLOSED = "closed", _("Joint matter concluded")

    STAGES = [(_("Answers"), {State.OPEN}), (_("Conclusion"), {State.CLOSED})]

    state = models.CharField(_("state"), max_length=24, choices=State.choices, default=State.OPEN)
    subject = models.CharField(_("subject"), max_length=200)
    facts = models.TextField(_("facts"))
    case = models.ForeignKey(DisputeCase, models.PROTECT, null=True, related_name="joint_matters")
    order = models.ForeignKey(WorkOrder, models.PROTECT, null=True, related_name="joint_matters")
    document = models.ForeignKey(SupervisionDocument, models.PROTECT, null=True, related_name="joint_matters")
    owner = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("responsible officer"))
    conclusion = models.TextField(_("conclusion"), blank=True)
    closed_on = models.DateField(_("concluded on"), null=True)

    objects = JointMatterQuerySet.as_manager()

    class Meta:
        verbose_name = _("joint matter")
        verbose_name_plural = _("joint matters")
        constraints = [
            models.CheckConstraint(
                name="joint_matter_has_one_source", condition=only("case") | only("order") | only("document")
            ),
            models.CheckConstraint(
                name="joint_matter_closed_is_dated", condition=~Q(state="closed") | Q(closed_on__isnull=False)
            ),
            models.UniqueConstraint(fields=["org", "number"], name="one_joint_matter_per_number"),
        ]
        indexes = [
            models.Index(fields=["scope", "-id"], name="joint_list", opclasses=["varchar_pattern_ops", "int8_ops"]),
        ]

    @property
    def state_tone(self) -> str:
        return "success" if self.state == self.State.CLOSED else "info"

    @property
    def source(self) -> Any:
        return self.case or self.order or self.document

    @property
    def source_name(self) -> str:
        """Which kind of file it comes from, as referrals call it."""
        return next(name for name in SOURCES if getattr(self, f"{name}_id"))

    def personal(self) -> list[tuple[Any, str]]:
        return []


class JointSeatQuerySet(models.QuerySet["JointSeat"]):
    def for_board(self) -> JointSeatQuerySet:
        return self.select_related("referral__authority", "referral__kind", "referral__org", "waived_by__user")


class JointSeat(models.Model):
    """The place of one authority in the matter: its referral, or the reason for going on without its answer."""

    joint = models.ForeignKey(JointMatter, models.PROTECT, related_name="seats", verbose_name=_("joint matter"))
    referral = models.OneToOneField(Referral, models.PROTECT, related_name="seat", verbose_name=_("referral"))
    waived_at = models.DateTimeField(_("waived"), null=True)
    waived_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+", verbose_name=_("waived by"))
    waived_reason = models.TextField(_("why without an answer"), blank=True)

    objects = JointSeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("authority of a joint matter")
        verbose_name_plural = _("authorities of a joint matter")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                name="waiver_has_a_reason",
                condition=Q(waived_at=None, waived_by=None, waived_reason="")
                | (Q(waived_at__isnull=False, waived_by__isnull=False) & ~Q(waived_reason="")),
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_settled(self) -> bool:
        """Whether nothing is waited for here. A return is settled only when the union has dealt with it."""
        return self.waived_at is not None or self.referral.state in ANSWERED


class JointEvent(AbstractEvent):
    file = models.ForeignKey(JointMatter, models.PROTECT, related_name="events")


class JointDeadline(AbstractDeadline):
    file = models.ForeignKey(JointMatter, models.PROTECT, related_name="deadlines")


class JointPause(AbstractPause):
    deadline = models.ForeignKey(JointDeadline, models.PROTECT, related_name="pauses")


class JointExtension(AbstractExtension):
    deadline = models.ForeignKey(JointDeadline, models.PROTECT, related_name="extensions")


class JointAttachment(AbstractAttachment):
    file = models.ForeignKey(JointMatter, models.PROTECT, related_name="attachments")
