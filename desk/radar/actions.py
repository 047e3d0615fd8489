"""The nightly look, and what a person makes of it. Nothing is sent from here: a draft goes the way of every letter."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from casework.errors import Refused, WrongDuty
from casework.models import Employer
from casework.transactions import one_transaction
from desk.models import EmployerRisk
from desk.radar.counting import SIGNS, counted
from desk.radar.score import Counts, reasons, score, weights
from hotline.models import CallRecord
from organizations.models import Duty, Officer, UnionOrg
from supervision.actions import create_document, open_matter
from supervision.models import SupervisionDocument, SupervisionMatter, SupervisionTopic

LETTERS = Path(__file__).parent.parent / "data" / "radar_letters.csv"
BATCH = 1000
COLUMNS = ["scope", "score", "counts", "counted_on"]


@one_transaction
def scan(on: date) -> int:
    """Count every employer anew, and raise those above the threshold. Twice a day is once. How many are at risk."""
    unions = {org.path: org for org in UnionOrg.objects.select_related("region")}
    rows = [
        EmployerRisk(employer_id=head, org=unions[county], scope=county, counts=counts.kept(), counted_on=on)
        for (head, county), counts in counted(on, weights(None, on)["days"]).items()
        if county in unions
    ]
    settings = {org: weights(org.region, on) for org in {row.org for row in rows}}
    for row in rows:
        row.score = score(Counts(**row.counts), settings[row.org])
    EmployerRisk.objects.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["employer", "org"], update_fields=COLUMNS
    )
    EmployerRisk.objects.filter(counted_on__lt=on).update(score=0, counts=Counts().kept(), counted_on=on)
    return raise_and_lower(settings, on)


def raise_and_lower(settings: dict[UnionOrg, dict[str, Any]], on: date) -> int:
    """Who is above the threshold of the place stays raised since the first day; who no longer is, is lowered."""
    places: dict[int, list[UnionOrg]] = {}
    for org, weigh in settings.items():
        places.setdefault(weigh["alert"], []).append(org)
    loud = Q(pk__in=[])
    for least, orgs in places.items():
        loud |= Q(org__in=orgs, score__gte=least)
    EmployerRisk.objects.exclude(raised_on=None).exclude(loud).update(raised_on=None)
    EmployerRisk.objects.filter(loud, raised_on=None).update(raised_on=on)
    return EmployerRisk.objects.exclude(raised_on=None).count()


@one_transaction
def draft_letter(found: EmployerRisk, *, by: Officer, at: datetime, topic: SupervisionTopic, facts: str) -> str:
    """Open a matter and draft its reminder letter; somebody else has to sign it. The address of the draft.

    Raises Refused where the alert is gone or a matter about the employer is open, WrongDuty.
    """
    found = held(found, by, at)
    refuse_beside_open_matter(found, by)
    matter = open_matter(
        by=by,
        at=at,
        employer=found.employer,
        topic=topic,
        facts=facts,
        source=SupervisionMatter.Source.OWN_FINDING,
        workers_affected=max(found.counts["workers"] or 1, 1),
    )
    kind = SupervisionDocument.Kind.REMINDER_LETTER
    letter = create_document(matter, by=by, at=at, kind=kind, **letter_of(topic.pk))
    EmployerRisk.objects.filter(pk=found.pk).update(matter=matter, by=by, at=at, reason="")
    return letter.get_absolute_url()


def held(found: EmployerRisk, by: Officer, at: datetime) -> EmployerRisk:
    """The row, held until the transaction ends. Raises Refused when somebody dealt with it meanwhile."""
    today = timezone.localdate(at)
    rows = EmployerRisk.objects.visible_to(by).alerts(today).select_for_update(of=("self",))
    locked = rows.select_related("employer", "org__region").filter(pk=found.pk).first()
    if locked is None:
        raise Refused(_("This alert has been dealt with already."))
    return locked


def refuse_beside_open_matter(found: EmployerRisk, by: Officer) -> None:
    family = Employer.objects.family(found.employer).values("pk")
    rows = SupervisionMatter.objects.visible_to(by).filter(scope__startswith=found.scope)
    if matter := rows.open().filter(employer__in=family).first():
        words = _("A supervision matter about this employer is open: %(matter)s. Please go on there.")
        raise Refused(words % {"matter": matter})


@one_transaction
def put_aside(found: EmployerRisk, *, by: Officer, at: datetime, reason: str) -> EmployerRisk:
    """No letter is needed now; it comes back after some weeks if the figures still say so. Raises WrongDuty."""
    if by.duty not in {Duty.SUPERVISOR, Duty.COMMITTEE_DIRECTOR}:
        raise WrongDuty(_("Alerts are decided on by the supervisors."))
    found = held(found, by, at)
    today = timezone.localdate(at)
    until = today + timedelta(days=weights(found.org.region, today)["quiet_days"])
    EmployerRisk.objects.filter(pk=found.pk).update(quiet_until=until, reason=reason, by=by, at=at)
    return found


def proposed_facts(found: EmployerRisk) -> str:
    """What was counted, in the words of a letter: numbers only, nobody who called."""
    with override("zh-hans"):  # a document speaks Chinese, whoever makes it
        lines = reasons(Counts(**found.counts), weights(found.org.region, found.counted_on))
        head = _("Up to %(day)s the 12351 hotline and the unions registered about this employer:")
        return "\n".join([head % {"day": found.counted_on}, *(line.words for line in lines)])


def proposed_topic(found: EmployerRisk) -> str:
    """What most calls of the days looked at were about; pay where nothing else is known."""
    family = Employer.objects.family(found.employer).values("pk")
    since = found.counted_on - timedelta(days=weights(found.org.region, found.counted_on)["days"])
    rows = CallRecord.objects.filter(employer__in=family, request_type__in=SIGNS, started_at__date__gte=since)
    rows = rows.filter(scope__startswith=found.scope).order_by()
    most = rows.values_list("category__group").annotate(n=Count("pk")).order_by("-n").first()
    known = {row["group"]: row["topic"] for row in letters()}
    return known.get(str(most[0]) if most else "", "pay" if most is None else "other")


def letter_of(topic: str) -> dict[str, Any]:
    """Legal basis and demands the drafter starts from."""
    row = next((row for row in letters() if row["topic"] == topic), letters()[-1])
    return {name: row[name].replace("|", "\n") for name in ("legal_basis", "demands")}


@cache
def letters() -> list[dict[str, str]]:
    with LETTERS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
