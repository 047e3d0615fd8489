"""The county on one page: the success rate with its interval, what stands behind it, and every figure defined."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from casework.documents.pdf import pdf_of
from organizations.http import OfficerRequest
from reports import onepage, shown
from reports.charts import funnel_chart, success_chart
from reports.counts import CASES_ONLY
from reports.drill import addresses
from reports.forms import BY, PageForm
from reports.funnel import funnel
from reports.indicators import on_time_closure_rate
from reports.models import RollupDifference
from reports.question import READERS, Question, floor_of
from reports.rankings import rankings
from reports.report import report


@require_safe
@never_cache
def indicators(request: OfficerRequest) -> HttpResponse:
    """The figures of an organisation for a period, counted now."""
    form = asked(request)
    if not form.is_valid():
        return render(request, "reports/indicators.html", {"title": _("Reports"), "form": form}, status=422)
    return render(request, "reports/indicators.html", {"form": form, **page(form.question())})


def page(question: Question) -> dict[str, Any]:
    floor = floor_of(question)
    found = report(question)
    address = addresses(question)
    lines = shown.lines(found, floor, address)
    return {
        "title": _("Mediation success · %(organization)s") % {"organization": question.org.region},
        "question": question,
        "as_of": timezone.now(),
        "running": question.is_running,
        "differences": RollupDifference.objects.visible_to(question.officer).open().count(),
        "floor": floor,
        "total": found.total,
        "values": found.total.values,
        "success": shown.rate_words(found.total.success, floor),
        "on_time": shown.rate_words(on_time_closure_rate(found.total.counts), floor),
        "chart_query": chart_query(question),
        "small": found.total.concluded < floor,
        "lines": lines,
        "charted": any(line.charted for line in lines),
        "suppressed": any(line.concluded and not line.charted for line in lines),
        "breakdown": dict(BY)[question.by],
        "groups": shown.groups(found.total, floor, address) if question.by not in CASES_ONLY else [],
        **onepage.more(question, found, floor, address),
    }


def chart_query(question: Question) -> str:
    """The same question for the picture, whatever was typed."""
    return urlencode(
        {
            "organization": question.org.pk,
            "period_name": "free",
            "from": question.period.first,
            "to": question.period.last,
            "by": question.by,
        }
    )


@require_safe
def chart(request: OfficerRequest) -> HttpResponse:
    """The picture of the same question; its table stands beside it on the page."""
    form = asked(request)
    if not form.is_valid():
        raise Http404
    question = form.question()
    lines = shown.lines(report(question), floor_of(question))
    svg = success_chart(shown.chart_rows(lines), _("Mediation success rate with its 95 % interval"))
    return HttpResponse(svg, content_type="image/svg+xml")


@require_safe
def funnel_picture(request: OfficerRequest) -> HttpResponse:
    """The units around the rate of them all; its table stands beside it."""
    form = asked(request)
    if not form.is_valid():
        raise Http404
    question = form.question()
    found = funnel(report(question), floor_of(question))
    if found is None:
        raise Http404
    svg = funnel_chart(found, _("Success rates of the units around the rate of them all"))
    return HttpResponse(svg, content_type="image/svg+xml")


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


def insist_on_reader(request: OfficerRequest) -> None:
    if request.officer.duty not in READERS:
        raise PermissionDenied


def asked(request: OfficerRequest) -> PageForm:
    insist_on_reader(request)
    return PageForm(request.GET, officer=request.officer, today=timezone.localdate())
