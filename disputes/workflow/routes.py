"""The ways after an agreement, one table for all: an order for payment differs in the middle."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.purposes import Purpose
from casework.workflow import Step, Workflow, attach_step
from disputes.guards.order import route_days_follow_each_other
from disputes.guards.routes import (
    belongs_to_an_order,
    is_decided_at_once,
    no_other_way_is_open,
    objection_in_time,
    objection_time_is_over,
    served_in_time,
    service_time_is_over,
    way_is_open,
)
from disputes.models import PostAgreementRoute
from disputes.workflow.words import LIAISON, MEDIATOR, OFFICER

S = PostAgreementRoute.State
WHO = {OFFICER, MEDIATOR, LIAISON}
DAYS = [route_days_follow_each_other]
ORDER = [belongs_to_an_order]
# Looked at twice: the day of today before the form opens, the day that was typed before it counts.
AFTER_OBJECTION = ([*ORDER, objection_time_is_over], [objection_time_is_over, *DAYS])
AFTER_SERVICE = ([*ORDER, service_time_is_over], [service_time_is_over, *DAYS])

ROUTES = Workflow(
    PostAgreementRoute,
    # verb, from, to, who, name, unless, unless then
    Step("prepare_route", set(), S.PREPARED, WHO, _("Prepare this way"), [no_other_way_is_open, way_is_open]),
    Step("file_route", {S.PREPARED}, S.FILED, WHO, _("Record the filing"), [], [way_is_open, *DAYS]),
    Step("docket", {S.FILED}, S.DOCKETED, WHO, _("Record the docketing"), [], DAYS),
    Step("decide", {S.DOCKETED}, S.GRANTED, WHO, _("Record the decision"), [is_decided_at_once], DAYS),
    Step("issue_order", {S.DOCKETED}, S.ISSUED, WHO, _("Record the issue of the order"), ORDER, DAYS),
    Step(
        "serve_order", {S.ISSUED}, S.SERVED, WHO, _("Record the service of the order"), ORDER, [served_in_time, *DAYS]
    ),
    Step("record_objection", {S.SERVED}, S.OBJECTED, WHO, _("Record an objection"), ORDER, [objection_in_time, *DAYS]),
    Step("take_effect", {S.SERVED}, S.GRANTED, WHO, _("No objection came"), *AFTER_OBJECTION),
    Step("lapse_order", {S.ISSUED}, S.LAPSED, WHO, _("The order was not served"), *AFTER_SERVICE),
    Step("refuse", {S.FILED, S.DOCKETED}, S.REFUSED, WHO, _("Record the refusal"), [], DAYS),
    Step("withdraw_route", {S.PREPARED, S.FILED, S.DOCKETED}, S.WITHDRAWN, WHO, _("Withdraw this way"), [], DAYS),
    attach_step(set(S), WHO),
    purposes={
        Purpose.END: {"refuse", "record_objection", "lapse_order", "withdraw_route"},
    },
)
