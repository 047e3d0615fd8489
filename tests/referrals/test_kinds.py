"""What each kind carries, may pass on and begins: the rows of the table, and the guards that read them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

import disputes.actions
from casework.errors import StepRefused
from casework.workflow import Act
from organizations.models import Authority, Region
from referrals import actions, sharing
from referrals.detail_fields import MAKERS
from referrals.messages import body_of
from referrals.models import Delivery, OfficeRule, Referral, ReferralKind
from referrals.workflow import WORKFLOW
from tests.factories.referrals import brought_to, make_referral, officer, partner
from tests.referrals.conftest import open_case

pytestmark = pytest.mark.django_db
ZONE = timezone.get_current_timezone()
# Every kind with its direction.
KINDS = {
    "court_assign": "in", "court_entrust": "in", "judicial_confirmation": "out", "payment_order": "out",
    "enforcement": "out", "court_lead": "both", "support_suing": "out", "procuratorial_lead": "out",
    "crime_lead": "out", "inspection": "out", "arbitration": "both", "arbitral_review": "out",
    "hr_joint_mediation": "both", "social_insurance": "out", "legal_aid": "out", "union_legal_aid": "internal",
    "peoples_mediation": "both", "petition": "both",
}  # fmt: skip


def noon(year: int, month: int, day: int) -> dt.datetime:
    return dt.datetime(year, month, day, 12, tzinfo=ZONE)


def refused(referral: Referral, now: dt.datetime) -> list[str]:
    """Why the draft may not go out."""
    fresh = Referral.objects.get(pk=referral.pk)
    offer = WORKFLOW.offer(WORKFLOW.steps["approve"], fresh, Act(officer("committee_director"), now))
    return offer.reasons


def test_every_kind_of_the_reference_is_there_in_its_direction():
    assert dict(ReferralKind.objects.values_list("code", "direction")) == KINDS


@pytest.mark.parametrize("code", sorted(KINDS))
def test_a_row_names_only_what_the_system_knows(code):
    kind = ReferralKind.objects.get(pk=code)
    assert kind.acts
    assert set(kind.acts) <= set(ReferralKind.Act.values)
    assert set(kind.shares) <= set(sharing.ITEMS)
    assert set(kind.grounds) <= set(Referral.LegalGround.values)
    assert {field["type"] for field in kind.fields} <= set(MAKERS)
    assert set(kind.outcome_rules) <= {code for code, _label in kind.outcomes}
    assert kind.basis
    assert kind.authority_kind in Authority.Kind.values


@pytest.mark.parametrize("code", sorted(code for code, direction in KINDS.items() if direction != "in"))
def test_of_the_file_a_message_holds_the_items_of_its_kind_and_nothing_else(case, now, code):
    """The whole list of the kind is chosen; what the kind does not name stays at home."""
    kind = ReferralKind.objects.get(pk=code)
    secret = {"worker_phones": "13800001234", "worker_addresses": "祥城镇", "worker_names": "杨小明"}
    ground = next(ground for ground in kind.grounds if ground != "nothing_personal")
    referral = make_referral(case, "queued", kind=code, shared=kind.shares, legal_ground=ground)
    data = body_of(referral)["data"]
    assert set(data) <= set(kind.shares)
    told = str(data)
    for item, text in secret.items():
        if item not in kind.shares and not (item == "worker_addresses" and "employer_address" in kind.shares):
            assert text not in told
    assert all(secret[item] in told for item in secret.keys() & set(kind.shares))


def test_only_the_chosen_items_are_passed_on_and_they_are_kept_as_they_stood(case, now):
    referral = make_referral(case, "queued", shared=["worker_names", "amounts"])
    assert referral.passed_data == {"worker_names": ["杨小明"], "amounts": {"claimed": "12000.00"}}
    case.parties.filter(role="applicant").update(name="杨大明")
    referral.refresh_from_db()
    assert referral.passed_data["worker_names"] == ["杨小明"]
    assert referral.masked_lines[0][1] == "杨某某"
    assert "杨小明" not in str(list(referral.events.values_list("note", flat=True)))


def test_a_case_with_hidden_names_names_nobody(case, now):
    type(case).objects.filter(pk=case.pk).update(names_hidden=True)
    referral = make_referral(case, "queued", shared=["worker_names", "worker_phones", "employer_name"])
    assert set(referral.passed_data) == {"employer_name"}


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("procuratorial_lead", {"shared": ["worker_names"]}),
        ("inspection", {"shared": ["worker_names"], "legal_ground": "nothing_personal"}),
        ("inspection", {"shared": ["worker_names"], "act": "advice"}),
        ("inspection", {"details": {"nature": "complaint", "violation": "欠薪"}}),
        ("inspection", {"consent_on": None}),
        ("crime_lead", {"legal_ground": "consent"}),
        ("hr_joint_mediation", {"act": "transfer"}),
        ("crime_lead", {"legal_basis": " "}),
        ("legal_aid", {"details": {"matter": "身份证号530102199003071234", "hardship": "declared"}}),
        ("judicial_confirmation", {"details": {"effective_on": "2024-01-05"}}),
        ("enforcement", {"details": {"instrument": "〔2020〕1号", "last_performance_on": "2020-01-05"}}),
    ],
)
def test_what_is_missing_late_or_too_much_is_said_before_it_goes_out(case, now, kind, change):
    assert len(refused(make_referral(case, kind=kind, **change), now)) == 1
    assert refused(make_referral(case, kind=kind), now) == []


def test_the_window_of_thirty_days_is_open_on_its_last_day(zhao, case):
    """Example of Mengla: effective Thu 2025-04-03, until Tue 2025-05-06 as the thirtieth day is a holiday."""
    told = {"details": {"effective_on": "2025-04-03"}}
    referral = make_referral(case, kind="judicial_confirmation", at=noon(2025, 4, 3), **told)
    assert refused(referral, noon(2025, 5, 6)) == []
    assert len(refused(referral, noon(2025, 5, 7))) == 1


# --- acts -------------------------------------------------------------------------------------------------------------


def test_referring_keeps_the_file_with_the_union(case):
    referral = make_referral(case, "accepted", kind="inspection")
    case.refresh_from_db()
    assert (referral.act, referral.holder, case.state) == ("keep", case.org, "applied")


def test_a_transfer_lets_the_file_go_only_when_it_is_taken_on(case):
    referral = make_referral(case, "acknowledged", kind="inspection", act="transfer")
    case.refresh_from_db()
    assert (referral.holder, case.state) == (case.org, "applied")
    referral = brought_to(referral, "accepted", at=timezone.now())
    case.refresh_from_db()
    assert referral.holder == referral.authority
    assert (case.state, case.outcome, case.passed_to) == ("concluded", "transferred", referral.authority.name)
    assert "handed_over" in case.events.values_list("verb", flat=True)


def test_a_returned_transfer_leaves_the_file_where_it_is(case):
    referral = make_referral(case, "returned", kind="inspection", act="transfer")
    case.refresh_from_db()
    assert (referral.holder, case.state) == (case.org, "applied")


def test_a_case_in_mediation_is_not_given_away(case, zhao, now):
    disputes.actions.accept(case, by=zhao, at=now, accepted_on=timezone.localdate(now))
    assert len(refused(make_referral(case, kind="inspection", act="transfer"), now)) == 1


def test_advice_is_given_without_a_number_and_within_its_own_period(case, now):
    referral = make_referral(case, "sent", kind="support_suing", act="advice", at=noon(2024, 6, 11))
    assert referral.deadlines.get(rule__code="referral.advice").due_on == dt.date(2024, 6, 25)
    by, at = partner(referral.authority), noon(2024, 6, 12)
    referral = actions.acknowledge(referral, by=by, at=at, acked_on=at.date())
    with pytest.raises(StepRefused):
        actions.accept(referral, by=by, at=at, decided_on=at.date(), external_no="1")
    referral = actions.complete(referral, by=by, at=at, result="advised", result_on=at.date(), result_text="可以起诉")
    assert (referral.state, referral.result_label) == ("completed", "已提供意见")


def test_what_was_not_taken_on_has_no_result(case, now):
    referral = make_referral(case, "acknowledged")
    with pytest.raises(StepRefused):
        actions.complete(
            referral, by=partner(referral.authority), at=now, result="agreed", result_on=timezone.localdate(now)
        )


# --- periods ----------------------------------------------------------------------------------------------------------


def test_the_chain_of_qujing_to_the_day(zhao):
    """Docket by 10-25, finish by 2025-01-17, with the extension by 2025-03-06."""
    case = qujing_case()
    referral = make_referral(case, "sent", kind="inspection", at=noon(2024, 10, 18))
    assert referral.deadlines.get(rule__code="inspection.accept").due_on == dt.date(2024, 10, 25)
    referral = brought_to(referral, "accepted", at=noon(2024, 10, 24))
    assert referral.deadlines.get(rule__code="inspection.finish").due_on == dt.date(2025, 1, 17)
    by, at = partner(referral.authority), noon(2025, 1, 10)
    referral = actions.prolong(referral, by=by, at=at, reason="案情复杂")
    assert referral.deadlines.get(rule__code="inspection.finish").due_on == dt.date(2025, 3, 6)
    with pytest.raises(StepRefused):
        actions.prolong(referral, by=by, at=at, reason="仍未查清")


def qujing_case():
    return open_case(officer("case_officer", "530300"), noon(2024, 8, 26))


def test_the_referral_of_nanhua_to_the_day(case):
    """Signed for by 12-04, answered by 12-27; legal aid decided by 12-08 and a lawyer named by 12-11."""
    suing = make_referral(case, "sent", kind="support_suing", at=noon(2023, 11, 27))
    due = dict(suing.deadlines.values_list("rule__code", "due_on"))
    assert due == {"referral.ack": dt.date(2023, 12, 4), "referral.result": dt.date(2023, 12, 27)}
    aid = make_referral(case, "sent", kind="legal_aid", at=noon(2023, 12, 1))
    assert aid.deadlines.get(rule__code="legal_aid.decide").due_on == dt.date(2023, 12, 8)
    aid = brought_to(aid, "completed", at=noon(2023, 12, 8))
    assert aid.deadlines.get(rule__code="legal_aid.appoint").due_on == dt.date(2023, 12, 11)
    suing = brought_to(suing, "accepted", at=noon(2023, 11, 29))
    by, day = partner(suing.authority), dt.date(2023, 12, 11)
    suing = actions.complete(suing, by=by, at=noon(2023, 12, 11), result="mediated", result_on=day)
    suing = actions.record_result(suing, by=officer("liaison"), at=noon(2023, 12, 11), told_on=day)
    assert (suing.state, suing.result) == ("closed", "mediated")
    assert suing.deadlines.get(rule__code="referral.tell_caller").met_on == day


def test_a_day_both_sides_agreed_on_stands_as_it_is(case):
    referral = make_referral(case, "sent", agreed_due_on=dt.date(2024, 9, 16), at=noon(2024, 9, 2))
    assert referral.deadlines.get(rule__code="referral.result").due_on == dt.date(2024, 9, 16)  # a holiday


def test_the_procuratorate_tells_within_five_days_of_its_end(case):
    referral = make_referral(case, "accepted", kind="procuratorial_lead", at=noon(2024, 6, 3))
    by = partner(referral.authority)
    day = dt.date(2024, 6, 5)
    referral = actions.complete(referral, by=by, at=noon(2024, 6, 12), result="recommendation", result_on=day)
    told = referral.deadlines.get(rule__code="procuratorial_lead.feedback")
    assert (told.due_on, told.met_on) == (dt.date(2024, 6, 11), dt.date(2024, 6, 12))  # the tenth is a holiday


# --- the office in charge ---------------------------------------------------------------------------------------------


def in_charge(code: str, case) -> str:
    return str(OfficeRule.objects.proposed(ReferralKind.objects.get(pk=code), case).office.name)


@pytest.mark.parametrize(
    ("code", "work", "office"),
    [
        ("inspection", "", "祥云县人力资源和社会保障局"),
        ("inspection", "532924", "宾川县人力资源和社会保障局"),
        ("arbitration", "532924", "宾川县人力资源和社会保障局"),
        ("social_insurance", "532924", "祥云县人力资源和社会保障局"),
        ("judicial_confirmation", "532924", "祥云县人民法院"),
        ("support_suing", "", "祥云县人民检察院"),
        ("union_legal_aid", "", "祥云县总工会职工法律援助中心"),
        ("petition", "", "祥云县信访局"),
    ],
)
def test_the_office_follows_from_kind_and_place(case, code, work, office):
    case.work_region = Region.objects.get(pk=work) if work else None
    assert in_charge(code, case) == office


def test_the_more_specific_rule_goes_first_and_a_level_is_a_floor(case):
    inspection = ReferralKind.objects.get(pk="inspection")
    OfficeRule.objects.create(region_id="532900", authority_kind="hr", place="union", level="prefecture")
    assert in_charge("inspection", case) == "大理白族自治州人力资源和社会保障局"
    assert in_charge("social_insurance", case) == "祥云县人力资源和社会保障局"
    OfficeRule.objects.create(kind=inspection, authority_kind="hr", place="union", level="province")
    assert in_charge("inspection", case) == "云南省人力资源和社会保障厅"


# --- pages and API ----------------------------------------------------------------------------------------------------


def test_the_form_of_a_kind_asks_for_what_it_needs_and_keeps_it(client, case, li, duan):
    client.force_login(li.user)
    address = f"/referrals/new/?case={case.pk}&kind=inspection"
    page = client.get(address).content.decode()
    assert "detail_happened_on" in page
    assert "《劳动保障监察条例》" in page
    assert 'value="worker_id_numbers"' not in page  # not on the list of this kind
    today = timezone.localdate().isoformat()
    typed = {
        "case": case.pk, "kind": "inspection", "subject": "欠薪", "facts": "拖欠工资", "request": "请依法查处",
        "detail_nature": "recommendation", "detail_violation": "拖欠工资", "detail_happened_on": today,
        "shared": ["employer_name", "worker_count"], "legal_ground": "consent", "consent_on": today,
    }  # fmt: skip
    bad = client.post("/referrals/new/", {**typed, "detail_happened_on": "2999-01-01"})
    assert bad.status_code == 422
    assert client.post("/referrals/new/", typed).status_code == 302
    referral = Referral.objects.get()
    assert referral.details == {"nature": "recommendation", "violation": "拖欠工资", "happened_on": today}
    assert referral.legal_basis.startswith("《劳动法》")
    client.force_login(duan.user)
    assert client.post(referral.step_url("approve"), {}).status_code == 302
    assert Delivery.objects.count() == 1
    shown = client.get(referral.get_absolute_url()).content.decode()
    assert "工会建议" in shown
    assert "祥云县甲餐饮有限公司" in shown


def test_a_body_tells_details_by_code_and_unknown_ones_are_named(client, case, li):
    client.force_login(li.user)
    body = {
        "case": case.pk, "kind": "support_suing", "subject": "支持起诉", "facts": "欠薪", "request": "请支持起诉",
        "details": {"why_hard": "不识字", "suing_for": "工资"}, "shared": ["worker_names"],
    }  # fmt: skip

    def send(**more):
        return client.post("/api/v1/referrals/", {**body, **more}, content_type="application/json")

    made = send()
    assert made.status_code == 201, made.content.decode()
    assert made.json()["details"] == body["details"]
    assert "passed" not in made.json()
    assert send(details={"no_such": "x"}).status_code == 400
    assert send(details="x").status_code == 400
    assert send(shared=["bank_cards"]).status_code == 400
    assert send(act="transfer").status_code == 400


def test_the_authority_reads_what_was_passed_on_masked_and_in_full_against_a_reason(client, case, hr_officer, li):
    referral = make_referral(case, "sent", shared=["worker_names", "worker_phones"])
    client.force_login(hr_officer.user)
    page = client.get(referral.get_absolute_url()).content.decode()
    assert "杨某某" in page
    assert "杨小明" not in page
    shown = client.post(f"/referrals/{referral.pk}/reveal/", {"reason": "联系职工核实"}).content.decode()
    assert "杨小明" in shown
    assert "13800001234" in shown
    assert referral.events.filter(verb="reveal", by=hr_officer).count() == 1


@pytest.mark.parametrize("who", ["ma", "li", "hr_officer"])
def test_the_directory_tells_hours_and_address(client, request, who):
    Authority.objects.filter(kind="hr", region="532923").update(hours="周一至周五 8:30—17:30", address="祥云县祥城镇")
    client.force_login(request.getfixturevalue(who).user)
    page = client.get("/offices/", {"place": "祥云", "kind": "hr"}).content.decode()
    assert "周一至周五 8:30—17:30" in page
    assert "大理白族自治州人力资源和社会保障局" in page
    assert "宾川" not in page
    assert client.get("/offices/", {"place": "x' OR 1=1", "kind": "no"}).status_code == 200


def test_every_code_a_referral_may_hold_is_listed_for_systems(client, li):
    client.force_login(li.user)
    rows = {row["code"]: row for row in client.get("/api/v1/referral-kinds/").json()["results"]}
    assert rows.keys() == KINDS.keys()
    for kind in ReferralKind.objects.all():
        told = rows[kind.code]
        assert [one["code"] for one in told["details"]] == [one["code"] for one in kind.fields]
        assert [[one["code"], one["label"], one["required"]] for one in told["enclosed"]] == kind.papers
        assert [one["code"] for one in told["shared"]] == kind.shares
        assert [one["code"] for one in told["legal_ground"]] == kind.grounds
        assert [one["code"] for one in told["act"]] == kind.acts
        assert [[one["code"], one["label"]] for one in told["result"]] == kind.outcomes
    procedure = next(one for one in rows["court_entrust"]["details"] if one["code"] == "procedure")
    assert (procedure["type"], procedure["choices"][0]["code"]) == ("choice", "ordinary")
