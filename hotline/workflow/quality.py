"""The way of a quality review: drawn, scored, accepted or appealed against, decided."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casework.workflow import Step, Workflow
from hotline.guards import quality as g
from hotline.models import QualityReview
from organizations.models import Duty

S = QualityReview.State
OWN = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER, Duty.CASE_OFFICER}

REVIEWS = Workflow(
    QualityReview,
    Step("draw", (), S.DRAWN, {Duty.QUALITY_INSPECTOR}, _("Draw a sample")),
    Step("score", {S.DRAWN}, S.SCORED, {Duty.QUALITY_INSPECTOR}, _("Score"), [g.is_not_own_work]),
    Step(
        "accept",
        {S.SCORED},
        S.ACCEPTED,
        OWN | {Duty.SYSTEM},
        pgettext_lazy("score", "Accept the score"),
        [g.is_assessed, g.appeal_time_is_over],
    ),
    Step("appeal", {S.SCORED}, S.APPEALED, OWN, _("Appeal against the score"), [g.is_assessed, g.inside_appeal_limit]),
    Step(
        "decide",
        {S.APPEALED},
        S.DECIDED,
        {Duty.DUTY_LEADER},
        _("Decide about the appeal"),
        [g.is_not_own_work, g.is_another_judge],
    ),
)
