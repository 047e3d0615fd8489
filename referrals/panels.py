"""What this app knows about a file of another."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.panels import Line, Link, Panel
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from hotline.panels import origin_panel
from organizations.models import Officer
from referrals.models import JointMatter, Referral
from referrals.progress import summary
from referrals.workflow import OFFICE
from supervision.models import SupervisionDocument

NAMES: dict[type[Any], str] = {DisputeCase: "case", WorkOrder: "order", SupervisionDocument: "document"}


def panels(file: Any, officer: Officer) -> list[Panel]:
    """The referrals of a case, a work order or a document, and the link that begins another."""
    if isinstance(file, Referral):
        return hotline_origin(file, officer)
    name = NAMES.get(type(file))
    if name is None:
        return []
    rows = Referral.objects.visible_to(officer).filter(**{name: file}).for_list()
    joint = JointMatter.objects.visible_to(officer).filter(**{name: file}).order_by("-pk")
    lines = [*map(joint_line, joint[:5]), *map(line, rows[:20])]
    links = [
        Link(_("Refer to an authority"), f"{reverse('referrals:referrals-new')}?{name}={file.pk}"),
        Link(_("Open a joint matter"), f"{reverse('referrals:joint-matters-new')}?{name}={file.pk}"),
    ]
    if name == "document" and file.rules.to_authority and file.number:
        address = reverse("referrals:referrals-recommend", args=[file.pk])
        links.insert(0, Link(_("Lay the recommendation before the authority"), address))
    begun = links if officer.duty in OFFICE else []
    return [Panel(_("Referrals"), lines, begun)] if lines or begun else []


def hotline_origin(referral: Referral, officer: Officer) -> list[Panel]:
    """On a referral: the work order it was made from, or that its case came from, with the call."""
    rows = WorkOrder.objects.visible_to(officer)
    if referral.order_id:
        return origin_panel(rows.filter(pk=referral.order_id), officer)
    return origin_panel(rows.filter(case=referral.case_id), officer) if referral.case_id else []


def line(referral: Referral) -> Line:
    words = [referral.number, str(referral.kind), str(referral.authority), referral.result_label]
    text = " · ".join(filter(None, words))
    return Line(text, referral.get_absolute_url(), referral.get_state_display(), summary(referral))


def joint_line(joint: JointMatter) -> Line:
    text = f"{joint.number} · {_('Joint matter')}"
    return Line(text, joint.get_absolute_url(), joint.get_state_display())
