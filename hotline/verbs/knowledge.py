"""The steps of an article with action and form."""

from __future__ import annotations

from casework.forms import ReasonForm
from casework.verbs import Verb, VerbTable
from hotline import actions, forms
from hotline.workflow import KNOWLEDGE

DRAFT_ARTICLE = Verb("draft", actions.draft_article, forms.ArticleForm, opens=KNOWLEDGE)

KNOWLEDGE_VERBS = VerbTable(
    Verb("edit", actions.edit_draft, forms.ArticleForm),
    Verb("publish", actions.publish),
    Verb("discard", actions.discard, ReasonForm),
    Verb("revise", actions.revise, forms.ArticleForm),
    Verb("withdraw", actions.withdraw, ReasonForm),
)
