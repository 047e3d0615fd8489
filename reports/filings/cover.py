"""What stands around the figures of a report: title, unit, number, who made and signed it, and the checksum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from casework.words import instant
from reports.models import Filing

BLANK = "＿＿＿＿＿＿"


@dataclass(frozen=True)
class Cover:
    title: str
    line: str
    signatures: str
    checked: str
    checksum: str
    watermark: str


def cover_of(filing: Filing, watermark: str = "") -> Cover:
    """The lines as they print. What has not happened yet is a line to write on."""
    snapshot = filing.snapshot
    checksum = _("Checksum %(mark)s") % {"mark": snapshot.mark}
    words = {
        "unit": filing.org.name,
        "period": filing.period_name,
        "number": filing.number or BLANK,
        "revision": snapshot.revision,
    }
    people = names_of(filing)
    return Cover(
        title=f"{filing.org.name} {filing.about.title} ({filing.period_name})",
        line=_("Unit: %(unit)s   Period: %(period)s   Number: %(number)s   Units of measure: cases, persons, yuan, %%")
        % words,
        signatures=_("Made by: %(made)s   Checked by: %(checked)s   Signed by: %(signed)s   Day: %(day)s   (seal)")
        % {**people, "day": filing.signed_on or BLANK},
        checked=_("Counted %(instant)s · revision %(revision)s · definitions %(version)s · %(checksum)s")
        % {
            "instant": instant(snapshot.counted_at),
            "revision": snapshot.revision,
            "version": snapshot.definitions,
            "checksum": checksum,
        },
        checksum=checksum,
        watermark=watermark,
    )


def names_of(filing: Filing) -> dict[str, Any]:
    """Who took the steps since the numbers were last frozen."""
    found = {"made": filing.snapshot.by.name, "checked": BLANK, "signed": BLANK}
    steps = {"check_figures": "checked", "sign": "signed"}
    events = filing.events.filter(verb__in=steps, at__gte=filing.snapshot.counted_at)
    for event in events.select_related("by__user").order_by("pk"):
        found[steps[event.verb]] = event.by.name
    return found
