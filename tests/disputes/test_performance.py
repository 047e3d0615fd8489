"""Performance by instalments: reminders, defaults, payments that add up, counter-entries, and the ledger."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.models import Sum
from django.db.utils import DatabaseError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.errors import StepRefused
from disputes import actions
from disputes.desk import cards
from disputes.models import DisputeCase, FollowUp, Payment
from organizations.models import Officer
from tests.factories.disputes import PAID, CaseFactory, application, officer_of, paper, signatures

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


def noon(day):
    return timezone.make_aware(datetime.fromisoformat(f"{day}T12:00:00"))


def two_parts(yang, **changes):
    """10.1: 26,300 by 06-25 and 20,000 by 07-02, effective on 2024-06-18."""
    at = noon("2024-06-18")
    claims = [{"category": None, "amount": Decimal(46300)}]
    typed = {"received_on": DAY("2024-06-11"), "claims": claims, "worker_count": 5, **changes}
    zhao = officer_of("case_officer")
    case = actions.apply(by=zhao, at=at, **application(**typed))
    case = actions.accept(case, by=zhao, at=at, accepted_on=DAY("2024-06-11"))
    assert case.deadlines.get(rule__code="case.mediate").due_on == DAY("2024-06-26")
    case = actions.assign(case, by=zhao, at=at, mediator=yang, assigned_on=DAY("2024-06-11"))
    case = actions.hold_meeting(case, by=yang, at=at, held_on=DAY("2024-06-14"), minutes="双方到场")
    parts = [
        {"due_on": DAY("2024-06-25"), "amount": Decimal(26300)},
        {"due_on": DAY("2024-07-02"), "amount": Decimal(20000)},
    ]
    agreed = [{"claim": n, "amount": row["amount"]} for n, row in enumerate(typed["claims"], 1)]
    signed = signatures(DAY("2024-06-18"))
    return actions.agree(case, by=yang, at=at, terms="分两期", agreed=agreed, instalments=parts, **signed)


def pay(case, by, amount, day, n=0, **more):
    part = case.instalments.all()[n]
    typed = {"instalment": part, "amount": Decimal(amount), "paid_on": DAY(day), **more}
    return actions.record_payment(case, by=by, at=noon(day), **typed)


def refused(act, word):
    with pytest.raises(StepRefused) as caught:
        act()
    assert word in " ".join(caught.value.reasons)


def recovered(first, last):
    rows = Payment.objects.filter(paid_on__range=(DAY(first), DAY(last)))
    return rows.aggregate(sum=Sum("amount"))["sum"] or 0


def test_money_is_recovered_in_the_period_it_was_paid(yang):
    """10.1 to the day and the yuan: windows, two payments in time, two half-years."""
    case = two_parts(yang)
    days = dict(case.deadlines.values_list("rule__code", "due_on"))
    assert days["agreement.judicial_confirmation"] == DAY("2024-07-18")
    assert days["agreement.arbitral_review"] == DAY("2024-07-03")
    case = pay(case, yang, 26300, "2024-06-25")
    case = pay(case, yang, 20000, "2024-07-02", n=1)
    assert [part.was_late for part in case.instalments.all()] == [False, False]
    assert (recovered("2024-01-01", "2024-06-30"), recovered("2024-07-01", "2024-12-31")) == (26300, 20000)
    assert {payment.person_count for payment in case.payments.all()} == {5}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-06-21", []),
        ("2024-06-22", [("reminder", "2024-06-22")]),
        ("2024-06-24", [("reminder", "2024-06-22")]),
        ("2024-06-25", [("reminder", "2024-06-25")]),
        ("2024-06-26", [("default", "2024-06-26")]),
        ("2024-06-28", [("default", "2024-06-26")]),
        ("2024-06-29", [("default", "2024-06-26"), ("reminder", "2024-06-29")]),
        ("2024-08-01", [("default", "2024-06-26"), ("default", "2024-07-03")]),
    ],
)
def test_a_payment_is_reminded_of_three_days_before_and_on_its_day_and_missed_after_it(yang, day, expected):
    two_parts(yang)
    system = Officer.objects.system()
    actions.watch_over_all(by=system, at=noon(day))
    actions.watch_over_all(by=system, at=noon(day))
    assert [(row.kind, str(row.due_on)) for row in FollowUp.objects.open().order_by("due_on")] == expected


def test_a_default_is_told_once_in_the_history_and_answered_by_a_follow_up(yang, client, now):
    case = two_parts(yang)
    system = Officer.objects.system()
    actions.watch_over_all(by=system, at=noon("2024-06-24"))
    for day in ("2024-06-26", "2024-06-27"):
        actions.watch_over_all(by=system, at=noon(day))
    assert case.events.filter(verb="note_default").count() == 1
    case.refresh_from_db()
    assert case.in_default
    client.force_login(yang.user)
    assert "逾期未履行" in client.get(case.get_absolute_url()).content.decode()
    assert str(case) in client.get("/cases/?show=follow_up").content.decode()
    assert str(case) in client.get("/cases/?show=default").content.decode()
    shown = {str(card.title): card.count for card in cards(yang, now.date())}
    assert (shown["待催告履行"], shown["逾期未履行"]) == ("1", "1")
    actions.follow_up(case, by=yang, at=noon("2024-06-27"), note="已告知可以申请支付令")
    assert not FollowUp.objects.open().exists()
    assert set(FollowUp.objects.values_list("done_by", flat=True)) <= {yang.pk, system.pk}


def test_what_is_paid_needs_no_follow_up(yang):
    case = two_parts(yang)
    actions.watch_over_all(by=Officer.objects.system(), at=noon("2024-06-24"))
    pay(case, yang, 26300, "2024-06-24")
    assert not FollowUp.objects.open().exists()
    actions.watch_over_all(by=Officer.objects.system(), at=noon("2024-06-25"))
    assert not FollowUp.objects.open().exists()


def test_an_agreed_day_does_not_roll_so_the_day_after_is_late(yang):
    """10.5: 2026-02-13 is a working day; paid on the working Saturday after it, the second part is late."""
    case = CaseFactory("performing", mediator=yang)
    part = case.instalments.get()
    type(part).objects.filter(pk=part.pk).update(due_on=DAY("2026-02-13"))
    case = pay(case, yang, 112000, "2026-02-14")
    assert case.instalments.get().was_late
    assert case.payments.get().was_late


def test_part_payments_settle_an_instalment_on_the_last_of_them(yang):
    case = two_parts(yang)
    case = pay(case, yang, 26000, "2024-06-20")
    assert (case.instalments.first().settled_on, case.pay_by) == (None, DAY("2024-06-25"))
    case = pay(case, yang, 300, "2024-06-26")
    assert (case.instalments.first().settled_on, case.pay_by) == (DAY("2024-06-26"), DAY("2024-07-02"))


def test_a_mistake_is_undone_as_of_its_day_and_stays_readable(yang):
    case = pay(two_parts(yang), yang, 26300, "2024-06-25")
    first = case.payments.get()
    typed = {"payment": first, "reason": "录入错误"}
    too_much = {**typed, "amount": Decimal(26301)}
    refused(lambda: actions.correct_payment(case, by=yang, at=noon("2024-06-26"), **too_much), "26,300")
    case = actions.correct_payment(case, by=yang, at=noon("2024-07-05"), amount=Decimal(26300), **typed)
    assert (case.amount_paid, case.pay_by, case.instalments.first().settled_on) == (0, DAY("2024-06-25"), None)
    assert [(row.amount, row.paid_on) for row in case.payments.all()] == [
        (26300, DAY("2024-06-25")),
        (-26300, DAY("2024-06-25")),
    ]
    assert [row.reason for row in case.payments.order_by("pk")] == ["", "录入错误"]
    assert recovered("2024-01-01", "2024-06-30") == 0
    again = {**typed, "amount": Decimal(1)}
    refused(lambda: actions.correct_payment(case, by=yang, at=noon("2024-07-06"), **again), "尚无付款")
    case = pay(case, yang, 26300, "2024-07-06")
    assert case.instalments.first().was_late


def test_money_that_went_back_counts_on_the_day_it_did(yang):
    case = pay(two_parts(yang), yang, 26300, "2024-06-25")
    typed = {"payment": case.payments.get(), "reason": "银行退票", "refunded_on": DAY("2024-07-03")}
    case = actions.correct_payment(case, by=yang, at=noon("2024-07-03"), amount=Decimal(300), **typed)
    assert (recovered("2024-01-01", "2024-06-30"), recovered("2024-07-01", "2024-12-31")) == (26300, -300)
    assert case.amount_paid == 26000


def test_a_payment_is_never_edited_not_even_by_raw_sql(yang):
    case = pay(two_parts(yang), yang, 26300, "2024-06-25")
    with pytest.raises(TypeError):
        Payment.objects.update(amount=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        case.payments.get().save(update_fields=["amount"])


def test_each_worker_is_paid_no_more_than_agreed(yang):
    claims = [{"category": None, "amount": Decimal(26300)}, {"category": None, "amount": Decimal(20000)}]
    case = two_parts(yang, claims=claims)

    def shares(*amounts):
        return [{"claim": n, "amount": Decimal(amount)} for n, amount in enumerate(amounts, 1)]

    refused(lambda: pay(case, yang, 26300, "2024-06-25", shares=shares(20000, 6000)), "26,000.00")
    refused(lambda: pay(case, yang, 26300, "2024-06-25", shares=shares(6000, 20300)), "20,000.00")
    refused(lambda: pay(case, yang, 26300, "2024-06-25", shares=shares(6000, 300, 20000)), "请求项")
    paid = pay(case, yang, 26300, "2024-06-25", shares=shares(16300, 10000))
    assert paid.payments.get().person_count == 2
    assert [claim.paid for claim in case.claims.with_paid().order_by("position")] == [16300, 10000]
    refused(lambda: pay(paid, yang, 20000, "2024-07-02", n=1, shares=shares(9000, 11000)), "10,000.00")
    first = paid.payments.get()
    typed = {"payment": first, "reason": "录入错误"}
    refused(lambda: actions.correct_payment(paid, by=yang, at=noon("2024-06-26"), amount=Decimal(1), **typed), "整笔")
    actions.correct_payment(paid, by=yang, at=noon("2024-06-26"), amount=first.amount, **typed)
    assert [claim.paid for claim in case.claims.with_paid().order_by("position")] == [0, 0]


def test_the_first_paper_is_the_proof(yang):
    case = two_parts(yang)
    paper(case)
    blob = case.attachments.get().blob
    case = pay(case, yang, 26300, "2024-06-25", papers=[("转账凭证.pdf", blob)])
    assert case.payments.get().proof.title == "转账凭证.pdf"
    case = pay(case, yang, 20000, "2024-07-02", n=1)
    assert case.payments.last().proof is None


def test_a_payment_named_by_other_files_is_counted_once(yang):
    case = pay(two_parts(yang), yang, 26300, "2024-06-25")
    payment = case.payments.get()
    for source, number in (("referral", "YS1"), ("order", "GD1"), ("referral", "YS1")):
        named = {"payment": payment, "source": source, "number": number}
        case = actions.mention_payment(case, by=yang, at=noon("2024-06-26"), **named)
    assert payment.mentions.count() == 2
    assert recovered("2024-01-01", "2024-12-31") == case.amount_paid == 26300


@given(
    st.lists(
        st.tuples(st.sampled_from(["pay", "undo", "refund"]), st.integers(0, 1), st.integers(1, 3_000_000)), max_size=12
    )
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_entered_the_ledger_is_what_was_paid_and_never_more_than_agreed(yang, walk):
    with transaction.atomic():
        case = two_parts(yang)
        for n, (what, part, cents) in enumerate(walk):
            at, amount = noon("2024-07-20") + timedelta(minutes=n), Decimal(cents) / 100
            last = case.payments.filter(reverses=None).order_by("-pk").first()
            try:
                with transaction.atomic():
                    if what == "pay":
                        typed = {"instalment": case.instalments.all()[part], "paid_on": DAY("2024-06-20")}
                        case = actions.record_payment(case, by=yang, at=at, amount=amount, **typed)
                    elif last:
                        back = DAY("2024-07-01") if what == "refund" else None
                        typed = {"payment": last, "reason": "更正", "refunded_on": back}
                        case = actions.correct_payment(case, by=yang, at=at, amount=amount, **typed)
            except StepRefused:
                pass
            case = DisputeCase.objects.get(pk=case.pk)
            ledger = case.payments.aggregate(sum=Sum("amount"))["sum"] or 0
            assert 0 <= ledger == case.amount_paid == sum(row.paid for row in case.instalments.all()) <= 46300
            assert all(row.paid <= row.amount for row in case.instalments.all())
        transaction.set_rollback(True)


def test_paid_by_the_agreed_day_is_paid(yang):
    case = CaseFactory("performing", mediator=yang)
    assert not case.overdue_parts(PAID)
    assert case.overdue_parts(PAID + timedelta(days=1))
