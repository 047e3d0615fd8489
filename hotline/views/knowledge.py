"""The knowledge base: found, read, compared, written."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.differences import differences
from casework.pages import creation_page, list_page, step_page, visible
from casework.workflow import Act
from hotline.forms.knowledge import KnowledgeFilter, names_of
from hotline.models import KnowledgeVersion
from hotline.querysets import DRAFTERS, VersionQuerySet
from hotline.verbs import DRAFT_ARTICLE, KNOWLEDGE_VERBS
from organizations.http import OfficerRequest
from organizations.models import Officer


def knowledge(request: OfficerRequest) -> HttpResponse:
    form = KnowledgeFilter({"show": "in_force", **request.GET.dict()})
    return list_page(
        request,
        chosen(form, request.officer),
        "hotline/knowledge.html",
        title=_("Knowledge base"),
        filter_form=form,
        may_draft=request.officer.duty in DRAFTERS,
        today=timezone.localdate(),
    )


def chosen(form: KnowledgeFilter, officer: Officer) -> VersionQuerySet:
    rows: VersionQuerySet = KnowledgeVersion.objects.visible_to(officer).for_list()
    match form.chosen("show"):
        case "draft":
            rows = rows.filter(state="draft")
        case "in_force":
            rows = rows.in_force(timezone.localdate())
    if category := form.chosen("category"):
        rows = rows.of_category(category)
    return rows.matching(form.chosen("words"))


def article(request: OfficerRequest, pk: int) -> HttpResponse:
    """One version, what changed from the one before, and all versions of the article."""
    version = visible(request, KnowledgeVersion, pk)
    versions = list(KnowledgeVersion.objects.visible_to(request.officer).of_article(version))
    return render(
        request,
        "hotline/article.html",
        {
            "file": version,
            "offers": offers(version, request.officer),
            "events": version.events.for_timeline(),
            "categories": names_of(version),
            "versions": versions,
            "changes": changes(version, versions),
            "today": timezone.localdate(),
        },
    )


def offers(version: KnowledgeVersion, officer: Officer) -> list[Any]:
    """Another union's article offers nothing to do, so nothing is said about why not."""
    return version.offers(Act(officer, timezone.now())) if version.is_kept_by(officer) else []


def changes(version: KnowledgeVersion, versions: list[KnowledgeVersion]) -> dict[str, Any] | None:
    """What this version changed in the last one that was in use before it."""
    before = next((row for row in versions if row.edition < version.edition and row.fingerprint), None)
    if before is None:
        return None
    named = {name: (getattr(before, name), getattr(version, name)) for name in ("title", "law", "law_articles", "text")}
    fields = [
        (KnowledgeVersion._meta.get_field(name).verbose_name, differences(old, new))  # type: ignore[union-attr]
        for name, (old, new) in named.items()
        if old != new
    ]
    return {"before": before, "fields": fields}


def new_article(request: OfficerRequest) -> HttpResponse:
    title = _("Draft an article")
    return creation_page(request, DRAFT_ARTICLE, "knowledge/new", "hotline/article_step.html", title=title)


def article_step(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    version = visible(request, KnowledgeVersion, pk)
    return step_page(request, version, KNOWLEDGE_VERBS, verb, "hotline/article_step.html")
