"""From the ringing phone to the success rate through the API: the packers of Dounan, January 2024, every date of it."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from disputes.models import DisputeCase, Payment
from organizations.models import AccessToken
from referrals.models import Delivery, Referral
from tests.staff import staff_of

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def staff():
    return staff_of("530114")


@pytest.fixture
def ask(client, staff):
    """`ask("mediator", "cases/1/agree", {...})` posts as that officer; without a body it reads."""
    tokens = {duty: AccessToken.objects.issue(officer.user) for duty, officer in staff.items()}

    def asked(duty, address, body=None, expect=None, **upload):
        headers = {"Authorization": f"Bearer {tokens[duty]}"}
        url = f"/api/v1/{address}"
        if upload:
            answer = client.post(url, {**body, **upload}, headers=headers)
        elif body is None:
            answer = client.get(url, headers=headers)
        else:
            answer = client.post(url, body, content_type="application/json", headers=headers)
        assert answer.status_code == (expect or 200), (
            address,
            answer.content.decode(),
        )
        return answer.json()

    return asked


def paper(name="材料.pdf"):
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def due(file):
    return {deadline["rule"]: deadline["due_on"] for deadline in file["deadlines"]}


@pytest.fixture
def case(ask):
    """The call on 8 January, its work order signed for, and the case opened from it."""
    call = ask(
        "hotline_operator",
        "calls/",
        {
            "request_type": "complaint",
            "category": "0101",
            "region": "530114",
            "workers_affected": 6,
            "employer_name": "昆明斗南测试花卉有限公司",
            "facts": "六名花卉包装工人三个月工资未发",
            "claim": "支付拖欠的工资",
            "amount": "118600.00",
            "caller_name": "马小花",
            "caller_phone": "13800005678",
            "started_at": "2024-01-08T09:10:00+08:00",
            "next_step": "order",
        },
        expect=201,
    )
    order = call["work_orders"][0]
    ask("case_officer", f"work-orders/{order}/sign_for/", {})
    ask("case_officer", f"work-orders/{order}/start/", {"contacted_on": "2024-01-08"})
    opened = ask(
        "case_officer",
        f"work-orders/{order}/open_case/",
        {
            "received_on": "2024-01-08",
            "category": "0101",
            "legal_ground": "pay",
            "employer_name": "昆明斗南测试花卉有限公司",
            "worker_count": 6,
            "amount": "118600.00",
            "applicant_name": "马小花",
            "facts": "2023年10月至12月工资未发。",
        },
    )
    found = DisputeCase.objects.get()
    assert opened["case"] == found.pk
    return f"cases/{found.pk}/"


@pytest.fixture
def agreed(ask, case, staff):
    """Accepted on the day of receipt, one meeting, agreement on 19 January for 112,000 yuan."""
    ask("case_officer", f"{case}accept/", {"accepted_on": "2024-01-08", "both_sides_willing": True})
    ask("case_officer", f"{case}assign/", {"mediator": staff["mediator"].pk, "assigned_on": "2024-01-08"})
    ask(
        "mediator",
        f"{case}hold_meeting/",
        {
            "held_on": "2024-01-15",
            "manner": "on_site",
            "rights_read": True,
            "parties_present": True,
            "minutes": "双方到场，核对了考勤和工资表。",
        },
    )
    return ask(
        "mediator",
        f"{case}agree/",
        {
            "terms": "用人单位于2024年1月30日前一次付清。",
            "agreed": [{"claim": 1, "amount": "112000.00"}],
            "instalments": [{"due_on": "2024-01-30", "amount": "112000.00"}],
            "applicants_signed_on": "2024-01-19",
            "respondents_signed_on": "2024-01-19",
            "mediator_signed_on": "2024-01-19",
            "seal_on": "2024-01-19",
        },
    )


def test_the_clocks_of_the_application(ask, case):
    file = ask("case_officer", case)
    assert due(file)["case.accept"] == "2024-01-11"
    accepted = ask("case_officer", f"{case}accept/", {"accepted_on": "2024-01-08", "both_sides_willing": True})
    assert due(accepted)["case.mediate"] == "2024-01-23"
    assert accepted["number"] == "呈贡工调〔2024〕1号"


def test_the_agreement_opens_both_windows_on_adjusted_working_days(agreed):
    assert (agreed["state"], agreed["outcome"], agreed["closed_on"]) == ("performing", "agreed", "2024-01-19")
    assert agreed["agreement"]["effective_on"] == "2024-01-19"
    assert due(agreed)["agreement.judicial_confirmation"] == "2024-02-18"
    assert due(agreed)["agreement.arbitral_review"] == "2024-02-04"
    assert (agreed["amount_claimed"], agreed["amount_agreed"]) == ("118600.00", "112000.00")


@pytest.fixture
def paid(ask, case, agreed):
    instalment = agreed["instalments"][0]["id"]
    body = {"instalment": instalment, "amount": "112000.00", "paid_on": "2024-01-30"}
    return ask("mediator", f"{case}record_payment/", body)


def test_the_money_and_the_end_of_the_file(ask, case, paid):
    assert paid["amount_paid"] == "112000.00"
    closed = ask("mediator", f"{case}close_out/", {"closed_out_on": "2024-01-30", "callback": "satisfied"})
    assert closed["state"] == "closed_out"


def test_the_success_rate_is_the_recount_by_hand(ask, case, paid):
    answer = ask("statistician", "reports/indicators/?organization=530114&from=2024-01-01&to=2024-03-31")
    values, details = answer["rows"][0]["values"], answer["rows"][0]["details"]
    cohort = DisputeCase.objects.filter(closed_on__range=("2024-01-01", "2024-03-31"))
    succeeded = cohort.filter(outcome__in=["agreed", "reconciled"]).count()
    assert values["mediation_success_rate"] == f"{100 * Decimal(succeeded) / cohort.count():.2f}" == "100.00"
    rests_on = details["mediation_success_rate"]
    assert (rests_on["numerator"], rests_on["denominator"]) == (1, 1)
    assert values["persons_involved"] == 6
    recovered = sum(payment.amount for payment in Payment.objects.all())
    assert Decimal(values["recovered"]) == recovered == Decimal(112000)


def test_the_letter_is_drafted_signed_served_and_answered(ask, case, staff):
    today = timezone.localdate()
    matter = ask(
        "supervisor",
        "matters/",
        {
            "employer_name": "昆明斗南测试花卉有限公司",
            "topic": "pay",
            "source": "case",
            "facts": "拖欠六名工人工资",
            "workers_affected": 6,
        },
        expect=201,
    )
    letter = ask(
        "supervisor",
        "documents/",
        {
            "matter": matter["id"],
            "kind": "reminder_letter",
            "audience": "targeted",
            "facts": "2023年10月至12月未足额支付工资。",
            "legal_basis": "《中华人民共和国劳动法》第五十条",
            "demands": "核清拖欠数额并按期支付。",
            "contact_phone": "0871-67470000",
            "addressee_address": "昆明市呈贡区斗南街道1号",
        },
        expect=201,
    )
    page = f"documents/{letter['id']}/"
    assert letter["number"] == ""
    ask("supervisor", f"{page}submit/", {"no_conflict": True})
    assert ask("supervisor", f"{page}approve/", {}, expect=403)["status"] == 403
    signed = ask("signatory", f"{page}approve/", {})
    assert signed["number"] == f"呈贡工劳监提〔{today.year}〕1号"
    assert signed["number"] in signed["text"]
    ask("liaison", f"{page}seal/", {})
    ask("liaison", f"{page}dispatch/", {"method": "direct", "address": "昆明市呈贡区斗南街道1号"})
    served = ask(
        "liaison",
        f"{page}record_service/",
        {"served_on": today, "method": "direct", "received_by": "门卫"},
        papers=paper("回证.pdf"),
    )
    clock = next(d for d in served["deadlines"] if d["rule"] == "letter.reply")
    assert clock["started_on"] == today.isoformat()
    assert dt.date.fromisoformat(clock["due_on"]) >= today + dt.timedelta(days=15)
    ask(
        "liaison",
        f"{page}reply/",
        {"replied_on": today, "stance": "corrected", "summary": "已付清。"},
        papers=paper("回复.pdf"),
    )
    ask("supervisor", f"{page}accept_reply/", {"rectify_by": today.isoformat()})
    done = ask(
        "supervisor", f"{page}verify/", {"verified_on": today, "findings": "工资已全部发放。"}, papers=paper("核实.pdf")
    )
    assert done["state"] == "closed"
    assert ask("supervisor", f"matters/{matter['id']}/")["outcome"] == "rectified"


def test_the_referral_reaches_the_hr_office_and_its_answer_comes_back(
    ask, case, agreed, django_capture_on_commit_callbacks
):
    today = timezone.localdate().isoformat()
    source = int(case.split("/")[1])
    body = {
        "kind": "hr_joint_mediation",
        "case": source,
        "subject": "督促履行调解协议",
        "facts": "用人单位应于2024年1月30日前支付112000元。",
        "request": "请协助督促履行。",
        "legal_ground": "consent",
        "consent_on": today,
    }
    referral = ask("liaison", "referrals/", body, expect=201)
    page = f"referrals/{referral['id']}/"
    ask("hr", page, expect=404)
    ask("committee_director", f"{page}approve/", {})
    deliver_everything()
    assert ask("liaison", page)["state"] == "sent"
    ask("hr", f"{page}acknowledge/", {"acked_on": today})
    ask("hr", f"{page}accept/", {"decided_on": today, "external_no": "呈人社调2024-1"})
    outcome = Referral.objects.get().kind.outcomes[0][0]
    ask("hr", f"{page}complete/", {"result": outcome, "result_on": today, "result_text": "已督促履行。"})
    closed = ask("liaison", f"{page}record_result/", {"told_on": today})
    assert closed["state"] == "closed"
    events = DisputeCase.objects.get().events.values_list("verb", "note")
    assert ("referral_answered", referral["number"]) in set(events) or closed["number"] in dict(events).values()


def deliver_everything():
    """What relay and worker do, in this process: the broker has its own tests."""
    from referrals.tasks import deliver

    for delivery in Delivery.objects.lease():
        deliver(delivery.pk, str(delivery.lease))
