"""Articles: drafted, read by a second person, published, replaced, withdrawn."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from casework.locking import lock
from casework.transactions import one_transaction
from casework.workflow import Act
from hotline.models import KnowledgeArticle, KnowledgeVersion
from hotline.workflow import KNOWLEDGE
from organizations.models import Officer


@one_transaction
def draft_article(*, by: Officer, at: datetime, **text: Any) -> KnowledgeVersion:
    """Write a new article for the own union and all below it. Raises WrongDuty."""
    version = KnowledgeVersion(org=by.org, scope=by.path, drafted_by=by, **text)
    KNOWLEDGE.check("draft", version, Act(by, at))
    version.article = KnowledgeArticle.objects.create()
    return KNOWLEDGE.begin(version, "draft", by=by, at=at)


@one_transaction
def edit_draft(version: KnowledgeVersion, *, by: Officer, at: datetime, **text: Any) -> KnowledgeVersion:
    """Change what is not published yet. Who changes it has written it, and cannot publish it alone."""
    return KNOWLEDGE.advance(version, "edit", by=by, at=at, drafted_by=by, **text)


@one_transaction
def revise(version: KnowledgeVersion, *, by: Officer, at: datetime, **text: Any) -> KnowledgeVersion:
    """Write the next version; the present one stays in use until the new one is published. Returns the new one."""
    old = KNOWLEDGE.advance(version, "revise", by=by, at=at)
    last = old.article.versions.order_by("-edition").values_list("edition", flat=True)[0]
    new = KnowledgeVersion(article=old.article, edition=last + 1, org=old.org, scope=old.scope, drafted_by=by, **text)
    return KNOWLEDGE.begin(new, "draft", by=by, at=at)


@one_transaction
def publish(version: KnowledgeVersion, *, by: Officer, at: datetime) -> KnowledgeVersion:
    """Take it into use, today at the earliest, and end the version before it on the day it comes into force.

    The text is fixed from now on, with its fingerprint.
    """
    text: KnowledgeVersion = lock(version, by)
    text.valid_from = max(text.valid_from, timezone.localdate(at))
    fixed: dict[str, Any] = {"valid_from": text.valid_from, "fingerprint": text.print_of()}
    version = KNOWLEDGE.advance(version, "publish", by=by, at=at, **fixed)
    for before in replaced_by(version):
        before.valid_to = version.valid_from
        before.save(update_fields=["valid_to"])
        KNOWLEDGE.record(before, "replace", act=Act(by, at), before=before.state, after=before.state)
    return version


def replaced_by(version: KnowledgeVersion) -> list[KnowledgeVersion]:
    """The versions still running on the day this one begins."""
    rows = KnowledgeVersion.objects.select_for_update(of=("self",)).filter(article=version.article)
    running = rows.filter(state=KnowledgeVersion.State.PUBLISHED).exclude(pk=version.pk)
    return [row for row in running if not row.valid_to or row.valid_to > version.valid_from]


@one_transaction
def discard(version: KnowledgeVersion, *, by: Officer, at: datetime, reason: str) -> KnowledgeVersion:
    """The draft comes to nothing; it stays in the history of those who draft."""
    return KNOWLEDGE.advance(version, "discard", by=by, at=at, note=reason)


@one_transaction
def withdraw(version: KnowledgeVersion, *, by: Officer, at: datetime, reason: str) -> KnowledgeVersion:
    """Nobody is told this any more from today on. Calls that were told it go on showing it."""
    ends = max(timezone.localdate(at), version.valid_from)
    return KNOWLEDGE.advance(version, "withdraw", by=by, at=at, note=reason, valid_to=ends)
