"""What quality asks of a duty, only where there is any: most days there is none."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from casework.panels import Card
from hotline.desk.lists import Lists, counted, shown
from hotline.models import QualityReview
from organizations.models import Duty, Officer

JUDGED = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER, Duty.CASE_OFFICER}


def cards(officer: Officer, today: date) -> list[Card]:
    lists = asked(officer)
    return [card for card in counted(lists) if card.count != "0"] if lists else []


def asked(officer: Officer) -> Lists:
    reviews = QualityReview.objects.visible_to(officer)
    lists: Lists = []
    if officer.duty == Duty.QUALITY_INSPECTOR:
        lists.append((_("Reviews to be scored"), reviews.to_score(), shown("reviews", "score"), "warning"))
    if officer.duty in JUDGED:
        lists.append((_("My work that was scored"), reviews.to_answer(officer), shown("reviews", "answer"), "warning"))
    if officer.duty == Duty.DUTY_LEADER:
        lists.append((_("Appeals to be decided"), reviews.to_decide(), shown("reviews", "decide"), "warning"))
    return lists
