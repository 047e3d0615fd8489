"""Matters and documents, made by the verbs themselves. `at` is the moment of every act."""

from __future__ import annotations

import datetime as dt
from typing import Any

from casework.models import Blob, Employer
from organizations.models import Officer
from supervision import actions
from supervision.models import Sealing, SupervisionDocument, SupervisionMatter, SupervisionTopic
from tests.factories.organizations import OfficerFactory

TEXTS = {
    "facts": "2024年3月至5月未足额支付5名主播的报酬，共计46300元。\n未书面说明原因。",
    "legal_basis": "《中华人民共和国劳动法》第五十条\n《保障农民工工资支付条例》第三条",
    "demands": "核清拖欠数额。\n制定支付计划并按期支付。",
    "contact_phone": "0872-3120000",
    "addressee_address": "祥云县祥城镇龙翔路1号",
}


def noon(day: str) -> dt.datetime:
    """That day at noon in Asia/Shanghai."""
    return dt.datetime.fromisoformat(f"{day}T12:00:00+08:00")


def paper(name: str = "回证.pdf") -> list[tuple[str, Blob]]:
    """A stored paper. Its bytes are never read in these tests."""
    blob, _new = Blob.objects.get_or_create(sha256="0" * 64, defaults={"size": 10, "content_type": "application/pdf"})
    return [(name, blob)]


def employer(name: str = "临翔星播传媒有限公司", **given: Any) -> Employer:
    return Employer.objects.get_or_create(name=name, defaults=given)[0]


def matter(by: Officer, at: dt.datetime, **given: Any) -> SupervisionMatter:
    given = {
        "employer": employer(),
        "topic": SupervisionTopic.objects.get(code="pay"),
        "source": "own_finding",
        "facts": TEXTS["facts"],
        "workers_affected": 5,
        **given,
    }
    return actions.open_matter(by=by, at=at, **given)


def draft(by: Officer, at: dt.datetime, of: SupervisionMatter | None = None, **given: Any) -> SupervisionDocument:
    of = of or matter(by, at)
    return actions.create_document(of, by=by, at=at, **{"kind": "reminder_letter", **TEXTS, **given})


def submitted(by: Officer, at: dt.datetime, **given: Any) -> SupervisionDocument:
    return actions.submit(draft(by, at, **given), by=by, at=at, no_conflict=True)


def colleague(of: Officer, duty: str, **given: Any) -> Officer:
    """Somebody else of the same union."""
    found: Officer = OfficerFactory(duty=duty, region=of.org.region_id, org=of.org, **given)
    return found


def approved(by: Officer, at: dt.datetime, signatory: Officer, **given: Any) -> SupervisionDocument:
    """Signed, and the seal is on."""
    return sealed(actions.approve(submitted(by, at, **given), by=signatory, at=at), at)


def sealed(document: SupervisionDocument, at: dt.datetime) -> SupervisionDocument:
    """With a seal whose files nobody looks into in these tests."""
    [(_name, blob)] = paper()
    manner = Sealing.Manner.HANDED_IN
    return actions.seal(document, by=Officer.objects.system(), at=at, manner=manner, unsealed=blob, sealed=blob)


def awaiting(
    by: Officer, at: dt.datetime, *, signatory: Officer, liaison: Officer, served_on: dt.date, **given: Any
) -> SupervisionDocument:
    """Served directly on the day."""
    document = approved(by, at, signatory, **given)
    return served(document, liaison, at, served_on)


def served(document: SupervisionDocument, liaison: Officer, at: dt.datetime, served_on: dt.date) -> SupervisionDocument:
    document = actions.dispatch(
        document, by=liaison, at=at, dispatched_on=min(served_on, document.doc_date or served_on)
    )
    return actions.record_service(
        document, by=liaison, at=at, served_on=served_on, method="direct", received_by="门卫", papers=paper()
    )


def investigated(of: SupervisionMatter, by: Officer, at: dt.datetime, held_on: dt.date, people: int = 2) -> None:
    """An investigation by that many supervisors with certificates."""
    others = [colleague(by, "supervisor", certified=True) for _n in range(people - 1)]
    actions.investigate(
        of, by=by, at=at, held_on=held_on, way="现场检查", findings="情况属实", supervisors=[by, *others]
    )
