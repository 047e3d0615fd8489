"""The page behind the link of a mail: one matter, without an account, opened by a code sent apart."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from casework.deadlines import policy, policy_in
from casework.errors import Refused, StaleFile
from casework.forms import VerbForm
from casework.verbs import Verb, perform, version_in
from casework.views import paper as paper_of
from casework.workflow import Act
from organizations.login import TooManyAttempts, address_of, count
from organizations.models import Officer
from referrals.actions import open_link, want_link
from referrals.actions.links import OPEN_FOR
from referrals.desk_forms import CodeForm
from referrals.links import SPAN, found_by, kept
from referrals.models import MatterLink, Referral
from referrals.offices import office_itself
from referrals.packages.receipts import ACTS
from referrals.papers.cover import cover_of
from referrals.verbs import VERBS

KEY = "letter"


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD"])
def open_letter(request: HttpRequest, token: str) -> HttpResponse:
    """The address in the mail. The token leaves the address at once: no log of pages and no Referer holds it."""
    link = found_by(token)
    request.session.pop(KEY, None)
    if link:
        request.session[KEY] = {"link": link.pk}
    return redirect("referrals:letter")


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest) -> HttpResponse:
    """The matter once it is opened, else the question for the code, else why it does not open."""
    link, now = link_in(request), timezone.now()
    if link is None or not link.is_open(now):
        return over(request, link, now)
    if is_opened(request, now):
        return render(request, "referrals/letter.html", matter(link, now))
    return ask_for_code(request, link, now)


def ask_for_code(request: HttpRequest, link: MatterLink, now: datetime) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "link": link}
    if not form.is_bound or not form.is_valid():
        return render(request, "referrals/letter_code.html", context, status=422 if form.errors else 200)
    try:
        count(f"letter-address:{address_of(request)}", tries_of_address(), SPAN)
    except TooManyAttempts as refused:
        form.add_error(None, _("Too many attempts. Please try again later, or ring the union."))
        response = render(request, "referrals/letter_code.html", context, status=429)
        response["Retry-After"] = str(refused.retry_after)
        return response
    tries = policy("referral_link_tries", link.referral, timezone.localdate(now))
    if not open_link(link, form.cleaned_data["code"], at=now, tries=tries):
        form.add_error("code", _("This code does not open the matter, or was used already. Please ring the union."))
        return render(request, "referrals/letter_code.html", context, status=422)
    request.session.cycle_key()
    request.session[KEY] = {"link": link.pk, "until": (now + OPEN_FOR).timestamp()}
    return redirect("referrals:letter")


def tries_of_address() -> int:
    allowed: int = policy_in("referral_link_address_tries", None, timezone.localdate())
    return allowed


def link_in(request: HttpRequest) -> MatterLink | None:
    return kept(request.session.get(KEY, {}).get("link", 0))


def is_opened(request: HttpRequest, now: datetime) -> bool:
    return bool(request.session.get(KEY, {}).get("until", 0) > now.timestamp())


def over(request: HttpRequest, link: MatterLink | None, now: datetime) -> HttpResponse:
    """When it ended, whom to ring, and where only time ended it the wish for a new one."""
    context = {"link": link, "expired": bool(link and link.revoked_at is None and link.is_expired(now))}
    return render(request, "referrals/letter_over.html", context, status=410 if link else 404)


def opened_link(request: HttpRequest, now: datetime) -> MatterLink:
    """The link whose matter this browser may read. Raises Http404."""
    link = link_in(request)
    if link is None or not link.is_open(now) or not is_opened(request, now):
        raise Http404
    return link


def referral_of(link: MatterLink, office: Officer) -> Referral:
    found: Referral = Referral.objects.visible_to(office).for_page().get(pk=link.referral_id)
    return found


def matter(link: MatterLink, now: datetime) -> dict[str, Any]:
    """The one matter, what may be done with it, and who reads it when."""
    office = office_itself(link.referral.authority)
    file = referral_of(link, office)
    offers = [offer for offer in file.offers(Act(office, now)) if offer.verb in ACTS]
    return {
        "file": file,
        "link": link,
        "now": now,
        "offers": [offer for offer in offers if offer.allowed],
        "papers": file.attachments.select_related("blob"),
        "deadlines": file.deadlines.exclude(rule__code="referral.tell_caller").select_related("rule"),
        "questions": file.questions.all(),
    }


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, verb: str) -> HttpResponse:
    """One step on the matter: the same form and the same verb as on a desk."""
    now = timezone.now()
    link = opened_link(request, now)
    if verb not in ACTS:
        raise Http404
    row, office = VERBS.get(verb), office_itself(link.referral.authority)
    file = referral_of(link, office)
    page = {"file": file, "link": link, "now": now, "label": file.workflow.label(verb), "version": file.version}
    if request.method != "POST":
        return first_sight(request, row, file, office, page)
    form = row.form(request.POST, request.FILES, officer=office, file=file, at=now)
    if not form.is_valid():
        return render(request, "referrals/letter_step.html", {**page, "form": form}, status=422)
    return taken(request, row, file, office, form, page)


def first_sight(
    request: HttpRequest, verb: Verb, file: Referral, office: Officer, page: dict[str, Any]
) -> HttpResponse:
    try:
        file.workflow.check(verb.name, file, Act(office, page["now"]))
    except Refused as refused:
        return render(request, "referrals/letter_step.html", {**page, "reasons": refused.reasons}, status=409)
    form = verb.form(officer=office, file=file, at=page["now"])
    return render(request, "referrals/letter_step.html", {**page, "form": form})


def taken(
    request: HttpRequest, verb: Verb, file: Referral, office: Officer, form: VerbForm, page: dict[str, Any]
) -> HttpResponse:
    version = version_in(request.POST.get("version", ""))
    try:
        perform(verb, file, by=office, at=page["now"], version=version, **form.cleaned_data)
    except (Refused, StaleFile) as refused:
        stale = [_("The matter has moved on meanwhile. Please look at it again and send the form again.")]
        reasons = getattr(refused, "reasons", stale)
        return render(request, "referrals/letter_step.html", {**page, "form": form, "reasons": reasons}, status=409)
    return redirect("referrals:letter")


@login_not_required
@require_GET
def paper(request: HttpRequest, paper_pk: int) -> FileResponse:
    """A paper of the one matter."""
    link = opened_link(request, timezone.now())
    request.officer = office_itself(link.referral.authority)  # type: ignore[attr-defined]
    return paper_of(request, Referral, link.referral_id, paper_pk)  # type: ignore[arg-type]


@login_not_required
@never_cache
@require_GET
def sheet(request: HttpRequest) -> HttpResponse:
    """The letter to print, with the receiver and the time across each page."""
    now = timezone.now()
    link = opened_link(request, now)
    mark = f"{link.referral.authority} {timezone.localtime(now):%Y-%m-%d %H:%M}"
    content = cover_of(link.referral, timezone.localdate(link.delivery.queued_at), watermark=mark)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="letter-{link.referral_id}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@login_not_required
@never_cache
@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Ask for a new link. The union confirms it; nothing is sent from here."""
    link, now = link_in(request), timezone.now()
    if link is None or link.revoked_at or not link.is_expired(now):
        raise Http404
    want_link(link, at=now)
    return redirect("referrals:letter")
