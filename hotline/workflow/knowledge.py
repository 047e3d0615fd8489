"""How an answer comes into use and goes out of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.purposes import Purpose
from casework.workflow import Step, Workflow
from hotline.guards import knowledge as g
from hotline.models import KnowledgeVersion
from hotline.querysets import DRAFTERS
from organizations.models import Duty

K = KnowledgeVersion.State
PUBLISHERS = {Duty.DUTY_LEADER, Duty.COMMITTEE_DIRECTOR}

KNOWLEDGE = Workflow(
    KnowledgeVersion,
    # verb, from, to, who, name, unless, unless then
    Step("draft", (), K.DRAFT, DRAFTERS, _("Draft an article"), [g.is_kept_here]),
    Step("edit", {K.DRAFT}, None, DRAFTERS, _("Change the draft"), [g.is_kept_here]),
    Step(
        "publish",
        {K.DRAFT},
        K.PUBLISHED,
        PUBLISHERS,
        _("Publish the article"),
        [g.is_kept_here, g.read_by_a_second_person],
        [g.begins_after_the_last],
    ),
    Step("discard", {K.DRAFT}, K.WITHDRAWN, DRAFTERS, _("Discard the draft"), [g.is_kept_here]),
    Step(
        "revise",
        {K.PUBLISHED, K.WITHDRAWN},
        None,
        DRAFTERS,
        _("Write a new version"),
        [g.is_kept_here, g.is_the_newest, g.nothing_is_being_drafted],
    ),
    Step("withdraw", {K.PUBLISHED}, K.WITHDRAWN, PUBLISHERS, _("Withdraw the article"), [g.is_kept_here]),
    acts={"replace": _("Replaced by a newer version")},
    purposes={
        Purpose.ONWARD: {"edit", "revise"},
        Purpose.END: {"discard", "withdraw"},
    },
)
