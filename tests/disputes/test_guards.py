"""What refuses a step, and the words for it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from casework.errors import StepRefused, WrongDuty
from casework.models import Category
from disputes import actions
from disputes.models import DisputeCase, Party
from organizations.models import Certificate
from tests.factories.disputes import AGREED, MET, PAID, RECEIVED, CaseFactory, application, plan, signatures
from tests.factories.organizations import OfficerFactory

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


def refused(act, *words):
    with pytest.raises(StepRefused) as caught:
        act()
    text = " ".join(caught.value.reasons)
    assert all(word in text for word in words), text


def test_a_case_without_respondent_is_not_taken(zhao, now):
    refused(lambda: actions.apply(by=zhao, at=now, **application(respondents=[])), "申请人和被申请人")


def test_a_case_is_taken_for_the_own_area_only(zhao, wang, now):
    refused(lambda: actions.apply(by=zhao, at=now, **application(org=wang.org)), "本单位或下级单位")


def test_a_mediator_takes_no_application(yang, now):
    with pytest.raises(WrongDuty):
        actions.apply(by=yang, at=now, **application())


def test_an_authority_takes_no_application(hr_officer, now):
    with pytest.raises(WrongDuty):
        actions.apply(by=hr_officer, at=now, **application())


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"category": "9901"}, "不属于劳动争议"),
        ({"category": "0201"}, "监督或劳动监察"),
        ({"pending_elsewhere": True}, "仲裁或法院"),
    ],
)
def test_acceptance_keeps_to_the_law(zhao, now, changes, word):
    if "category" in changes:
        changes = {"category": Category.objects.get(pk=changes["category"])}
    case = CaseFactory(**changes)
    refused(lambda: actions.accept(case, by=zhao, at=now, accepted_on=RECEIVED), word)


def test_lost_benefits_are_mediated_where_contributions_alone_are_not(zhao, now):
    contributions, benefits = Category.objects.get(pk="0201"), Category.objects.get(pk="0302")
    claims = [{"category": benefits, "amount": 5000}, {"category": contributions, "amount": 100}]
    case = CaseFactory(category=contributions, claims=claims)
    assert actions.accept(case, by=zhao, at=now, accepted_on=RECEIVED).state == "accepted"


def test_what_a_court_sends_may_be_pending_there(zhao, now):
    case = CaseFactory(origin="court_assigned", pending_elsewhere=True)
    assert actions.accept(case, by=zhao, at=now, accepted_on=RECEIVED).state == "accepted"


def test_nobody_is_mediated_against_the_will(zhao, now):
    typed = {"accepted_on": RECEIVED, "both_sides_willing": False}
    refused(lambda: actions.accept(CaseFactory(), by=zhao, at=now, **typed), "自愿")


def test_days_follow_each_other(zhao, yang, now):
    early = RECEIVED - timedelta(days=1)
    refused(lambda: actions.accept(CaseFactory(), by=zhao, at=now, accepted_on=early), "早于")
    accepted = CaseFactory("accepted")
    refused(lambda: actions.assign(accepted, by=zhao, at=now, mediator=yang, assigned_on=early), "早于")
    assigned = CaseFactory("assigned", mediator=yang)
    typed = {"held_on": early, "minutes": "双方到场"}
    refused(lambda: actions.hold_meeting(assigned, by=yang, at=now, **typed), "早于")
    tomorrow = now.date() + timedelta(days=2)
    refused(lambda: actions.accept(CaseFactory(), by=zhao, at=now, accepted_on=tomorrow), "尚未到来")


def assign(case, mediator, by, at):
    return lambda: actions.assign(case, by=by, at=at, mediator=mediator, assigned_on=RECEIVED)


def test_a_mediator_needs_a_certificate_valid_on_the_day(zhao, now):
    case = CaseFactory("accepted")
    plain = OfficerFactory(duty="mediator")
    refused(assign(case, plain, zhao, now), "调解员证")
    late = OfficerFactory(duty="mediator", certified=True)
    Certificate.objects.filter(officer=late).update(issued_on=RECEIVED + timedelta(days=1))
    refused(assign(case, late, zhao, now), "调解员证")
    Certificate.objects.filter(officer=late).update(issued_on=RECEIVED)
    assert assign(case, late, zhao, now)().mediator == late


def test_a_mediator_comes_from_the_own_line_of_organisations(zhao, now):
    case = CaseFactory("accepted")
    refused(assign(case, OfficerFactory(duty="mediator", region="532924", certified=True), zhao, now), "上下级单位")
    above = OfficerFactory(duty="mediator", region="532900", certified=True)
    assert assign(case, above, zhao, now)().mediator == above


def test_a_mediator_who_left_or_holds_another_duty_is_not_named(zhao, now):
    case = CaseFactory("accepted")
    gone = OfficerFactory(duty="mediator", certified=True, valid_until=date(2024, 1, 1))
    refused(assign(case, gone, zhao, now), "在职")
    refused(assign(case, OfficerFactory(duty="case_officer"), zhao, now), "在职")


def test_a_mediator_has_a_limit_of_open_cases(zhao, now):
    busy = OfficerFactory(duty="mediator", certified=True, case_limit=1)
    CaseFactory("mediating", mediator=busy)
    refused(assign(CaseFactory("accepted"), busy, zhao, now), "上限 1 件")


def test_who_stepped_back_is_not_named_again_and_loses_sight(zhao, yang, now):
    typed = {"ground": "relative", "asked_by": "mediator", "decided_on": RECEIVED}
    case = actions.recuse(CaseFactory("assigned", mediator=yang), by=yang, at=now, **typed)
    assert (case.state, case.mediator) == ("accepted", None)
    assert not DisputeCase.objects.visible_to(yang).exists()
    refused(assign(case, yang, zhao, now), "没有可指派的在职调解员")
    OfficerFactory(duty="mediator", certified=True)
    refused(assign(case, yang, zhao, now), "回避")


def test_a_meeting_needs_rights_read_and_both_sides(yang, now):
    case = CaseFactory("assigned", mediator=yang)
    typed = {"held_on": MET, "minutes": "双方到场"}
    refused(lambda: actions.hold_meeting(case, by=yang, at=now, rights_read=False, **typed), "权利义务")


def agree(case, by, at, **changes):
    typed = {"terms": "一次付清", **signatures(), **plan(), **changes}
    return lambda: actions.agree(case, by=by, at=at, **typed)


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"seal_on": None}, "盖章"),
        ({"mediator_signed_on": None}, "调解员签字"),
        ({"applicants_signed_on": MET - timedelta(days=1)}, "早于"),
        ({"agreed": []}, "第 1 项"),
        ({"agreed": [{"claim": 1, "amount": 1}, {"claim": 7, "amount": 1}]}, "没有第 7 项"),
        ({"agreed": [{"claim": 1, "amount": 1}, {"claim": 1, "amount": 111999}]}, "重复"),
        ({"instalments": [{"due_on": PAID, "amount": 111999}]}, "不符"),
        ({"instalments": [{"due_on": MET, "amount": 112000}]}, "早于双方签字"),
    ],
)
def test_an_agreement_is_signed_sealed_and_adds_up(yang, now, changes, word):
    case = CaseFactory("mediating", mediator=yang)
    refused(agree(case, yang, now, **changes), word)
    case.refresh_from_db()
    assert (case.state, case.instalments.count(), hasattr(case, "agreement")) == ("mediating", 0, False)


def test_a_court_assigned_agreement_needs_the_parties_alone(yang, now):
    case = CaseFactory("mediating", mediator=yang, origin="court_assigned")
    alone = {"mediator_signed_on": None, "seal_on": None, "respondents_signed_on": AGREED + timedelta(days=1)}
    assert agree(case, yang, now, **alone)().closed_on == AGREED + timedelta(days=1)


def test_the_agreement_takes_effect_on_the_last_signature_or_seal(yang, now):
    case = agree(CaseFactory("mediating", mediator=yang), yang, now, seal_on=AGREED + timedelta(days=3))()
    assert (case.agreement.effective_on, case.closed_on) == (date(2024, 1, 22), date(2024, 1, 22))


def test_a_platform_worker_without_relation_has_no_arbitral_review(yang, now):
    case = agree(CaseFactory("mediating", mediator=yang, legal_ground="civil"), yang, now)()
    codes = set(case.deadlines.running().values_list("rule__code", flat=True))
    assert codes == {"agreement.judicial_confirmation"}


def pay(case, by, at, amount, paid_on=PAID, part=None):
    part = part or case.instalments.first()
    return lambda: actions.record_payment(case, by=by, at=at, instalment=part, amount=Decimal(amount), paid_on=paid_on)


def test_payments_stay_within_what_is_owed(yang, zhao, now):
    case = CaseFactory("performing", mediator=yang)
    refused(pay(case, yang, now, 112001), "112,000.00")
    refused(pay(case, yang, now, 0), "大于零")
    refused(pay(case, yang, now, 1, paid_on=AGREED - timedelta(days=1)), "早于")
    refused(pay(case, yang, now, 1, part=CaseFactory("performing").instalments.first()), "其他案件")
    case = pay(case, zhao, now, 100000)()
    assert (case.amount_paid, case.pay_by) == (100000, PAID)
    refused(lambda: actions.close_out(case, by=zhao, at=now, closed_out_on=PAID, callback="satisfied"), "12,000.00")
    case = pay(case, zhao, now, 12000)()
    refused(pay(case, zhao, now, 1), "全部付清")


def test_an_extension_is_agreed_before_the_limit_ends(yang, now):
    case = CaseFactory("mediating", mediator=yang)
    typed = {"days": 10, "reason": "等待对账"}
    late = DAY("2024-01-24")
    refused(lambda: actions.extend(case, by=yang, at=now, consented_on=late, **typed), "届满")
    case = actions.extend(case, by=yang, at=now, consented_on=DAY("2024-01-23"), **typed)
    assert case.due_on == DAY("2024-02-02")


def test_a_file_without_papers_is_not_archived(gao, now):
    case = CaseFactory("closed_out")
    refused(lambda: actions.archive(case, by=gao, at=now, archived_on=PAID), "材料")


def test_a_group_case_is_kept_longer(gao):
    assert CaseFactory("archived").retention_years == 10
    assert CaseFactory("archived", worker_count=10).retention_years == 30


@pytest.mark.parametrize(
    "change",
    [
        {"state": "concluded"},
        {"outcome": "agreed"},
        {"state": "mediating"},
        {"accepted_on": date(2024, 1, 1)},
        {"amount_paid": 1},
        {"worker_count": 0},
    ],
)
def test_the_database_itself_refuses_what_can_never_be(change):
    case = CaseFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        DisputeCase.objects.filter(pk=case.pk).update(**change)


def test_personal_numbers_are_sealed_and_found_by_index():
    case = CaseFactory()
    party = case.parties.get(role="applicant")
    assert Party.objects.filter(pk=party.pk).extra(select={"raw": "phone"}).values_list("raw")[0][0] != "13800001234"
    assert DisputeCase.objects.about_number("+86 138 0000 1234").get() == case
    assert not DisputeCase.objects.about_number("13800001235").exists()
