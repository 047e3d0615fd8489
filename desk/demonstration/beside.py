"""What partners send on the same matter, beside the union's own letters."""

from __future__ import annotations

from datetime import datetime
from random import Random

from django.utils import timezone

from desk.demonstration import texts
from desk.demonstration.timeline import Story
from desk.demonstration.world import Place, World
from organizations.models import Authority, Duty
from supervision import actions
from supervision.models import PartnerDocument, SupervisionDocument

SHARE = 0.5


def recommendation(world: World, place: Place, document: SupervisionDocument, at: datetime) -> Story:
    """Half of the docketed recommendations are followed by one of the procuratorate to the same office."""
    chance = Random(f"{document.org_id} {document.number} partner").random()  # noqa: S311 - invented files
    issuer = Authority.objects.in_charge(Authority.Kind.PROCURATORATE, place.org.region)
    if chance > SHARE or issuer is None:
        return
    at = place.hours.later(at, 2, 6)
    yield at
    document.matter.refresh_from_db()
    if document.matter.state != "open":
        return
    words = texts.table("words")["partner"]
    liaison = place.first(Duty.LIAISON)
    sent = actions.record_partner(
        by=liaison,
        at=at,
        matter=document.matter,
        kind=PartnerDocument.Kind.PROCURATORIAL,
        issuer=issuer,
        authority=document.authority,
        summary=words["summary"],
        served_on=timezone.localdate(at),
        papers=world.paper,
    )
    at = place.hours.later(at, 15, 45)
    yield at
    said = {"replied_on": timezone.localdate(at), "answer": words["answer"], "papers": world.paper}
    sent = actions.record_answer(sent, by=liaison, at=at, **said)
    at = place.hours.later(at, 1, 3)
    yield at
    actions.finish(sent, by=liaison, at=at, outcome=PartnerDocument.Outcome.ADOPTED, reason=words["finished"])
