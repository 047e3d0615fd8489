"""The home page of each duty, and search."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from casework.early.window import within_words
from desk import home as work
from desk import search as searching
from desk.context import UNION_STAFF
from desk.early import box as early
from desk.words import WORDS
from organizations.http import OfficerRequest

LONGEST_SEARCH = 100


@require_GET
@never_cache
def home(request: OfficerRequest) -> HttpResponse:
    """What is due today in this duty."""
    today = timezone.localdate()
    tasks = work.worklist(request.officer, today)
    words = WORDS[request.officer.duty]
    context = {
        "early": early.standing(request.officer, today),
        "within": within_words(request.officer, today),
        "title": words.heading,
        "words": words,
        "today": today,
        "cards": work.cards(request.officer, today),
        "tasks": tasks,
        "with_sums": any(task.about for task in tasks),
        "due_today": work.due_today(tasks, today),
        "full": len(tasks) == work.MOST,
    }
    return render(request, "desk/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def search(request: OfficerRequest) -> HttpResponse:
    """Every file in scope that matches. The box posts: a telephone number must not stay in addresses and logs."""
    if request.officer.duty not in UNION_STAFF:
        raise PermissionDenied
    typed = request.POST if request.method == "POST" else request.GET
    text = typed.get("q", "").strip()[:LONGEST_SEARCH]
    hits = searching.find(request.officer, text)
    short = bool(text) and len(text) < searching.SHORTEST
    return render(request, "desk/search.html", {"title": _("Search"), "text": text, "hits": hits, "short": short})
