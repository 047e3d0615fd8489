"""The county on one page: the success rate with its interval, what stands behind it, and every figure defined."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from casework.documents.pdf import pdf_of
from organizations.http import OfficerRequest
from reports import onepage, shown
from reports.asking import asked, query_of, same
from reports.charts import rate_picture
from reports.counts import CASES_ONLY
from reports.definitions import INDICATORS
from reports.drill import addresses, pages
from reports.forms import BY
from reports.indicators import on_time_closure_rate
from reports.models import RollupDifference
from reports.question import Question, floor_of
from reports.rankings import rankings
from reports.recalculation import progress
from reports.report import Row, report


@require_safe
@never_cache
def indicators(request: OfficerRequest) -> HttpResponse:
    """The figures of an organisation for a period, counted now."""
    form = asked(request)
    if not form.is_valid():
        return render(request, "reports/indicators.html", {"title": _("Reports"), "form": form}, status=422)
    question = form.question()
    context = {"form": form, "recounting": progress(request, question), **page(question, form.chosen)}
    return render(request, "reports/indicators.html", context)


def page(question: Question, code: str) -> dict[str, Any]:
    floor = floor_of(question)
    found = report(question)
    address = addresses(question)
    lines = shown.lines(found, floor, address, code, pages(question))
    return {
        "title": _("Mediation success · %(organization)s") % {"organization": question.org.region},
        "question": question,
        "as_of": timezone.now(),
        "running": question.is_running,
        "differences": RollupDifference.objects.visible_to(question.officer).open().count(),
        "floor": floor,
        "values": found.total.values,
        **headline(found.total, floor),
        "query": query_of(question),
        "same": same(question).items(),
        "small": found.total.concluded < floor,
        "lines": lines,
        "picture": rate_picture(shown.chart_rows(lines), str(INDICATORS[code].label)),
        "figure": INDICATORS[code],
        "is_rate": shown.is_rate(code),
        "is_success": code == shown.SUCCESS,
        "suppressed": shown.is_rate(code) and any(line.is_hidden for line in lines),
        "breakdown": dict(BY)[question.by],
        "groups": shown.groups(found.total, floor, address) if question.by not in CASES_ONLY else [],
        **onepage.more(question, found, floor, address),
    }


def headline(total: Row, floor: int) -> dict[str, Any]:
    """The four counters above."""
    on_time = on_time_closure_rate(total.counts)
    counts = {
        "concluded": total.concluded,
        "succeeded": total.succeeded,
        "not_succeeded": total.not_succeeded,
        "transferred": total.counts["transferred"],
    }
    return {
        "success": shown.rate_words(total.success, floor),
        "success_share": shown.share_words(total.success),
        "success_interval": shown.interval_words(total.success),
        "on_time": shown.rate_words(on_time, floor),
        "on_time_share": shown.share_words(on_time),
        "average_days": shown.days_words(total.values["avg_days"]),
        "counts": {name: shown.number_words(count) for name, count in counts.items()},
    }


@require_safe
@never_cache
def paper(request: OfficerRequest) -> HttpResponse:
    """The page on A4: `public=on` leaves out what could point to a person when it is handed on."""
    form = asked(request)
    if not form.is_valid():
        raise Http404
    question = form.question()
    data = pdf_of(onepage.paper(question, report(question), floor_of(question), public="public" in request.GET))
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{question.org.region_id}-{question.period.first}.pdf"'
    return response


@require_safe
@never_cache
def requests(request: OfficerRequest) -> HttpResponse:
    """What callers asked about most in the period."""
    form = asked(request)
    context: dict[str, Any] = {"title": _("What callers ask about"), "form": form}
    if not form.is_valid():
        return render(request, "reports/requests.html", context, status=422)
    question = form.question()
    total, found = rankings(question, floor_of(question))
    context |= {"question": question, "as_of": timezone.now(), "total": total, "rankings": found}
    return render(request, "reports/requests.html", context)
