"""What a caller said, who took it down, and how the call ended."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.masking import Telephone, mask_id_number, mask_name, mask_phone
from casework.models import (
    AbstractAttachment,
    AbstractDeadline,
    AbstractEvent,
    AbstractExtension,
    AbstractPause,
    Category,
    Employer,
    File,
)
from casework.secrets.fields import BlindIndexed, BlindIndexField, EncryptedTextField
from casework.subtree import COUNTY, PREFECTURE, beginning, newest_first
from casework.widths import half_width
from hotline.limitation import Start
from hotline.querysets import CallQuerySet
from organizations.models import Duty, Officer, Region

from .intake import Intake, sheet_constraints

if TYPE_CHECKING:
    from hotline.models.orders import WorkOrder

NOT_DIGITS = re.compile(r"[^0-9]")
COUNTRY = re.compile(r"^(?:00)?86(?=(?:1\d{10}|0\d{9,11})$)")
COUNTRY_WITHOUT_ZERO = re.compile(r"^(?:00)?86(?=(?:10|[2-9]\d)\d{8,9}$)")


def phone_key(number: str) -> str:
    """One spelling for one number: half-width digits only, a landline with its zero, and no country code."""
    digits = NOT_DIGITS.sub("", half_width(number))
    return COUNTRY_WITHOUT_ZERO.sub("0", COUNTRY.sub("", digits))


class CallRecord(BlindIndexed, Intake, File):
    """A call to 12351, or a request that came another way. A call and what follows from it are two files."""

    collection = "calls"
    fresh_code = ""  # a query code just issued, for the one page that shows it

    class State(models.TextChoices):
        REGISTERED = "registered", _("To be answered")
        ORDERED = "ordered", _("Work order opened")
        CLOSED = "closed", _("Closed")

    class Channel(models.TextChoices):
        PHONE = "phone", _("Telephone")
        WEB = "web", _("Website")
        APP = "app", _("App")
        WECHAT = "wechat", _("WeChat")
        WALK_IN = "walk_in", _("By visit")
        LETTER = "letter", _("By letter")
        TRANSFERRED = "transferred", _("Passed on by another hotline")

    class RequestType(models.TextChoices):
        INQUIRY = "inquiry", _("Inquiry")
        ASSISTANCE = "assistance", _("Assistance")
        COMPLAINT = "complaint", _("Complaint")
        TIP_OFF = "tip_off", _("Tip-off")
        LEGAL_SERVICE = "legal_service", _("Legal aid or service")
        SUGGESTION = "suggestion", _("Opinion or suggestion")
        PRAISE = "praise", _("Praise")
        EMERGENCY = "emergency", _("Emergency report")
        INVALID = "invalid", _("Not a request")

    class NonCase(models.TextChoices):
        SILENT = "silent", _("Nobody speaks")
        WRONG_NUMBER = "wrong_number", _("Wrong number")
        ABUSE = "abuse", _("Nuisance")
        THANKS = "thanks", _("Thanks")

    STAGES = [(_("Call registered"), {"registered"}), (_("Answered or handed on"), {"ordered", "closed"})]
    TONES = {"registered": "warning", "ordered": "info", "closed": "success"}

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    channel = models.CharField(_("channel"), max_length=12, choices=Channel.choices, default=Channel.PHONE)
    started_at = models.DateTimeField(_("call began"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    ring_seconds = models.PositiveIntegerField(_("seconds of ringing"), null=True, blank=True)
    talk_seconds = models.PositiveIntegerField(_("seconds of talking"), null=True, blank=True)
    handled_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("answered by"))
    entered_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("entered by"))
    entered_afterwards = models.BooleanField(_("entered afterwards"), default=False)
    external_no = models.CharField(_("number in the former register"), max_length=60, blank=True)

    caller_name = EncryptedTextField(_("caller"), blank=True)
    caller_phone = EncryptedTextField(_("telephone of the caller"), blank=True)
    phone_index = BlindIndexField(of="caller_phone", normalise=phone_key, db_index=False)
    caller_id_number = EncryptedTextField(_("identity number of the caller"), blank=True)
    id_index = BlindIndexField(of="caller_id_number")
    anonymous = models.BooleanField(_("wishes to stay anonymous"), default=False)
    confidential = models.BooleanField(_("asks for confidentiality"), default=False)

    request_type = models.CharField(_("request type"), max_length=14, choices=RequestType.choices)
    non_case = models.CharField(
        _("kind of call that is no request"), max_length=12, choices=NonCase.choices, blank=True
    )
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("category of the request")
    )
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="calls", verbose_name=_("employer")
    )
    employer_name = models.CharField(_("employer as the caller says it"), max_length=200, blank=True)
    workers_affected = models.PositiveIntegerField(_("workers affected"), default=1)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place of work")
    )
    place = models.CharField(_("address or project"), max_length=200, blank=True)
    facts = models.TextField(_("facts"), blank=True)
    claim = models.TextField(_("claim"), blank=True)
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)
    occurred_on = models.DateField(_("day the infringement was known"), null=True, blank=True)
    limitation_start = models.CharField(
        _("what the year for arbitration runs from"), max_length=12, choices=Start.choices, blank=True
    )
    employment_ended_on = models.DateField(_("end of the employment"), null=True, blank=True)
    answer = models.TextField(_("answer given"), blank=True)
    about = models.ForeignKey(
        "hotline.WorkOrder",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="later_calls",
        verbose_name=_("about an earlier work order"),
    )
    code_hash = models.CharField(_("keyed hash of the query code"), max_length=32, blank=True, editable=False)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        indexes = [
            models.Index(*newest_first(PREFECTURE), name="call_prefecture"),
            models.Index(*newest_first(COUNTY), name="call_county"),
            models.Index(fields=["request_type", "-id"], name="call_kind"),
            models.Index(beginning(COUNTY), F("request_type"), F("id").desc(), name="call_kind_county"),
            models.Index(fields=["phone_index", "-started_at"], name="call_contacts", condition=~Q(phone_index="")),
            models.Index(fields=["handled_by", "-started_at"], name="call_of_operator"),
            models.Index(fields=["handled_by", "-id"], name="call_mine"),
            models.Index(fields=["-id"], name="call_unanswered", condition=Q(state="registered")),
            models.Index(*newest_first(COUNTY), name="call_unanswered_county", condition=Q(state="registered")),
            models.Index(fields=["number"], name="call_number"),
            # The nightly look at employers reads some weeks of the whole province.
            models.Index(fields=["started_at"], name="call_of_employers", condition=Q(employer__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["org", "number"], condition=~Q(number=""), name="one_call_per_number"),
            models.UniqueConstraint(
                fields=["org", "external_no"], condition=~Q(external_no=""), name="one_call_per_external_number"
            ),
            models.CheckConstraint(
                name="call_which_is_a_request_says_what",
                condition=Q(request_type__in=["invalid", "praise"]) | (Q(category__isnull=False) & ~Q(facts="")),
            ),
            *sheet_constraints(),
        ]

    @property
    def state_tone(self) -> str:
        return self.TONES[self.state]

    @property
    def received_on(self) -> date:
        """The day the call came in, in Asia/Shanghai: clocks of what follows run from it."""
        return timezone.localdate(self.started_at)

    @property
    def ended_at(self) -> datetime | None:
        """When the receiver was put down; unknown while the talk was not measured."""
        if self.answered_at is None or self.talk_seconds is None:
            return None
        return self.answered_at + timedelta(seconds=self.talk_seconds)

    @property
    def first_order(self) -> WorkOrder | None:
        return self.orders.order_by("pk").first()

    @property
    def is_unverified(self) -> bool:
        """Written on the public page, and nobody of the hotline has spoken with the caller yet."""
        waits = self.state == self.State.REGISTERED and self.channel == self.Channel.WEB
        return waits and self.handled_by.duty == Duty.SYSTEM

    @property
    def is_hidden(self) -> bool:
        """The caller is nobody's business but that of those who took and handle the call."""
        return self.anonymous or self.confidential

    @property
    def caller_label(self) -> str:
        """The caller as everybody may see it (Regulation on Labour Security Inspection art. 9 for informers)."""
        if self.is_hidden or not self.caller_name:
            return gettext("Anonymous caller") if self.anonymous else gettext("Caller")
        return mask_name(self.caller_name, minor=self.is_minor and not self.is_third_party)

    @property
    def worker_label(self) -> str:
        """The worker a third party calls for, masked like the caller."""
        return "" if self.is_hidden else mask_name(self.worker_name, minor=self.is_minor)

    @property
    def phone_label(self) -> str:
        return "" if self.is_hidden else mask_phone(self.caller_phone)

    @property
    def id_number_label(self) -> str:
        return "" if self.is_hidden else mask_id_number(self.caller_id_number)

    @property
    def who(self) -> str:
        """Caller and employer in one line, for lists."""
        return " · ".join(part for part in (self.caller_label, self.employer_name) if part)

    def about_caller(self) -> list[tuple[Any, Any]]:
        """What else is known of the caller. Of who wishes to stay unknown nothing: it would lead to them."""
        if self.is_hidden:
            return []
        worker = [(_("worker the call is about"), self.worker_label)] if self.worker_name else []
        return [*self.filled(self.CALLER), *worker]

    def contact_lines(self) -> list[str]:
        """What to mind when speaking with the caller; whether a call is allowed at all is told apart."""
        times = [gettext("Call only at: %(times)s") % {"times": self.call_times}] if self.call_times else []
        told = self.needs and not self.is_hidden
        needs = [gettext("Special needs: %(needs)s") % {"needs": self.in_words("needs")}] if told else []
        return times + needs

    def about_matter(self) -> list[tuple[Any, Any]]:
        return self.filled((*self.WORKPLACE, *self.MATTER))

    def about_line(self) -> list[tuple[Any, Any]]:
        return self.filled(self.LINE)

    def personal(self) -> list[tuple[Any, str]]:
        """What the masked lines hold in full."""
        known = [
            (_("caller"), self.caller_name),
            (_("telephone"), Telephone(self.caller_phone)),
            (_("identity number"), self.caller_id_number),
        ]
        return [*known, (_("worker the call is about"), self.worker_name)] if self.worker_name else known

    def may_reveal(self, officer: Officer) -> bool:
        """An anonymous or confidential caller is known only to who took the call and to who handles it."""
        if not self.is_hidden or officer.pk in {self.handled_by_id, self.entered_by_id}:
            return True
        return self.orders.filter(handler=officer).exists()


class CallEvent(AbstractEvent):
    file = models.ForeignKey(CallRecord, models.PROTECT, related_name="events")


class CallDeadline(AbstractDeadline):
    file = models.ForeignKey(CallRecord, models.PROTECT, related_name="deadlines")


class CallPause(AbstractPause):
    deadline = models.ForeignKey(CallDeadline, models.PROTECT, related_name="pauses")


class CallExtension(AbstractExtension):
    deadline = models.ForeignKey(CallDeadline, models.PROTECT, related_name="extensions")


class CallAttachment(AbstractAttachment):
    file = models.ForeignKey(CallRecord, models.PROTECT, related_name="attachments")
