"""The report of a union: it falls due, is made, checked, signed, sent up; given back and returned."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import deadlines
from casework.errors import StepRefused
from casework.numbering import take_number
from casework.transactions import one_transaction
from organizations.models import Duty, Officer, UnionOrg
from reports.definitions import VERSION
from reports.filings.content import checksum, content_of
from reports.filings.differences import differences
from reports.filings.kinds import KINDS
from reports.filings.spans import ended_since
from reports.models import Filing, Snapshot
from reports.periods import Period
from reports.workflow import FILINGS


@one_transaction
def fall_due(org: UnionOrg, kind: str, period: Period, *, by: Officer, at: datetime) -> Filing:
    """The period is over: the statistician finds the report on the desk, and its time limit runs."""
    filing = Filing(org=org, scope=org.path, kind=kind, first_on=period.first, last_on=period.last)
    filing = FILINGS.begin(filing, "fall_due", by=by, at=at)
    deadlines.start(filing, filing.about.rule, period.last)
    return filing


def open_due(at: datetime) -> int:
    """Open every report whose period is over and that is not opened yet; how many there were.

    A union without statistician files none. It asks for what is missing since the newest report of each union and not
    for yesterday, so that sweeps that were missed, be it for weeks, are caught up with.
    """
    today, by = timezone.localdate(at), Officer.objects.system()
    found = 0
    for kind in KINDS:
        newest = dict(Filing.objects.filter(kind=kind).values_list("org").annotate(newest=Max("first_on")))
        for org in unions_that_file():
            for period in ended_since(kind, newest.get(org.pk), today):
                fall_due(org, kind, period, by=by, at=at)
                found += 1
    return found


def unions_that_file() -> Any:
    makers = Officer.objects.serving(timezone.localdate()).filter(duty=Duty.STATISTICIAN)
    return UnionOrg.objects.filter(pk__in=makers.values("org")).select_related("region")


@one_transaction
def make(filing: Filing, *, by: Officer, at: datetime, adjustment_reason: str = "", **texts: str) -> Filing:
    """Count, freeze, and hand to the leader. What a former report would say differently today is listed as adjustment.

    Raises StepRefused when there are adjustments and nobody says why.
    """
    filing = FILINGS.advance(filing, "make", by=by, at=at)
    content = content_of(filing, by=by, today=timezone.localdate(at))
    content["adjustments"] = adjustments(filing, by=by, at=at)
    if content["adjustments"] and not adjustment_reason:
        words = _("Figures of the report before have changed since it was made. Please say why; the sheet lists them.")
        raise StepRefused("make", words)
    written = {name: text for name, text in texts.items() if name in filing.about.texts and text}
    Snapshot.objects.create(
        filing=filing,
        revision=filing.snapshots.count() + 1,
        content=content,
        texts=written,
        adjustment_reason=adjustment_reason if content["adjustments"] else "",
        counted_at=at,
        definitions=VERSION,
        checksum=checksum({"content": content, "texts": written}),
        by=by,
    )
    return filing


def adjustments(filing: Filing, *, by: Officer, at: datetime) -> list[dict[str, str]]:
    """What the report before says that the files no longer say."""
    before = Filing.objects.before(filing).first()
    if before is None or before.snapshot is None:
        return []
    found = differences(before, before.snapshot, by=by, today=timezone.localdate(at))
    return [{"period": before.period_name, **one.as_data()} for one in found]


@one_transaction
def check_figures(filing: Filing, *, by: Officer, at: datetime) -> Filing:
    """The leader has looked at the figures."""
    return FILINGS.advance(filing, "check_figures", by=by, at=at)


@one_transaction
def sign(filing: Filing, *, by: Officer, at: datetime) -> Filing:
    """The chair signs; the cover number is taken once and stays, however often the report is returned."""
    on = timezone.localdate(at)
    number = filing.number or take_number(filing.org, "report", on)
    return FILINGS.advance(filing, "sign", by=by, at=at, number=number, signed_on=on)


@one_transaction
def send_up(filing: Filing, *, by: Officer, at: datetime) -> Filing:
    """The report leaves the union: its time limit is met, late or not."""
    on = timezone.localdate(at)
    filing = FILINGS.advance(filing, "send_up", by=by, at=at, sent_on=on)
    deadlines.meet(filing, filing.about.rule, on)
    return filing


@one_transaction
def give_back(filing: Filing, *, reason: str, by: Officer, at: datetime) -> Filing:
    """Leader or chair have found something: the statistician makes it anew."""
    return FILINGS.advance(filing, "give_back", by=by, at=at, note=reason)


@one_transaction
def return_report(filing: Filing, *, reason: str, by: Officer, at: datetime) -> Filing:
    """The union above returns it. The frozen numbers stay as the revision that was returned."""
    return FILINGS.advance(filing, "return_report", by=by, at=at, note=reason, sent_on=None)
