"""From the ringing phone to the success rate by clicking alone: the packers of Dounan, January 2024."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from casework.models import Policy
from disputes.models import DisputeCase
from hotline.models import CallRecord, WorkOrder
from supervision.models import SupervisionDocument
from tests.browser.walking import Walker
from tests.factories.disputes import CaseFactory
from tests.factories.hotline import OrderFactory, at
from tests.factories.referrals import make_referral
from tests.staff import staff_of
from tests.union_by_api import deliver_everything

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHENGGONG = "530114"
EMPLOYER = "昆明斗南测试花卉有限公司"
NAMES = {
    "hotline_operator": "马接听",
    "case_officer": "赵办案",
    "mediator": "杨调解",
    "supervisor": "苏监督",
    "committee_director": "段主任",
    "signatory": "木签发",
    "liaison": "李联络",
    "quality_inspector": "白质检",
    "statistician": "何统计",
    "hr": "人社经办",
}


@pytest.fixture
def staff(transactional_db):
    """The officers of the county under Chinese names, as their names stand on the pages."""
    found = staff_of(CHENGGONG)
    for duty, officer in found.items():
        officer.user.display_name = NAMES[duty]
        officer.user.save()
    return found


@pytest.fixture
def walk(sign_in, violations, staff):
    """`walk("mediator")`: that person at the home page. At the end nobody may have met a fault."""
    walkers = []

    def begin(duty, address="/"):
        walkers.append(Walker(sign_in(staff[duty], address), violations))
        return walkers[-1]

    yield begin
    assert [fault for walker in walkers for fault in walker.faults] == []


def test_a_call_becomes_a_work_order_while_the_caller_talks(walk):
    operator = walk("hotline_operator")
    operator.press("开始登记 n")
    operator.page.keyboard.press("3")
    operator.choose(category="0101")
    operator.type(caller_phone="13800005678", caller_name="马小花", workers_affected="6", employer_name=EMPLOYER)
    operator.type(facts="六名花卉包装工人三个月工资未发", claim="支付拖欠的工资")
    operator.page.locator("[data-draft-status]", has_text="草稿已自动保存").wait_for()
    for group in ("诉求详情", "事后补录"):
        operator.page.locator("summary", has_text=group).click()
    operator.type(amount="118600", started_at="2024-01-08T09:10")
    operator.page.get_by_role("button", name="登记并转办").click()
    operator.page.wait_for_url(re.compile(r"/calls/\d+/$"))
    operator.look()
    call = CallRecord.objects.get()
    assert (call.request_type, call.workers_affected, call.amount) == ("complaint", 6, 118600)
    assert call.talk_seconds is None  # the timer of the screen knows nothing of a call entered afterwards
    assert "2024-01-08(周一) 09:10" in operator.text()
    assert "118,600.00" in operator.text()
    operator.press(WorkOrder.objects.get().number)
    assert "待签收" in operator.text()
    assert "138****5678" in operator.text()
    assert "13800005678" not in operator.page.content()


def test_a_work_order_is_signed_for_and_becomes_a_case(walk, staff):
    OrderFactory(
        region=CHENGGONG, when=at("2024-01-08", 9, 10), employer_name=EMPLOYER, amount="118600", workers_affected=6
    )
    officer = walk("case_officer")
    officer.press("签收")
    officer.press("签收")
    officer.send("签收")
    officer.press("登记首次联系")
    officer.type(contacted_on="2024-01-08")
    officer.send("登记首次联系")
    officer.press("立为争议案件")
    officer.type(received_on="2024-01-08")
    officer.send("立为争议案件")
    order, case = WorkOrder.objects.get(), DisputeCase.objects.get()
    assert order.case == case
    if "/cases/" not in officer.page.url:
        officer.press(str(case))
    assert officer.due("调解申请受理决定") == "2024-01-11(周四)"
    assert "118,600.00" in officer.text()
    officer.press("受理")
    officer.type(accepted_on="2024-01-08")
    officer.tick("both_sides_willing")
    officer.send("受理")
    assert officer.due("调解期限") == "2024-01-23(周二)"
    assert "呈贡工调〔2024〕1号" in officer.text()
    officer.press("指派调解员")
    officer.choose(mediator=str(staff["mediator"].pk))
    officer.type(assigned_on="2024-01-08")
    officer.send("指派调解员")
    assert "杨调解" in officer.text()


@pytest.fixture
def dounan(staff):
    """`dounan("assigned")`: the case as far as the factories bring it, in the hands of the county's mediator."""

    def case(state):
        respondents = [{"name": EMPLOYER, "phone": "0871-67470000"}]
        return CaseFactory(state, region=CHENGGONG, mediator=staff["mediator"], respondents=respondents)

    return case


def test_the_case_is_mediated_agreed_paid_and_closed(walk, dounan):
    dounan("assigned")
    mediator = walk("mediator")
    mediator.press("确认接受指派")
    mediator.press("确认接受指派")
    mediator.type(confirmed_on="2024-01-10", disclosure="无")
    mediator.send("确认接受指派")
    mediator.press("登记调解会")
    mediator.type(held_on="2024-01-15", minutes="双方到场，核对了考勤和工资表。")
    mediator.tick("rights_read", "parties_present")
    mediator.send("登记调解会")
    mediator.press("登记调解协议")
    mediator.type(terms="用人单位于2024年1月30日前一次付清。", agreed__0__amount="112000")
    mediator.type(instalments__0__due_on="2024-01-30", instalments__0__amount="112,000.00")
    for name in ("applicants_signed_on", "respondents_signed_on", "mediator_signed_on", "seal_on"):
        mediator.type(**{name: "2024年1月19日"})
    mediator.send("登记调解协议")
    windows = mediator.page.get_by_role("group", name="赋予协议强制执行力的途径").inner_text()
    assert "2024-02-18(周日)" in windows
    assert "2024-02-04(周日)" in windows
    assert "112,000.00" in mediator.text()
    mediator.press("登记付款")
    assert mediator.page.locator("[name=amount]").input_value() == "112000.00"
    mediator.type(paid_on="2024-01-30")
    mediator.send("登记付款")
    assert "按期付清" in mediator.text()
    mediator.press("办结")
    mediator.type(closed_out_on="2024-01-30")
    mediator.page.locator("[name=callback][value=satisfied]").check()
    mediator.send("办结")
    case = DisputeCase.objects.get()
    assert (case.state, case.amount_paid, case.outcome) == ("closed_out", 112000, "agreed")
    assert mediator.steps() == ["出具文书", "补充材料", "材料归位", "注明缺件原因"]


def test_a_reminder_letter_is_drafted_reviewed_and_signed(walk, dounan):
    case = dounan("mediating")
    supervisor = walk("supervisor")
    supervisor.press("争议案件")
    supervisor.press(case.number)
    supervisor.press("登记监督事项")
    assert supervisor.page.locator("[name=employer_name]").input_value() == EMPLOYER
    supervisor.choose(topic="pay")
    supervisor.type(facts="拖欠六名工人工资", workers_affected="6")
    supervisor.send("登记监督事项")
    supervisor.press("起草提示函")
    supervisor.type(
        facts="2023年10月至12月未足额支付工资。",
        legal_basis="《中华人民共和国劳动法》第五十条",
        demands="核清拖欠数额并按期支付。",
        contact_phone="0871-67470000",
        addressee_address="昆明市呈贡区斗南街道1号",
    )
    supervisor.send("起草")
    assert "草稿" in supervisor.text()
    supervisor.press("提交审核")
    supervisor.tick("no_conflict")
    supervisor.send("提交审核")
    signatory = walk("signatory")
    signatory.press("签发编号")
    signatory.press("签发编号")
    signatory.send("签发编号")
    number = f"呈贡工劳监提〔{timezone.localdate().year}〕1号"
    assert SupervisionDocument.objects.get().number == number
    assert signatory.text().count(number) > 1


def test_the_letter_is_served_answered_and_the_correction_seen(walk, staff):
    from tests.factories import supervision as made

    matter = made.matter(staff["supervisor"], timezone.now())
    signed = made.approved(staff["supervisor"], timezone.now(), of=matter, signatory=staff["signatory"])
    today = f"{timezone.localdate():%Y-%m-%d}"
    liaison = walk("liaison")
    liaison.press("发出文书")
    liaison.press("发出文书")
    liaison.send("发出文书")
    liaison.press("登记送达")
    liaison.type(served_on=today, received_by="门卫")
    liaison.attach("papers", "回证.pdf")
    liaison.send("登记送达")
    assert "等待回复" in liaison.text()
    signed.refresh_from_db()
    assert signed.due_on >= timezone.localdate() + dt.timedelta(days=15)
    assert f"{signed.due_on:%Y-%m-%d}" in liaison.text()
    liaison.press("登记回复")
    liaison.choose(stance="corrected")
    liaison.type(replied_on=today, summary="已付清。")
    liaison.attach("papers", "回复.pdf")
    liaison.send("登记回复")
    supervisor = walk("supervisor")
    supervisor.press("评估回复")
    supervisor.press("认可回复")
    supervisor.type(rectify_by=today)
    supervisor.send("认可回复")
    supervisor.press("核实整改")
    supervisor.type(verified_on=today, findings="工资已全部发放。")
    supervisor.attach("papers", "核实.pdf")
    supervisor.send("核实整改")
    supervisor.press(matter.number)
    assert "已整改" in supervisor.text()


def test_a_case_is_referred_to_the_hr_office_and_its_answer_comes_back(walk, dounan):
    case = dounan("performing")
    liaison = walk("liaison")
    liaison.press("争议案件")
    liaison.press(case.number)
    liaison.press("移送机关办理")
    liaison.press("联合调解")
    liaison.choose(legal_ground="consent")
    liaison.type(
        consent_on=timezone.localdate().isoformat(),
        subject="督促履行调解协议",
        facts="用人单位应于2024年1月30日前支付112000元。",
        request="请协助督促履行。",
    )
    liaison.send("保存为草稿")
    director = walk("committee_director")
    director.press("批准并发出")
    director.press("批准并发出")
    director.send("批准并发出")
    deliver_everything()
    office = walk("hr")
    office.press("签收")
    office.press("签收")
    office.send("签收")
    office.press("受理")
    office.type(external_no="呈人社调2024-1")
    office.send("受理")
    office.press("填报办理结果")
    office.choose(result="agreed")
    office.type(result_text="已督促履行。")
    office.send("填报办理结果")


def test_the_answer_of_the_hr_office_stands_on_the_page_of_the_case(walk, dounan):
    case = dounan("performing")
    referral = make_referral(case, "completed")
    liaison = walk("liaison")
    liaison.press("结果记入案卷")
    liaison.press("结果记入案卷")
    liaison.send("结果记入案卷")
    liaison.press(case.number)
    answer = liaison.page.locator("section.card", has=liaison.page.get_by_role("heading", name="移送协作")).inner_text()
    assert referral.number in answer
    assert "达成协议" in answer
    assert "已办结" in answer


def test_the_statistician_finds_the_success_rate_of_the_quarter(walk, dounan, staff):
    """A rate of one case is shown only where the county has chosen to."""
    org = staff["statistician"].org
    Policy.objects.create(code="small_number_floor", region=org.region, value=1, valid_from=dt.date(2020, 1, 1))
    dounan("performing")
    statistician = walk("statistician")
    statistician.press("统计报表")
    statistician.choose(period_name="free")
    statistician.type(**{"from": "2024-01-01", "to": "2024-03-31"})
    statistician.page.get_by_role("button", name="统计").click()
    statistician.page.get_by_text("100.0%").first.wait_for()
    statistician.look()
    shown = statistician.text()
    assert "1 / 1" in shown
    assert re.search(r"涉及人数 6 人", shown)
    assert statistician.page.locator("svg.chart circle").count() > 0
