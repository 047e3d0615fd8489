"""Money counted once, the look at the correction, and partners' documents beside the ladder."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.db.models import Sum

from casework.errors import StepRefused, WrongDuty
from disputes import actions as cases
from hotline.models import WorkOrder
from organizations.models import Authority
from referrals import actions as referring
from supervision import actions
from supervision.models import DocumentRecovery, PartnerDocument
from tests.factories import supervision as made
from tests.factories.disputes import PAID, CaseFactory
from tests.factories.hotline import OrderFactory
from tests.factories.referrals import make_referral

AT = made.noon("2024-06-06")
DAY = dt.date(2024, 6, 6)
D = dt.date
WAGES = {"kind": "wages", "amount": Decimal("26300"), "person_count": 5, "paid_on": D(2024, 6, 25)}


@pytest.fixture
def letter(su, mu, li):
    return made.awaiting(su, AT, signatory=mu, liaison=li, served_on=DAY)


def refusal(act, *args, **given) -> str:
    with pytest.raises(StepRefused) as refused, transaction.atomic():
        act(*args, **given)
    return " ".join(refused.value.reasons)


def promised(letter, su, li):
    said = {"replied_on": D(2024, 6, 20), "stance": "promised", "summary": "分期", "papers": made.paper()}
    answered = actions.reply(letter, by=li, at=made.noon("2024-06-20"), **said)
    return actions.accept_reply(answered, by=su, at=made.noon("2024-06-20"), rectify_by=D(2024, 7, 2))


def ledger(**of) -> Decimal:
    return DocumentRecovery.objects.filter(**of).aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def test_instalments_are_entered_as_they_are_paid_also_after_the_document_is_closed(letter, su, li):
    letter = promised(letter, su, li)
    letter = actions.record_recovery(letter, by=li, at=AT, recoveries=[WAGES], papers=made.paper("流水.pdf"))
    seen = {"verified_on": D(2024, 7, 3), "findings": "两期均付清", "papers": made.paper("凭证.pdf")}
    closed = actions.verify(letter, by=su, at=made.noon("2024-07-03"), way="on_site", **seen)
    later = {**WAGES, "amount": Decimal("20000"), "paid_on": D(2024, 7, 2)}
    actions.record_recovery(closed, by=li, at=made.noon("2024-07-04"), recoveries=[later], papers=made.paper())
    assert ledger(file=closed) == Decimal("46300")
    assert [row.proof.title for row in closed.recoveries.all()] == ["流水.pdf", "回证.pdf"]
    assert closed.verifications.get().corrected
    assert closed.events.get(verb="verify").note == ""


def test_the_same_money_is_not_entered_under_letter_and_opinion(letter, su, mu, li):
    letter = actions.escalate(letter, by=su, at=made.noon("2024-06-24"))
    actions.record_recovery(letter, by=li, at=AT, recoveries=[WAGES], papers=made.paper())
    made.investigated(letter.matter, su, AT, D(2024, 6, 4))
    opinion = made.approved(su, made.noon("2024-06-24"), mu, of=letter.matter, kind="opinion")
    opinion = made.served(opinion, li, made.noon("2024-06-25"), D(2024, 6, 25))
    words = refusal(actions.record_recovery, opinion, by=li, at=AT, recoveries=[WAGES], papers=made.paper())
    assert letter.number in words
    assert ledger(file__matter=letter.matter) == WAGES["amount"]


def test_a_wrong_entry_is_taken_back_by_a_row_and_nothing_is_rewritten(letter, li):
    letter = actions.record_recovery(letter, by=li, at=AT, recoveries=[WAGES], papers=made.paper())
    entry = letter.recoveries.get()
    letter = actions.correct_recovery(letter, by=li, at=AT, recovery=entry, reason="录入有误")
    assert (ledger(file=letter), letter.recoveries.count()) == (0, 2)
    assert refusal(actions.correct_recovery, letter, by=li, at=AT, recovery=entry, reason="再次")
    again = actions.record_recovery(letter, by=li, at=AT, recoveries=[WAGES], papers=made.paper())
    assert ledger(file=again) == WAGES["amount"]
    with pytest.raises(TypeError):
        DocumentRecovery.objects.update(amount=1)
    with pytest.raises(DatabaseError), transaction.atomic(), transaction.get_connection().cursor() as cursor:
        cursor.execute("UPDATE supervision_documentrecovery SET amount = 1")


def test_no_correction_is_found_missing_without_a_record_of_what_was_seen(letter, su, li):
    letter = promised(letter, su, li)
    looked = {"reason": "现场查看仍未支付", "way": "on_site", "verified_on": D(2024, 7, 3)}
    failed = actions.verify_failed(letter, by=su, at=made.noon("2024-07-03"), **looked)
    record = failed.verifications.get()
    assert (failed.fate, record.corrected, record.way) == ("uncorrected", False, "on_site")


# --- documents of partners ------------------------------------------------------------------------------------------


@pytest.fixture
def matter(su):
    return made.matter(su, AT)


def office(kind: str) -> Authority:
    return Authority.objects.filter(kind=kind, region="532923").get()


def partner(matter, by, served_on, kind="procuratorial", **given) -> PartnerDocument:
    said = {"issuer": office("procuratorate"), "authority": office("hr"), "summary": "督促履职", **given}
    return actions.record_partner(matter=matter, by=by, at=AT, kind=kind, served_on=served_on, **said)


@pytest.mark.parametrize(
    ("kind", "served_on", "given", "due_on"),
    [
        ("procuratorial", D(2024, 12, 31), {}, D(2025, 2, 28)),
        ("judicial", D(2024, 11, 6), {}, D(2025, 1, 6)),
        ("procuratorial", D(2024, 6, 3), {"due_on": D(2024, 6, 13)}, D(2024, 6, 13)),
        ("rectification_order", D(2024, 6, 3), {"due_on": D(2024, 6, 16)}, D(2024, 6, 16)),
        ("interview", D(2024, 6, 3), {}, None),
    ],
)
def test_each_partners_document_has_a_clock_of_its_own(matter, li, kind, served_on, given, due_on):
    assert partner(matter, li, served_on, kind, **given).due_on == due_on


def test_a_partner_is_asked_to_press_only_after_the_last_day(matter, li):
    document = partner(matter, li, D(2024, 12, 31))
    assert refusal(actions.urge, document, by=li, at=made.noon("2025-02-28"), reason="未回复")
    assert actions.urge(document, by=li, at=made.noon("2025-03-01"), reason="未回复").state == "awaiting"


def test_an_answer_stops_the_clock_and_an_objection_is_kept(matter, li):
    document = partner(matter, li, D(2024, 12, 31))
    said = {"replied_on": D(2025, 2, 20), "answer": "已责令补缴", "papers": made.paper(), "objected": True}
    document = actions.record_answer(document, by=li, at=made.noon("2025-02-20"), **said)
    assert (document.state, document.due_on, document.objected) == ("answered", None, True)


def test_a_matter_waits_for_its_partners(su, mu, li):
    matter = made.matter(su, AT, employer=None)
    order = partner(matter, li, DAY, "rectification_order", due_on=D(2024, 6, 20))
    given = {"audience": "public", "public_addressee": "各企业", "addressee_address": ""}
    public = made.approved(su, AT, mu, of=matter, **given)
    actions.publish(public, by=li, at=AT, publication="公众号", published_on=DAY)
    matter.refresh_from_db()
    assert matter.state == "open"
    assert str(order) in refusal(actions.close, matter, by=su, at=AT, outcome="published", reason="-")
    ended = {"outcome": "adopted", "reason": "已整改", "closed_on": D(2024, 6, 18)}
    actions.finish(order, by=li, at=made.noon("2024-06-18"), **ended)
    matter.refresh_from_db()
    assert (matter.state, matter.outcome, matter.closed_on) == ("closed", "published", D(2024, 6, 18))


def test_a_partners_document_alone_closes_no_matter(letter, su, li):
    letter = actions.escalate(letter, by=su, at=made.noon("2024-06-24"))
    order = partner(letter.matter, li, DAY, "interview")
    actions.finish(order, by=li, at=AT, outcome="none_needed", reason="已约谈")
    letter.matter.refresh_from_db()
    assert letter.matter.state == "open"


@pytest.mark.parametrize("who", ["duan", "mu", "zhao", "gao"])
def test_only_supervisors_and_liaison_record_for_partners(request, matter, who):
    with pytest.raises(WrongDuty):
        partner(matter, request.getfixturevalue(who), DAY)


def test_the_neighbouring_county_sees_no_partner_document(matter, li, wang):
    partner(matter, li, DAY)
    assert not PartnerDocument.objects.visible_to(wang).exists()
    with pytest.raises(type(matter).DoesNotExist):
        partner(matter, wang, DAY)


def test_a_payment_of_the_dispute_case_is_mentioned_and_not_counted_again(su, mu, li, yang, now):
    case = CaseFactory("performing", mediator=yang)
    part = case.instalments.get()
    case = cases.record_payment(case, by=yang, at=now, instalment=part, amount=part.amount, paid_on=PAID)
    payment = case.payments.get()
    matter = made.matter(su, AT, case=case)
    letter = made.awaiting(su, AT, of=matter, signatory=mu, liaison=li, served_on=DAY)
    row = {"kind": "wages", "amount": payment.amount, "person_count": 1, "paid_on": payment.paid_on}
    for _twice in range(2):
        letter = actions.record_recovery(letter, by=li, at=AT, recoveries=[row], papers=made.paper())
    assert not letter.recoveries.exists()
    mention = payment.mentions.get()
    assert (mention.source, mention.number) == ("document", letter.number)


def after_a_letter(case, amount, people):
    letter = made.awaiting(
        people["su"],
        AT,
        of=made.matter(people["su"], AT, case=case),
        signatory=people["mu"],
        liaison=people["li"],
        served_on=DAY,
    )
    row = {"kind": "wages", "amount": amount, "person_count": 1, "paid_on": PAID}
    return actions.record_recovery(letter, by=people["li"], at=AT, recoveries=[row], papers=made.paper())


def after_a_referral(case, amount, people):
    row = {"kind": "wages", "amount": amount, "person_count": 1, "paid_on": PAID}
    of = make_referral(case, "accepted")
    return referring.record_recovery(of, by=people["li"], at=made.noon("2024-06-06"), recoveries=[row], papers=[])


@pytest.mark.parametrize("entered", [after_a_letter, after_a_referral])
def test_a_payment_of_the_case_is_not_counted_beside_what_stands_under_another_file(
    client, su, mu, li, zhao, yang, now, entered
):
    case = CaseFactory("performing", mediator=yang)
    part = case.instalments.get()
    known = entered(case, part.amount, {"su": su, "mu": mu, "li": li})
    with pytest.raises(StepRefused, match="只计一次"):
        cases.record_payment(case, by=yang, at=now, instalment=part, amount=part.amount, paid_on=PAID)
    client.force_login(zhao.user)
    typed = {"instalment": part.pk, "amount": str(part.amount), "paid_on": PAID.isoformat()}
    page = f"/api/v1/cases/{case.pk}/record_payment/"
    answer = client.post(page, typed, content_type="application/json")
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["another_because"])
    shown = type(known).objects.visible_to(zhao).filter(pk=known.pk).exists()
    assert (known.number in answer.content.decode()) == shown
    assert client.post(case.step_url("record_payment"), typed).status_code == 422
    other = {**typed, "another_because": "另一笔补发工资"}
    assert client.post(page, other, content_type="application/json").json()["amount_paid"] == str(part.amount)
    assert case.events.filter(verb="record_payment").latest("pk").note == "另一笔补发工资"


def test_what_was_taken_back_elsewhere_is_counted_in_the_case(su, mu, li, yang, now):
    case = CaseFactory("performing", mediator=yang)
    part = case.instalments.get()
    letter = after_a_letter(case, part.amount, {"su": su, "mu": mu, "li": li})
    actions.correct_recovery(letter, by=li, at=AT, recovery=letter.recoveries.get(), reason="误录")
    case = cases.record_payment(case, by=yang, at=now, instalment=part, amount=part.amount, paid_on=PAID)
    assert case.amount_paid == part.amount


def test_a_referral_of_a_work_order_sees_the_payment_of_its_case(li, zhao, yang, now):
    case = CaseFactory("performing", mediator=yang)
    part = case.instalments.get()
    cases.record_payment(case, by=yang, at=now, instalment=part, amount=part.amount, paid_on=PAID)
    order = OrderFactory()
    WorkOrder.objects.filter(pk=order.pk).update(case=case)
    order.refresh_from_db()
    referral = make_referral(order, "accepted", by=zhao)
    row = {"kind": "wages", "amount": part.amount, "person_count": 1, "paid_on": PAID}
    with pytest.raises(StepRefused, match="只计一次"):
        referring.record_recovery(referral, by=li, at=now, recoveries=[row], papers=[])
