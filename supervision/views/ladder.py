"""Everything one employer was sent: matter by matter, step by step, with what may follow and from when."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casework.models import Employer
from casework.paging import page_of
from organizations.http import OfficerRequest
from organizations.models import Duty
from supervision.ladder import chain
from supervision.models import SupervisionMatter
from supervision.views.access import readers_only

MATTERS_PER_PAGE = 20


@require_GET
def ladder(request: OfficerRequest, pk: int) -> HttpResponse:
    """The ladder of an employer and of the entries joined to it, the newest matter first."""
    readers_only(request)
    register = Employer.objects.visible_to(request.officer)
    employer = get_object_or_404(register.for_list(), pk=pk)
    rows = SupervisionMatter.objects.visible_to(request.officer).filter(employer__in=register.family(employer))
    matters, following, previous = page_of(request, rows.for_ladder(), MATTERS_PER_PAGE)
    today = timezone.localdate()
    context = {
        "title": _("Letters to %(employer)s") % {"employer": employer},
        "employer": employer,
        "chains": [chain(matter, today) for matter in matters],
        "next": following,
        "previous": previous,
        "drafts": request.officer.duty == Duty.SUPERVISOR,
    }
    return render(request, "supervision/ladder.html", context)
