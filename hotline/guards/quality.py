"""Why a step on a quality review is not possible, in the officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from casework.deadlines import due_day
from hotline.sampling import has_worked_on

if TYPE_CHECKING:
    from casework.workflow import Act
    from hotline.models import QualityReview


def is_not_own_work(review: QualityReview, act: Act) -> str:
    """Nobody scores, or decides about, what they took, entered or handled themselves."""
    own = review.assessed.user_id == act.by.user_id or has_worked_on(review.subject, act.by)
    return _("You worked on this yourself: somebody else has to judge it.") if own else ""


def is_another_judge(review: QualityReview, act: Act) -> str:
    """A second look is somebody else's."""
    same = review.inspector is not None and review.inspector.user_id == act.by.user_id
    return _("You gave the score: somebody else decides about the appeal.") if same else ""


def is_assessed(review: QualityReview, act: Act) -> str:
    if act.by.user_id is None or review.assessed.user_id == act.by.user_id:
        return ""
    return _("Only the officer whose work was scored answers the score.")


def inside_appeal_limit(review: QualityReview, act: Act) -> str:
    limit = due_day(review, "review.appeal")
    if limit is None or act.today <= limit:
        return ""
    return _("An appeal was possible until %(day)s.") % {"day": limit}


def appeal_time_is_over(review: QualityReview, act: Act) -> str:
    """The clock accepts for an officer who has said nothing; the officer may do so any day."""
    return "" if act.by.user_id or inside_appeal_limit(review, act) else _("The time for an appeal is not over.")
