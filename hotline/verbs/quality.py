"""The steps of a review with action and form."""

from __future__ import annotations

from casework.verbs import Verb, VerbTable
from hotline.actions import quality
from hotline.forms import quality as forms
from hotline.workflow import REVIEWS

DRAW = Verb("draw", quality.draw, forms.DrawForm, opens=REVIEWS)

REVIEW_VERBS = VerbTable(
    Verb("score", quality.score, forms.ScoreForm),
    Verb("accept", quality.accept),
    Verb("appeal", quality.appeal, forms.AppealForm),
    Verb("decide", quality.decide, forms.DecideForm),
)
