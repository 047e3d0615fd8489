"""Cases driven by requests at random, beside a model of the practice that shares no code with the system.

`RANDOM_STEPS=10000` walks the long way; every run is another one, and a divergence names its seed.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field

import pytest
from django.test import Client

from disputes.models import DisputeCase
from tests.disputes.test_api import BODY, URL

pytestmark = pytest.mark.django_db
STEPS = int(os.environ.get("RANDOM_STEPS", "250"))
SEED = int(os.environ.get("RANDOM_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
RECEIVED, MET, ENDED, PAID = "2024-01-08", "2024-01-15", "2024-01-19", "2024-01-30"
OWED = 112_000
OFFICER, MEDIATOR = {"zhao"}, {"yang"}
BOTH = OFFICER | MEDIATOR
ENDING = {"closed_on": ENDED, "end_reason": "other", "advice": "arbitration", "reason": "双方差距过大"}
# who, from, to, body: the table of the practice as it is told, once more and independently.
ROWS = {
    "ask_for_papers": (OFFICER, {"applied"}, "awaiting_supplement", {"missing": "合同", "asked_on": RECEIVED}),
    "supply_papers": (OFFICER, {"awaiting_supplement"}, "applied", {"supplied_on": RECEIVED}),
    "accept": (OFFICER, {"applied"}, "accepted", {"accepted_on": RECEIVED, "both_sides_willing": True}),
    "decline": (
        OFFICER,
        {"applied"},
        "declined",
        {
            "declined_on": RECEIVED,
            "end_reason": "refusal",
            "advice": "arbitration",
            "reason": "单位不愿",
            "refused_by": "respondent",
        },
    ),
    "assign": (OFFICER, {"accepted"}, "assigned", {"assigned_on": RECEIVED}),
    "take_back": (OFFICER, {"assigned"}, "accepted", {"reason": "休假"}),
    "hold_meeting": (
        MEDIATOR,
        {"assigned", "mediating"},
        "mediating",
        {"held_on": MET, "manner": "on_site", "rights_read": True, "parties_present": True, "minutes": "双方到场"},
    ),
    "suspend": (MEDIATOR, {"mediating"}, "suspended", {"suspended_on": MET, "reason": "等待鉴定"}),
    "resume": (MEDIATOR, {"suspended"}, "mediating", {"resumed_on": MET}),
    "agree": (
        MEDIATOR,
        {"mediating"},
        "performing",
        {
            "terms": "一次付清",
            "agreed": [{"claim": 1, "amount": f"{OWED}.00"}],
            "instalments": [{"due_on": PAID, "amount": f"{OWED}.00"}],
            **dict.fromkeys(("applicants_signed_on", "respondents_signed_on", "mediator_signed_on", "seal_on"), ENDED),
        },
    ),
    "fail": (MEDIATOR, {"mediating"}, "concluded", ENDING),
    "withdraw": (BOTH, {"accepted", "assigned", "mediating"}, "concluded", {"closed_on": ENDED, "reason": "已协商"}),
    "terminate": (BOTH, {"accepted", "assigned", "mediating"}, "concluded", ENDING),
    "record_payment": (BOTH, {"performing"}, "performing", {"paid_on": PAID}),
    "close_out": (
        BOTH,
        {"concluded", "performing"},
        "closed_out",
        {"closed_out_on": "2024-02-01", "callback": "satisfied"},
    ),
}
LAST = {"declined", "closed_out"}


@dataclass
class Model:
    """What the case must be."""

    state: str = "applied"
    version: int = 1
    asked: bool = False
    has_mediator: bool = False
    paid: int = 0
    log: list[str] = field(default_factory=list)

    def answer(self, who: str, verb: str, amount: int, stale: bool) -> int:
        """The status the request must get."""
        duties, states, _target, _body = ROWS[verb]
        if who == "wang" or (who == "yang" and not self.has_mediator):
            return 404
        if who not in duties:
            return 403
        if self.state not in states or (verb == "ask_for_papers" and self.asked):
            return 409
        if verb == "close_out" and self.state == "performing" and self.paid < OWED:
            return 409
        if stale or (verb == "record_payment" and amount > OWED - self.paid):
            return 409
        return 200

    def take(self, verb: str, amount: int) -> None:
        self.state = ROWS[verb][2]
        self.asked = self.asked or verb == "ask_for_papers"
        self.has_mediator = verb == "assign" or (self.has_mediator and verb != "take_back")
        self.paid += amount if verb == "record_payment" else 0


def signed_in(officer):
    client = Client()
    client.force_login(officer.user)
    return client


def test_random_steps_never_part_from_the_model(zhao, yang, wang):
    chance = random.Random(SEED)  # noqa: S311 - a walk, not a secret
    clients = {name: signed_in(officer) for name, officer in {"zhao": zhao, "yang": yang, "wang": wang}.items()}

    def send(who, url, body):
        return clients[who].post(url, body, content_type="application/json")

    model, one, shown = Model(state="declined"), "", {}
    for step in range(STEPS):
        if model.state in LAST and chance.random() < 0.5:
            shown = send("zhao", URL, BODY).json()
            model, one = Model(version=shown["version"]), f"{URL}{shown['id']}/"
        if not one:
            continue
        fitting = [verb for verb, row in ROWS.items() if model.state in row[1]]
        verb = chance.choice(fitting) if fitting and chance.random() < 0.6 else chance.choice(list(ROWS))
        who = chance.choice(["zhao", "yang", "zhao", "yang", "wang"])
        amount, stale = chance.choice([1000, 28_000, OWED]), model.version > 1 and chance.random() < 0.1
        body = dict(ROWS[verb][3]) | {"version": model.version - 1 if stale else model.version}
        if verb == "assign":
            body["mediator"] = yang.pk
        if verb == "record_payment":
            parts = shown.get("instalments") or [{"id": 0}]
            body |= {"instalment": parts[0]["id"], "amount": f"{amount}.00"}
        expected = model.answer(who, verb, amount, stale)
        model.log.append(f"{who} {verb} {model.state} {expected}")
        answer = send(who, f"{one}{verb}/", body)
        told = f"seed {SEED}, step {step}: {model.log[-12:]}: {answer.content.decode()[:600]}"
        assert answer.status_code == expected, told
        if expected == 200:
            model.take(verb, amount)
            shown = answer.json()
            assert (shown["state"], float(shown["amount_paid"])) == (model.state, float(model.paid)), told
        case = DisputeCase.objects.get(pk=shown["id"])
        assert (case.state, case.amount_paid) == (model.state, model.paid), told
        assert (case.version > model.version) == (expected == 200), told
        model.version = case.version
    assert DisputeCase.objects.exists()
