"""The quality of calls and work orders: what is drawn, by what it is judged, and what came of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casework.models import (
    AbstractAttachment,
    AbstractDeadline,
    AbstractEvent,
    AbstractExtension,
    AbstractPause,
    File,
)
from hotline.querysets.quality import ReviewQuerySet, SampleQuerySet, SheetQuerySet
from organizations.models import Officer, UnionOrg

from .calls import CallRecord
from .orders import WorkOrder


class Subject(models.TextChoices):
    CALLS = "calls", _("Calls")
    ORDERS = "orders", _("Work orders")


class ScoreSheet(models.Model):
    """What calls, or work orders, are judged by. A sheet that was used never changes: a new version follows it."""

    subject = models.CharField(_("for"), max_length=6, choices=Subject.choices)
    version = models.PositiveSmallIntegerField(_("version"))
    title = models.CharField(_("name"), max_length=60)
    valid_from = models.DateField(_("in force from"))

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("score sheet")
        verbose_name_plural = _("score sheets")
        ordering = ("subject", "-version")
        constraints = [models.UniqueConstraint(fields=["subject", "version"], name="one_sheet_per_version")]

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"

    @property
    def is_used(self) -> bool:
        return self.pk is not None and self.reviews.exists()


class ScoreItem(models.Model):
    """One thing to look at. Its points are its weight; none at a knock-out item takes the whole score."""

    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="items", verbose_name=_("score sheet"))
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("what to look at"), max_length=200)
    points = models.PositiveSmallIntegerField(_("points"))
    knock_out = models.BooleanField(_("knock-out item"), default=False)

    class Meta:
        verbose_name = _("item of a score sheet")
        verbose_name_plural = _("items of a score sheet")
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "position"], name="one_item_per_position"),
            models.CheckConstraint(name="an_item_has_points", condition=Q(points__gt=0)),
        ]

    def __str__(self) -> str:
        return self.text


class QualitySample(models.Model):
    """What was drawn by whom, and all it takes to draw the same again: subject, period, size, seed."""

    subject = models.CharField(_("drawn from"), max_length=6, choices=Subject.choices)
    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    scope = models.CharField(_("scope"), max_length=60)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("drawn"))
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    number = models.PositiveSmallIntegerField(_("number for each officer"), null=True, blank=True)
    percent = models.PositiveSmallIntegerField(_("share for each officer (%)"), null=True, blank=True)
    seed = models.PositiveIntegerField(_("seed"))

    objects = SampleQuerySet.as_manager()

    class Meta:
        verbose_name = _("quality sample")
        verbose_name_plural = _("quality samples")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                name="sample_has_a_number_or_a_share",
                condition=Q(number__isnull=False, percent=None) | Q(number=None, percent__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_on} – {self.last_on}"

    def get_absolute_url(self) -> str:
        return f"{reverse('hotline:reviews')}?show=all&sample={self.pk}"


class QualityReview(File):
    """One call or one work order that was drawn, and the officer whose work it was."""

    collection = "reviews"
    IN_CHARGE = "assessed"  # its one clock is the time to appeal

    class State(models.TextChoices):
        DRAWN = "drawn", _("To be scored")
        SCORED = "scored", _("Scored")
        ACCEPTED = "accepted", pgettext_lazy("score", "Accepted")
        APPEALED = "appealed", _("Appealed against")
        DECIDED = "decided", _("Decided")

    STAGES = [
        (_("Drawn"), {"drawn"}),
        (_("Scored"), {"scored"}),
        (_("Answered by the officer"), {"accepted", "appealed"}),
        (_("Decided"), {"decided"}),
    ]
    TONES = {"drawn": "warning", "scored": "info", "appealed": "danger"}
    SETTLED = ("accepted", "decided")

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    sample = models.ForeignKey(QualitySample, models.PROTECT, related_name="reviews", verbose_name=_("quality sample"))
    call = models.OneToOneField(
        CallRecord, models.PROTECT, null=True, blank=True, related_name="review", verbose_name=_("call")
    )
    order = models.OneToOneField(
        WorkOrder, models.PROTECT, null=True, blank=True, related_name="review", verbose_name=_("work order")
    )
    assessed = models.ForeignKey(Officer, models.PROTECT, related_name="reviews", verbose_name=_("officer assessed"))
    done_on = models.DateField(_("day of the work"))
    sheet = models.ForeignKey(
        ScoreSheet, models.PROTECT, null=True, blank=True, related_name="reviews", verbose_name=_("score sheet")
    )
    inspector = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("inspector")
    )
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2, null=True, blank=True)
    first_score = models.DecimalField(
        _("score before the appeal"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    knocked_out = models.BooleanField(_("knocked out"), default=False)
    remark = models.TextField(_("remark"), blank=True)
    appeal = models.TextField(_("reason of the appeal"), blank=True)
    decision = models.TextField(_("reason of the decision"), blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("quality review")
        verbose_name_plural = _("quality reviews")
        indexes = [
            models.Index(
                fields=["scope", "state", "-id"],
                name="review_list",
                opclasses=["varchar_pattern_ops", "varchar_ops", "int8_ops"],
            ),
            models.Index(fields=["assessed", "done_on"], name="review_of_officer"),
        ]
        constraints = [
            models.CheckConstraint(
                name="review_is_of_a_call_or_an_order",
                condition=Q(call__isnull=False, order=None) | Q(call=None, order__isnull=False),
            ),
            models.CheckConstraint(
                name="scored_review_has_score_sheet_and_inspector",
                condition=Q(state="drawn")
                | Q(score__gte=0, score__lte=Decimal(100), sheet__isnull=False, inspector__isnull=False),
            ),
        ]

    @property
    def state_tone(self) -> str:
        return self.TONES.get(self.state, "success")

    def may_reveal(self, officer: Officer) -> bool:
        """Who judges the work needs no caller: the call and the work order have a page of their own for that."""
        return False

    @property
    def subject(self) -> Any:
        """The call or the work order itself."""
        return self.call or self.order

    @property
    def subject_kind(self) -> str:
        return Subject.CALLS if self.call_id else Subject.ORDERS


class ScoreMark(models.Model):
    """What an inspector gave for one item."""

    review = models.ForeignKey(QualityReview, models.PROTECT, related_name="marks")
    item = models.ForeignKey(ScoreItem, models.PROTECT, related_name="+", verbose_name=_("item"))
    points = models.PositiveSmallIntegerField(_("points"))
    remark = models.CharField(_("remark"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        ordering = ("item__position",)
        constraints = [models.UniqueConstraint(fields=["review", "item"], name="one_mark_per_item")]

    def __str__(self) -> str:
        return f"{self.points}"


class ReviewEvent(AbstractEvent):
    file = models.ForeignKey(QualityReview, models.PROTECT, related_name="events")


class ReviewDeadline(AbstractDeadline):
    file = models.ForeignKey(QualityReview, models.PROTECT, related_name="deadlines")


class ReviewPause(AbstractPause):
    deadline = models.ForeignKey(ReviewDeadline, models.PROTECT, related_name="pauses")


class ReviewExtension(AbstractExtension):
    deadline = models.ForeignKey(ReviewDeadline, models.PROTECT, related_name="extensions")


class ReviewAttachment(AbstractAttachment):
    file = models.ForeignKey(QualityReview, models.PROTECT, related_name="attachments")
