"""The monthly roll-ups: counts of each kind of file, by the organisation that handles it and the month.

A row that is not there means zero. Which cells no longer agree with the files is told by the rows of `StaleMonth`: the
database writes them in the transaction that changes a file (see operations.py).
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports.rollups.querysets import DifferenceQuerySet, MonthQuerySet, StaleQuerySet, StateQuerySet


def number() -> Any:
    return models.BigIntegerField(default=0)


def yuan() -> Any:
    return models.DecimalField(max_digits=18, decimal_places=2, default=0)


class Month(models.Model):
    """The counts of one organisation's own files in one month, dated up to `RollupState.through`.

    Once in all, and once more for each day, so that a period may begin and end anywhere.
    """

    class Dimension(models.TextChoices):
        ALL = "", pgettext_lazy("breakdown", "All files")
        DAY = "day", _("By day")
        CATEGORY = "category", _("By category")
        MEDIATOR = "mediator", _("By mediator")
        ORIGIN = "origin", _("By origin")

    scope = models.CharField(_("scope"), max_length=60)
    month = models.DateField(_("first day of the month"))
    dimension = models.CharField(_("breakdown"), max_length=8, choices=Dimension.choices, blank=True)
    key = models.CharField(_("key"), max_length=40, blank=True)

    objects = MonthQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["dimension", "scope", "month", "key"], name="one_%(class)s_per_key")
        ]
        indexes = [
            models.Index(
                fields=["dimension", "scope", "month"],
                name="%(class)s_read",
                opclasses=["varchar_ops", "varchar_pattern_ops", "date_ops"],
            ),
            models.Index(
                fields=["key", "scope"],
                name="%(class)s_days",
                opclasses=["varchar_ops", "varchar_pattern_ops"],
                condition=models.Q(dimension="day"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.month}"

    @classmethod
    def counted(cls) -> list[str]:
        """The names of the counts, as `reports.counts` has them."""
        own = {"id", "scope", "month", "dimension", "key"}
        return [field.name for field in cls._meta.concrete_fields if field.name not in own]


class Recovered(models.Model):
    """The ledger of losses recovered; every source adds its own part."""

    recovered = yuan()
    recovered_wages = yuan()
    recovered_compensation = yuan()
    recovered_injury = yuan()
    recovered_social_insurance = yuan()
    recovered_other = yuan()
    recovered_persons = number()

    class Meta:
        abstract = True


class CaseMonth(Month, Recovered):
    """Cases, once more by category, mediator and origin."""

    accepted = number()
    left = number()
    fell_late = number()
    late_ended = number()

    agreed = number()
    reconciled = number()
    failed = number()
    terminated = number()
    withdrawn = number()
    transferred = number()
    transferred_accepted = number()
    court_succeeded = number()
    court_concluded = number()
    on_time = number()
    group_cases = number()
    persons = number()
    persons_succeeded = number()
    group_persons = number()
    days = number()
    stopped_days = number()
    amount_claimed = yuan()
    amount_agreed = yuan()
    amount_claimed_accepted = yuan()
    intake_succeeded = number()
    intake_concluded = number()
    intake_open = number()

    confirmation_windows = number()
    confirmed = number()
    confirmation_pending = number()
    judicial_confirmations = number()
    confirmations_filed = number()
    reviews_filed = number()
    payment_orders_filed = number()
    performance_due = number()
    performed = number()
    instalments_due = number()
    instalments_kept = number()
    amount_due = yuan()
    amount_paid_in_time = yuan()


class SupervisionMonth(Month, Recovered):
    letters_issued = number()
    public_letters_issued = number()
    opinions_issued = number()
    recommendations_issued = number()
    replies_due = number()
    replied = number()
    replied_on_time = number()
    docketing_due = number()
    docketed = number()
    matters_closed = number()
    matters_rectified = number()
    letters_decided = number()
    letters_escalated = number()
    opinions_decided = number()
    opinions_escalated = number()


class ReferralMonth(Month, Recovered):
    referrals_sent = number()
    referrals_taken_on = number()
    referrals_returned = number()
    referrals_received = number()
    sent_to_court = number()
    sent_to_procuratorate = number()
    sent_to_hr = number()
    sent_to_justice = number()
    acknowledged = number()
    days_to_acknowledge = number()
    results = number()
    days_to_result = number()
    acknowledgements_due = number()
    acknowledged_on_time = number()
    results_due = number()
    referrals_completed = number()


class HotlineMonth(Month):
    calls_offered = number()
    calls_answered = number()
    calls_quick = number()
    calls_abandoned = number()
    requests_valid = number()
    requests_direct = number()
    requests_repeated = number()
    group_incidents = number()


class OrderMonth(Month, Recovered):
    work_orders = number()
    dispatches_due = number()
    dispatched_on_time = number()
    signatures_due = number()
    signed_on_time = number()
    orders_due = number()
    orders_on_time = number()
    callbacks_due = number()
    called_back = number()
    orders_closed = number()
    orders_redone = number()
    rated = number()
    satisfied = number()
    orders_pressed = number()
    orders_chased = number()


class StaleMonth(models.Model):
    """A cell to be counted again. Written by triggers, so that no way of changing a file can forget it.

    Several rows for one cell are meant: a unique one would make two officers of a county wait for each other.
    """

    kind = models.CharField(_("kind of file"), max_length=12)
    scope = models.CharField(_("scope"), max_length=60)
    month = models.DateField(_("first day of the month"))

    objects = StaleQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["month"], name="stale_month")]

    def __str__(self) -> str:
        return f"{self.kind} {self.scope} {self.month}"


class RollupState(models.Model):
    """One row: up to which day everything is rolled up, and when the roll-ups were last compared with the files."""

    through = models.DateField(_("rolled up to"), null=True)
    refreshed_at = models.DateTimeField(_("refreshed"), null=True)
    recounted_at = models.DateTimeField(_("compared with the files"), null=True)

    objects = StateQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.through}"


class RollupDifference(models.Model):
    """A count that did not agree with the files when it should have: an error in the product, never in the files."""

    kind = models.CharField(_("kind of file"), max_length=12)
    scope = models.CharField(_("scope"), max_length=60)
    month = models.DateField(_("first day of the month"))
    dimension = models.CharField(_("breakdown"), max_length=8, blank=True)
    key = models.CharField(_("key"), max_length=40, blank=True)
    name = models.CharField(_("count"), max_length=40)
    kept = models.DecimalField(_("kept"), max_digits=18, decimal_places=2)
    found = models.DecimalField(_("found in the files"), max_digits=18, decimal_places=2)
    found_at = models.DateTimeField(_("found at"))
    settled_at = models.DateTimeField(_("settled at"), null=True)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["scope"], name="difference_open", condition=models.Q(settled_at=None))]

    def __str__(self) -> str:
        return f"{self.scope} {self.month} {self.name}"


ROLLUPS: dict[str, type[Month]] = {
    "case": CaseMonth,
    "supervision": SupervisionMonth,
    "referral": ReferralMonth,
    "hotline": HotlineMonth,
    "order": OrderMonth,
}
