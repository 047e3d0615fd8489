"""The articles every hotline begins with: the law of the land, in plain words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.utils import timezone

from casework.workflow import Act
from hotline.models import KnowledgeArticle, KnowledgeVersion
from hotline.workflow import KNOWLEDGE
from organizations.models import Officer

ARTICLES = Path(__file__).parent.parent / "data" / "knowledge.json"


def seed_articles() -> None:
    """Enter the articles that are missing. An article that is there, in whatever version, is left as it is."""
    known = set(KnowledgeArticle.objects.exclude(code="").values_list("code", flat=True))
    act = Act(Officer.objects.system(), timezone.now())
    for row in json.loads(ARTICLES.read_text(encoding="utf-8")):
        if row["code"] not in known:
            enter(row, act)


def enter(row: dict[str, Any], act: Act) -> None:
    """One article in use for all unions, published by the system."""
    text = {name: value for name, value in row.items() if name != "code"}
    article = KnowledgeArticle.objects.create(code=row["code"])
    version = KnowledgeVersion(article=article, opened_at=act.at, state=KnowledgeVersion.State.PUBLISHED, **text)
    version.clean_fields(exclude=["scope", "search_key"])
    version.fingerprint = version.print_of()
    version.save()
    KNOWLEDGE.record(version, "publish", act=act, after=version.state)
