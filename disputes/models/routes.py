"""The ways after an agreement: each a small file of its own beside the case, with its states, clocks and papers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.models import (
    AbstractAttachment,
    AbstractDeadline,
    AbstractEvent,
    AbstractExtension,
    AbstractPause,
    File,
)
from casework.workflow import Act, StepOffer
from disputes.models import choices
from disputes.querysets import ROUTE_OPEN, RouteQuerySet
from organizations.models import Duty

from .cases import DisputeCase

COMMON = {"file_route", "docket", "withdraw_route", "refuse", "attach"}
OF_THE_ORDER = {"issue_order", "serve_order", "record_objection", "take_effect", "lapse_order"}


class PostAgreementRoute(File):
    """One way on which an agreement is made enforceable or enforced. One is open at a time on a case."""

    collection = "routes"
    IN_CHARGE = "case__mediator"
    ON_CALL = frozenset({Duty.CASE_OFFICER})
    State = choices.RouteState
    Kind = choices.RouteKind
    STAGES = [
        (_("Preparation"), {"prepared"}),
        (_("Filing"), {"filed"}),
        (_("Procedure"), {"docketed", "issued", "served"}),
        (_("Result"), {"granted", "refused", "objected", "lapsed", "withdrawn"}),
    ]
    TONES = {
        "granted": "success",
        "refused": "danger",
        "objected": "warning",
        "lapsed": "neutral",
        "withdrawn": "neutral",
    }

    state = models.CharField(_("state"), max_length=24, choices=choices.RouteState.choices)
    case = models.ForeignKey(DisputeCase, models.PROTECT, related_name="routes", verbose_name=_("dispute case"))
    kind = models.CharField(_("legal way"), max_length=24, choices=choices.RouteKind.choices)
    body = models.CharField(_("court or commission"), max_length=100)
    external_no = models.CharField(_("number given there"), max_length=60, blank=True)
    filed_on = models.DateField(_("filed"), null=True, blank=True)
    docketed_on = models.DateField(_("docketed"), null=True, blank=True)
    issued_on = models.DateField(_("order issued on"), null=True, blank=True)
    served_on = models.DateField(_("served"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    result = models.TextField(_("result"), blank=True)

    objects = RouteQuerySet.as_manager()

    class Meta:
        verbose_name = _("way after an agreement")
        verbose_name_plural = _("ways after an agreement")
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state__in=sorted(ROUTE_OPEN)), name="one_open_way_per_case"
            ),
            models.CheckConstraint(
                name="ended_way_has_a_day", condition=Q(state__in=sorted(ROUTE_OPEN)) | Q(ended_on__isnull=False)
            ),
        ]
        indexes = [
            models.Index(fields=["scope", "-id"], name="route_list", opclasses=["varchar_pattern_ops", "int8_ops"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.case}"

    @property
    def state_tone(self) -> str:
        return self.TONES.get(self.state, "info")

    @property
    def title(self) -> str:
        return gettext("%(way)s, %(body)s") % {"way": self.get_kind_display(), "body": self.body}

    @property
    def is_open(self) -> bool:
        return self.state in ROUTE_OPEN

    @property
    def verbs(self) -> set[str]:
        """The steps this way knows: an order for payment has its own, everything else ends with one decision."""
        return COMMON | (OF_THE_ORDER if self.kind == choices.RouteKind.PAYMENT_ORDER else {"decide"})

    def offers(self, act: Act) -> list[StepOffer]:
        return [offer for offer in super().offers(act) if offer.verb in self.verbs]

    def personal(self) -> list[tuple[Any, str]]:
        return self.case.personal()


class RouteEvent(AbstractEvent):
    file = models.ForeignKey(PostAgreementRoute, models.PROTECT, related_name="events")


class RouteDeadline(AbstractDeadline):
    file = models.ForeignKey(PostAgreementRoute, models.PROTECT, related_name="deadlines")


class RoutePause(AbstractPause):
    deadline = models.ForeignKey(RouteDeadline, models.PROTECT, related_name="pauses")


class RouteExtension(AbstractExtension):
    deadline = models.ForeignKey(RouteDeadline, models.PROTECT, related_name="extensions")


class RouteAttachment(AbstractAttachment):
    file = models.ForeignKey(PostAgreementRoute, models.PROTECT, related_name="attachments")
