"""Verb, action and form of every step here, one room per noun."""

from .calls import CALL_VERBS, REGISTER, REGISTER_LINE
from .incidents import ENTER_INCIDENT, INCIDENT_VERBS, REGISTER_ONE
from .knowledge import DRAFT_ARTICLE, KNOWLEDGE_VERBS
from .orders import ORDER_VERBS
from .quality import DRAW, REVIEW_VERBS
from .rosters import PLAN_ROSTER, ROSTER_VERBS, SHIFT_VERBS

__all__ = [
    "CALL_VERBS",
    "DRAFT_ARTICLE",
    "DRAW",
    "ENTER_INCIDENT",
    "INCIDENT_VERBS",
    "KNOWLEDGE_VERBS",
    "ORDER_VERBS",
    "PLAN_ROSTER",
    "REGISTER",
    "REGISTER_LINE",
    "REGISTER_ONE",
    "REVIEW_VERBS",
    "ROSTER_VERBS",
    "SHIFT_VERBS",
]
