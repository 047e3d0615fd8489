"""The state table of the documents, row by row.

Each row is tried by the wrong duty, by the right duty of the next county, with its condition broken, and then as it
should be: nobody but the right officer in the right case gets through, and the others read why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist

from casework.errors import StepRefused, WrongDuty
from organizations.models import Officer
from supervision import actions
from supervision.models import SupervisionDocument
from tests.conftest import member
from tests.factories import supervision as made
from tests.factories.organizations import OfficerFactory

D = dt.date
AT = made.noon("2024-09-02")
SERVED = D(2024, 9, 2)  # letter due 18 September, opinion due 25 September with its working days
LATER = made.noon("2024-11-29")
TYPED: dict[str, dict[str, Any]] = {
    "return_for_revision": {"reason": "依据不全"},
    "submit": {"no_conflict": True},
    "publish": {"publication": "官网"},
    "record_service": {"served_on": SERVED, "method": "direct", "received_by": "门卫", "papers": "paper"},
    "record_service_failure": {"reason": "查无此人"},
    "redispatch": {"method": "postal", "address": "新址", "tracking_no": "EMS1"},
    "record_refusal": {"refused_on": SERVED, "reason": "拒收", "witness_names": "居委会", "papers": "paper"},
    "reply": {"replied_on": D(2024, 9, 10), "stance": "objected", "summary": "有异议", "papers": "paper"},
    "record_late_reply": {"replied_on": D(2024, 11, 1), "stance": "promised", "summary": "将整改", "papers": "paper"},
    "reject_reply": {"fate": "inadequate", "reason": "未答复要点"},
    "uphold_objection": {"reason": "异议成立"},
    "verify": {"verified_on": D(2024, 11, 1), "findings": "已改正", "papers": "paper"},
    "verify_failed": {"reason": "未改正"},
    "withdraw": {"reason": "情况有变"},
    "void": {"reason": "主送有误"},
    "docket": {"docketed_on": D(2024, 9, 5), "authority_case_no": "祥人社监立〔2024〕1号"},
    "decline_docket": {"replied_on": D(2024, 9, 5), "reason": "不属管辖", "papers": "paper"},
    "record_result": {"outcome": "corrected", "result_on": D(2024, 11, 1), "summary": "已责令改正"},
}


def take(document: SupervisionDocument, verb: str, by: Officer, at: dt.datetime = AT, **changes: Any):
    typed = {**TYPED.get(verb, {}), **changes}
    if typed.get("papers") == "paper":
        typed["papers"] = made.paper()
    return getattr(actions, verb)(document, by=by, at=at, **typed)


class Office:
    """The people of Xiangyun, and documents on every step of their way."""

    def __init__(self) -> None:
        self.su = member("supervisor", "su", certified=True)
        self.duan = member("committee_director", "duan")
        self.mu = member("signatory", "mu")
        self.li = member("liaison", "li")
        self.system = Officer.objects.system()
        self.of_duty = {o.duty: o for o in (self.su, self.duan, self.mu, self.li, self.system)}

    def draft(self, **given: Any) -> SupervisionDocument:
        if given.get("kind") in {"opinion", "recommendation"}:
            given["waiver_reason"] = "情节严重"
            given["of"] = made.matter(self.su, AT)
            made.investigated(given["of"], self.su, AT, D(2024, 9, 1))
        return made.draft(self.su, AT, **given)

    def in_review(self, **given: Any) -> SupervisionDocument:
        return take(self.draft(**given), "submit", self.su)

    def approved(self, **given: Any) -> SupervisionDocument:
        return made.sealed(take(self.in_review(**given), "approve", self.mu), AT)

    def public(self) -> SupervisionDocument:
        return self.approved(audience="public", public_addressee="全县各用人单位")

    def dispatched(self, **given: Any) -> SupervisionDocument:
        return take(self.approved(**given), "dispatch", self.li)

    def failed(self) -> SupervisionDocument:
        return take(self.dispatched(), "record_service_failure", self.li)

    def awaiting(self, **given: Any) -> SupervisionDocument:
        return take(self.dispatched(**given), "record_service", self.li)

    def escalated(self) -> SupervisionDocument:
        return take(self.awaiting(), "escalate", self.su, LATER)

    def replied(self, stance: str = "objected") -> SupervisionDocument:
        return take(self.awaiting(), "reply", self.li, LATER, stance=stance)

    def verifying(self) -> SupervisionDocument:
        return take(self.replied(), "accept_reply", self.su, LATER, rectify_by=D(2024, 11, 20))

    def docketed(self) -> SupervisionDocument:
        return take(self.awaiting(kind="recommendation"), "docket", self.li, LATER)


@dataclass(frozen=True)
class Row:
    """`wrong` changes the document, the officer or the moment so that the guard refuses in `words`."""

    verb: str
    start: Callable[[Office], SupervisionDocument]
    duty: str
    target: str
    wrong: Callable[[Office, SupervisionDocument], dict[str, Any]]
    words: str
    at: dt.datetime = AT
    outcome: str = ""
    typed: dict[str, Any] = field(default_factory=dict)
    name: str = ""


def emptied(office: Office, document: SupervisionDocument) -> dict[str, Any]:
    SupervisionDocument.objects.filter(pk=document.pk).update(legal_basis=" ")
    return {}


def filled(document: SupervisionDocument) -> None:
    SupervisionDocument.objects.filter(pk=document.pk, number="").update(legal_basis="《劳动法》第五十条")


def other(make: Callable[[Office], SupervisionDocument]) -> Callable[[Office, SupervisionDocument], dict[str, Any]]:
    """The same step on a document that does not have it, or is not there yet."""
    return lambda office, _document: {"document": make(office)}


def drafter_as(duty: str) -> Callable[[Office, SupervisionDocument], dict[str, Any]]:
    return lambda office, _document: {"by": OfficerFactory(duty=duty, user=office.su.user, org=office.su.org)}


def from_above(duty: str) -> Callable[[Office, SupervisionDocument], dict[str, Any]]:
    return lambda _office, _document: {"by": member(duty, f"{duty}.dali", "532900")}


def day(text: str) -> Callable[[Office, SupervisionDocument], dict[str, Any]]:
    return lambda _office, _document: {"at": made.noon(text)}


def typed(**changes: Any) -> Callable[[Office, SupervisionDocument], dict[str, Any]]:
    return lambda _office, _document: changes


STATE = "状态"
NO_STEP = "没有这一步"
ROWS = [
    Row("edit", Office.draft, "supervisor", "draft", other(Office.in_review), STATE, typed={"facts": "新事实"}),
    Row("submit", Office.draft, "supervisor", "in_review", emptied, "法律依据"),
    Row("submit", lambda o: o.draft(kind="opinion"), "supervisor", "in_review", typed(no_conflict=False), "利害关系"),
    Row("return_for_revision", Office.in_review, "committee_director", "returned_for_revision",
        from_above("committee_director"), "发文工会"),
    Row("approve", Office.in_review, "signatory", "approved", drafter_as("signatory"), "起草"),
    Row("dispatch", Office.approved, "liaison", "dispatched", other(Office.public), NO_STEP),
    Row("publish", Office.public, "liaison", "closed", other(Office.approved), NO_STEP, outcome="published"),
    Row("record_service", Office.dispatched, "liaison", "awaiting_reply", typed(papers=[]), "证明"),
    Row("record_service_failure", Office.dispatched, "liaison", "service_failed", other(Office.approved), STATE),
    Row("redispatch", Office.failed, "liaison", "dispatched",
        typed(method="direct", address=made.TEXTS["addressee_address"]), "更换"),
    Row("record_refusal", lambda o: o.dispatched(kind="opinion"), "liaison", "escalated", other(Office.dispatched),
        NO_STEP),
    Row("record_refusal", lambda o: o.dispatched(kind="opinion"), "supervisor", "escalated",
        typed(refused_on=D(2024, 9, 1)), "2024-09-02"),
    Row("reply", Office.awaiting, "liaison", "replied", other(Office.dispatched), STATE, at=LATER),
    Row("remind", Office.awaiting, "system", "awaiting_reply", day("2024-09-03"), "提醒", at=made.noon("2024-09-14")),
    Row("escalate", Office.awaiting, "supervisor", "escalated", day("2024-09-18"), "2024-09-19",
        at=made.noon("2024-09-19")),
    Row("record_late_reply", Office.escalated, "liaison", "escalated", other(Office.replied), STATE, at=LATER),
    Row("accept_reply", Office.replied, "supervisor", "verifying", other(Office.awaiting), STATE, at=LATER),
    Row("reject_reply", Office.replied, "supervisor", "escalated", other(Office.awaiting), STATE, at=LATER),
    Row("uphold_objection", Office.replied, "committee_director", "closed", other(lambda o: o.replied("promised")),
        "异议", at=LATER, outcome="not_established"),
    Row("verify", Office.verifying, "supervisor", "closed", other(Office.replied), STATE, at=LATER,
        outcome="rectified"),
    Row("verify_failed", Office.verifying, "supervisor", "escalated", day("2024-11-20"), "2024-11-21",
        at=made.noon("2024-11-21")),
    Row("withdraw", Office.in_review, "signatory", "withdrawn", from_above("signatory"), "发文工会",
        outcome="withdrawn"),
    Row("withdraw", Office.awaiting, "signatory", "withdrawn", typed(withdrawal_served_on=None), "撤回",
        outcome="withdrawn", typed={"withdrawal_served_on": SERVED}),
    Row("void", Office.approved, "signatory", "void", other(Office.dispatched), STATE, outcome="void"),
    Row("docket", lambda o: o.awaiting(kind="recommendation"), "liaison", "replied", other(Office.awaiting), NO_STEP,
        at=LATER),
    Row("decline_docket", lambda o: o.awaiting(kind="recommendation"), "liaison", "replied", other(Office.awaiting),
        NO_STEP, at=LATER),
    Row("record_result", Office.docketed, "liaison", "closed", other(Office.replied), NO_STEP, at=LATER,
        outcome="corrected"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.verb}-{row.duty}-{row.target}")
def test_a_row_of_the_table(db, row):
    office = Office()
    document, by = row.start(office), office.of_duty[row.duty]
    duties = {o.duty for o in office.of_duty.values()}
    for duty in duties - set(document.workflow.steps[row.verb].duties):
        with pytest.raises(WrongDuty):
            take(document, row.verb, office.of_duty[duty], row.at, **row.typed)
    if row.duty != "system":
        stranger = member(row.duty, "stranger", "532924")
        with pytest.raises(ObjectDoesNotExist):
            take(document, row.verb, stranger, row.at, **row.typed)

    changes = {"document": document, "by": by, "at": row.at, **row.typed, **row.wrong(office, document)}
    wrong = SimpleNamespace(**{name: changes.pop(name) for name in ("document", "by", "at")})
    with pytest.raises(StepRefused) as refused:
        take(wrong.document, row.verb, wrong.by, wrong.at, **changes)
    assert any(row.words in reason for reason in refused.value.reasons), refused.value.reasons

    filled(document)
    document = take(document, row.verb, by, row.at, **row.typed)
    assert (document.state, document.outcome) == (row.target, row.outcome)
    assert document.events.latest("pk").verb == row.verb


CREATE_REFUSED = [
    ("opinion", {}, "提示函"),
    ("recommendation", {"waiver_reason": ""}, "意见书"),
]


@pytest.mark.parametrize(("kind", "given", "words"), CREATE_REFUSED)
def test_a_document_is_opened_only_when_the_ladder_has_come_to_it(db, kind, given, words):
    office = Office()
    matter = made.matter(office.su, AT)
    for officer in (office.duan, office.mu, office.li):
        with pytest.raises(WrongDuty):
            made.draft(officer, AT, of=matter, kind=kind)
    with pytest.raises(ObjectDoesNotExist):
        made.draft(member("supervisor", "stranger", "532924"), AT, of=matter, kind=kind)
    with pytest.raises(StepRefused) as refused:
        made.draft(office.su, AT, of=matter, kind=kind, **given)
    assert words in refused.value.reasons[0]
    assert made.draft(office.su, AT, of=matter, kind=kind, waiver_reason="情节严重").state == "draft"
