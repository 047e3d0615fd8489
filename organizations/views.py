"""Signing in and out, choosing a duty, the own account."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from .forms import LoginForm
from .http import OfficerRequest
from .login import TooManyAttempts, sign_in
from .models import Officer


@login_not_required
@sensitive_post_parameters("password")
def login_page(request: HttpRequest) -> HttpResponse:
    """Name and password. A wrong pair keeps the name; too many tries say how long to wait."""
    form = LoginForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = try_to_sign_in(request, form)
        if status == 302:
            return redirect(next_url(request))
    context = {"form": form, "next": request.POST.get("next") or request.GET.get("next", "")}
    response = render(request, "organizations/login.html", context, status=status)
    if status == 429:
        response["Retry-After"] = str(settings.LOGIN_WINDOW_MINUTES * 60)
    return response


def try_to_sign_in(request: HttpRequest, form: LoginForm) -> int:
    """The status to answer with: 302 when signed in, 422 when not, 429 when it has been tried too often."""
    if not form.is_valid():
        return 422
    try:
        user = sign_in(request, form.cleaned_data["username"], form.cleaned_data["password"])
    except TooManyAttempts as refused:
        minutes = -(-refused.retry_after // 60)
        form.add_error(None, _("Too many attempts. Please try again in %(minutes)d minutes.") % {"minutes": minutes})
        return 429
    if user is None:
        form.add_error(None, _("User name and password do not fit together. Please check both."))
        return 422
    login(request, user)
    return 302


def next_url(request: HttpRequest) -> str:
    """Where the person was going, if that is a page of this site."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else "/"


@require_POST
def logout_now(request: HttpRequest) -> HttpResponse:
    logout(request)
    response = redirect("organizations:login")
    response["Clear-Site-Data"] = '"cache"'
    return response


logout_now.duty_not_required = True  # type: ignore[attr-defined]


@require_POST
def switch_duty(request: OfficerRequest, pk: int) -> HttpResponse:
    """Act in another duty one holds. Somebody else's duty is as good as absent."""
    officer = get_object_or_404(Officer.objects.of(request.user), pk=pk)
    request.session["officer"] = officer.pk
    messages.success(request, _("You now act as %(duty)s.") % {"duty": officer.get_duty_display()})
    return redirect("/")


def account(request: OfficerRequest) -> HttpResponse:
    """Who I am here, my duties, and the way out of every session."""
    return render(request, "organizations/account.html")


@require_POST
def sign_out_everywhere(request: OfficerRequest) -> HttpResponse:
    request.user.sign_out_everywhere()
    logout(request)
    return redirect("organizations:login")


sign_out_everywhere.duty_not_required = True  # type: ignore[attr-defined]


def no_duty(request: OfficerRequest) -> HttpResponse:
    """Signed in, but no duty is in force today: say so and whom to ask."""
    if request.officer is not None:
        return redirect("/")
    return render(request, "organizations/no_duty.html", status=403)


no_duty.duty_not_required = True  # type: ignore[attr-defined]
