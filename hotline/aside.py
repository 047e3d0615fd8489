"""What stands beside the form of the call screen: what to ask, what to answer, how long arbitration is open."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from casework.deadlines import policy_in
from casework.fields import DayField, RowsField, RowsInput
from hotline.actions import show_part
from hotline.forms.aside import FactRow, fact_of
from hotline.forms.parts import HOTLINE
from hotline.limitation import Start
from hotline.limitation_clock import Told, clock, clock_of
from hotline.models import CallRecord, HiddenPart, KnowledgeVersion
from hotline.prompts import prompts_for
from hotline.querysets import VersionQuerySet
from organizations.http import OfficerRequest
from organizations.models import Officer

ASKS = {"lookup", "find", "insert", "prompts", "count", "again"}
PROMPTS = "prompts"
PROPOSED = 6
ROWS = RowsInput()


def aside_of(officer: Officer, seen: QueryDict) -> dict[str, Any]:
    """The right column for what is typed so far."""
    return {
        **prompts_by(officer, seen),
        **articles_by(officer, seen),
        **limitation_by(officer, seen),
        "inserted": inserted(officer, ROWS.value_from_datadict(seen, {}, "articles")),
    }


def asked(request: OfficerRequest, initial: dict[str, Any]) -> dict[str, Any]:
    """What a submit without script asked for, done: `initial` is what the form comes back with."""
    found: dict[str, Any] = {}
    if PROMPTS in request.POST:
        choose_prompts(request)
        found |= prompts_by(request.officer, request.POST)
    if "again" in request.POST:
        initial["about"] = request.POST["again"]
    if "insert" in request.POST:
        insert(request, initial)
        found["inserted"] = inserted(request.officer, initial.get("articles", []))
    return found


def prompts_by(officer: Officer, seen: QueryDict) -> dict[str, Any]:
    if HiddenPart.objects.filter(user=officer.user, part=PROMPTS).exists():
        return {"prompts_hidden": True}
    category = seen.get("category", "")
    return {"prompts": prompts_for(category) if category else [], "always": prompts_for("")}


def choose_prompts(request: OfficerRequest) -> None:
    show_part(request.user, PROMPTS, shown=request.POST.get(PROMPTS) != "hide")


def articles_by(officer: Officer, seen: QueryDict) -> dict[str, Any]:
    """Those for the words looked for, the ones of the category first; without words those of the category alone."""
    words, category = seen.get("knowledge_query", "").strip()[:60], seen.get("category", "")[:4]
    rows = told_here(officer)
    if words:
        rows = rows.matching(words)
    elif category:
        rows = rows.of_category(category)
    else:
        rows = rows.none()
    found = list(rows.best_for(category, words)[:PROPOSED])
    return {"found": found, "knowledge_query": words, "sought": bool(words or category)}


def told_here(officer: Officer) -> VersionQuerySet:
    rows: VersionQuerySet = KnowledgeVersion.objects.visible_to(officer)
    return rows.for_callers_of(officer).in_force(timezone.localdate())


def inserted(officer: Officer, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles whose text stands in the answer, with the moment it was put there."""
    keys = {int(key) for row in rows if (key := str(row.get("version") or "")).isdecimal() and len(key) < 19}
    known = KnowledgeVersion.objects.visible_to(officer).in_bulk(keys) if keys else {}
    named = [(known.get(int(str(row["version"]))), row) for row in rows if str(row.get("version") or "").isdecimal()]
    return [{"version": version, "at": row.get("inserted_at") or ""} for version, row in named if version]


def insert(request: OfficerRequest, initial: dict[str, Any]) -> None:
    """Put the text of an article at the end of the answer, and remember which one it was."""
    key = request.POST["insert"]
    known = key if key.isdecimal() and len(key) < 19 else 0
    version = get_object_or_404(told_here(request.officer), pk=known)
    initial["answer_given"] = "\n".join(filter(None, [initial.get("answer_given", ""), version.answer]))
    row = {"version": str(version.pk), "inserted_at": timezone.now().isoformat()}
    initial["articles"] = [*initial.get("articles", []), row]


def limitation_by(officer: Officer, seen: QueryDict) -> dict[str, Any]:
    told = told_in(seen, timezone.localdate())
    return {"told": told, "clock": clock(told, officer.org.region if officer.org else None, timezone.localdate())}


def told_in(seen: QueryDict, today: date) -> Told:
    """What is typed so far, as far as it is right: a row half filled has no say yet."""
    start = seen.get("limitation_start", "")
    rows = RowsField(FactRow, required=False)
    rows.today = today
    facts = [row for row in rows.rows(ROWS.value_from_datadict(seen, {}, "limitation_facts")) if row.is_valid()]
    return Told(
        start if start in Start.values else "",
        day_in(seen, "occurred_on"),
        day_in(seen, "employment_ended_on"),
        [fact_of(row.cleaned_data) for row in facts],
    )


def day_in(seen: QueryDict, name: str) -> date | None:
    day: date | None = cleaned(DayField(required=False, starts_today=False), seen.get(name, ""))
    return day


def cleaned(field: Any, text: str) -> Any:
    """What the field makes of the text; nothing while it is not yet right."""
    field.today = timezone.localdate()
    try:
        return field.clean(text)
    except ValidationError:
        return None


def part(request: OfficerRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    if request.officer.duty not in HOTLINE:
        raise PermissionDenied
    return render(request, template, context)


@never_cache
@require_POST
def prompts(request: OfficerRequest) -> HttpResponse:
    """What to ask for the category chosen, and with it the articles for that category."""
    if PROMPTS in request.POST and request.officer.duty in HOTLINE:
        choose_prompts(request)
    context = {**prompts_by(request.officer, request.POST), **articles_by(request.officer, request.POST)}
    return part(request, "hotline/parts/aside_category.html", context)


@never_cache
@require_POST
def articles(request: OfficerRequest) -> HttpResponse:
    """The articles for the words looked for. By POST: what a caller tells must not stand in an address."""
    return part(request, "hotline/parts/knowledge_found.html", articles_by(request.officer, request.POST))


@never_cache
@require_POST
def limitation(request: OfficerRequest) -> HttpResponse:
    return part(request, "hotline/parts/limitation.html", limitation_by(request.officer, request.POST))


@never_cache
@require_POST
def limitation_sheet(request: OfficerRequest) -> HttpResponse:
    """One page for the worker. By POST, so that nothing the worker told stands in an address."""
    region = request.officer.org.region if request.officer.org else None
    number = policy_in("hotline_number", region, timezone.localdate())
    context = {**limitation_by(request.officer, request.POST), "number": number, "title": _("Time for arbitration")}
    return part(request, "hotline/limitation_sheet.html", context)


def kept_beside(call: CallRecord) -> dict[str, Any]:
    """On the page of a call: the articles it was told, and the year for arbitration as it stands today."""
    told = call.articles.select_related("version")
    return {"articles": list(told), "clock": clock_of(call, timezone.localdate())}
