"""What authorities sent back and why: the sign of referrals that went to the wrong office or lacked something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import DayField
from organizations.http import OfficerRequest
from referrals.models import Referral, ReferralKind
from referrals.querysets import UNION

YEAR = timedelta(days=365)
HUNDREDTH = Decimal("0.01")


@dataclass
class Returns:
    """One kind of referral: how many were taken on, and how many came back for each reason."""

    label: Any
    taken: int = 0
    by_reason: dict[str, int] = field(default_factory=dict)

    @property
    def returned(self) -> int:
        return sum(self.by_reason.values())

    @property
    def share(self) -> str:
        """Returned ÷ (taken on + returned) in per cent; nothing without a denominator."""
        return self.share_of(self.returned)

    def share_of(self, count: int) -> str:
        whole = self.taken + self.returned
        return f"{(Decimal(100 * count) / whole).quantize(HUNDREDTH, ROUND_HALF_UP)} %" if whole else ""

    @property
    def reasons(self) -> list[tuple[int, str]]:
        """How many came back for each reason, and their share, in the order of the reasons."""
        counts = [self.by_reason.get(code, 0) for code in Referral.ReturnReason.values]
        return [(count, self.share_of(count) if count else "") for count in counts]


class SpanForm(forms.Form):
    """Days of delivery."""

    since = DayField(label=gettext_lazy("From"), starts_today=False)
    until = DayField(label=gettext_lazy("Until"), starts_today=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if data.get("since") and data.get("until") and data["since"] > data["until"]:
            raise forms.ValidationError(_("The first day lies after the last one."))
        return data


def returns(request: OfficerRequest) -> HttpResponse:
    """The table for the officer's area; the last twelve months unless other days are asked for."""
    if request.officer.duty not in UNION:
        raise PermissionDenied
    today = timezone.localdate()
    usual = {"since": today - YEAR, "until": today}
    form = SpanForm(request.GET if request.GET else {name: day.isoformat() for name, day in usual.items()})
    asked = form.cleaned_data if form.is_valid() else usual
    rows = list(tables(request, asked["since"], asked["until"]))
    context = {"title": _("Returned referrals by reason"), "filter_form": form, "rows": rows}
    status = 200 if form.is_valid() else 422
    reasons = Referral.ReturnReason.labels
    return render(request, "referrals/returns.html", {**context, "reasons": reasons}, status=status)


def tables(request: OfficerRequest, since: date, until: date) -> Iterator[Returns]:
    """One line for each kind that was decided on, and the sum of all in front."""
    outgoing = Referral.objects.visible_to(request.officer).filter(direction="outgoing", sent_on__range=(since, until))
    decided = outgoing.filter(Q(decided_on__isnull=False) | ~Q(returned_code=""))
    labels = dict(ReferralKind.objects.visible_to(request.officer).values_list("code", "label"))
    lines: dict[str, Returns] = {}
    whole = Returns(_("All kinds"))
    for kind, reason, count in decided.values_list("kind", "returned_code").annotate(n=Count("pk")).order_by("kind"):
        for line in (lines.setdefault(kind, Returns(labels[kind])), whole):
            add(line, reason, count)
    yield from [whole, *lines.values()] if lines else []


def add(line: Returns, reason: str, count: int) -> None:
    if reason:
        line.by_reason[reason] = line.by_reason.get(reason, 0) + count
    else:
        line.taken += count
