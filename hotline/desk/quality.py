"""What quality asks of a duty, only where there is any: most days there is none."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from hotline.desk.lists import Listed, shown
from hotline.models import QualityReview
from organizations.models import Duty, Officer

JUDGED = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER, Duty.CASE_OFFICER}


def lists(officer: Officer, today: date) -> list[Listed]:
    reviews = QualityReview.objects.visible_to(officer)
    found = []
    if officer.duty == Duty.QUALITY_INSPECTOR:
        found.append((_("Reviews to be scored"), reviews.to_score(), "score"))
    if officer.duty in JUDGED:
        found.append((_("My work that was scored"), reviews.to_answer(officer), "answer"))
    if officer.duty == Duty.DUTY_LEADER:
        found.append((_("Appeals to be decided"), reviews.to_decide(), "decide"))
    return [Listed(title, rows, shown("reviews", show), "warning", if_any=True) for title, rows, show in found]
