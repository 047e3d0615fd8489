"""The page that lays a recommendation before its authority, with everything filled in from the document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import VerbForm
from casework.pages import creation_page
from casework.verbs import Verb
from casework.workflow import Act
from organizations.http import OfficerRequest
from referrals.actions.recommendation import refer_recommendation
from referrals.forms import LONG
from referrals.models import Referral
from referrals.workflow import OFFICE, WORKFLOW
from supervision.dossier.contents import contents_of
from supervision.filling import is_for_procuratorate
from supervision.models import SupervisionDocument

SUBJECT = 200


class RecommendationForm(VerbForm):
    document = forms.ModelChoiceField(SupervisionDocument.objects.none(), widget=forms.HiddenInput())
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=SUBJECT)
    facts = forms.CharField(
        label=gettext_lazy("Facts"),
        max_length=5000,
        widget=LONG,
        help_text=gettext_lazy("Only what the authority needs. Numbers of identity belong into the papers."),
    )
    request = forms.CharField(label=gettext_lazy("What is asked"), max_length=2000, widget=LONG)
    legal_ground = forms.ChoiceField(
        label=gettext_lazy("Ground for passing personal data on"),
        choices=Referral.LegalGround.choices,
        initial=Referral.LegalGround.STATUTORY_DUTY,
    )
    urgent = forms.BooleanField(label=gettext_lazy("Urgent"), required=False)
    copy_to_procuratorate = forms.BooleanField(
        label=gettext_lazy("Send a copy to the procuratorate as a lead"),
        required=False,
        help_text=gettext_lazy("Special groups, unpaid insurance, migrant wages or a mass dispute."),
    )

    def prepare(self) -> None:
        field: Any = self.fields["document"]
        field.queryset = SupervisionDocument.objects.visible_to(self.officer)


RECOMMENDATION = Verb("refer", refer_recommendation, RecommendationForm, opens=WORKFLOW)


def recommend(request: OfficerRequest, pk: int) -> HttpResponse:
    """For a signed recommendation; the chain that goes with it is listed beside the form."""
    if request.officer.duty not in OFFICE:
        raise PermissionDenied
    rows = SupervisionDocument.objects.visible_to(request.officer).for_page()
    document = get_object_or_404(rows, pk=pk, kind=SupervisionDocument.Kind.RECOMMENDATION)
    act = Act(request.officer, timezone.now())
    return creation_page(
        request,
        RECOMMENDATION,
        f"referrals/recommendation/{pk}",
        "referrals/recommend.html",
        initial={
            "document": document.pk,
            "subject": f"{document} {document.matter.subject} {document.matter.topic}"[:SUBJECT],
            "facts": document.facts,
            "request": document.demands,
            "copy_to_procuratorate": is_for_procuratorate(document.matter, act),
        },
        title=_("Lay the recommendation before the authority"),
        source=document,
        entries=contents_of(document.matter),
    )
