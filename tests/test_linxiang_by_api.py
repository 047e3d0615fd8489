"""The worked example that goes through all apps: call, work order, letter, joint mediation, agreement, money."""

import pytest

from tests.union_by_api import Union, due, met, paper, signed_on, windows

pytestmark = pytest.mark.django_db
FACTS = {"category": "0101", "legal_ground": "pay", "employer_name": "云南测试有限公司", "facts": "拖欠工资"}


class Linxiang(Union):
    """10.1, a chapter a method: each leaves its files to the next."""

    def rang(self):
        self.on("2024-06-03", "20:40")
        call = self.ring("46300.00", 5)
        self.on("2024-06-04", "09:00")
        order = self.dispatch(call, time_class="difficult")
        assert due(order) == {
            "order.dispatch": "2024-06-04",
            "order.finish.difficult": "2024-06-25",
            "order.sign": "2024-06-05",
        }
        ordinary = self.ask("liaison", "deadlines/preview/?rule=order.finish.ordinary&started_on=2024-06-03")
        assert ordinary["due_on"] == "2024-06-11"
        assert met(self.do("case_officer", self.order, "sign_for"))["order.sign"] == "2024-06-04"
        self.do("case_officer", self.order, "start", contacted_on="2024-06-04")

    def wrote(self):
        self.on("2024-06-05")
        opened = self.do("case_officer", self.order, "open_matter", topic="pay", facts="拖欠工资", workers_affected=5)
        self.matter = f"matters/{opened['matter']}/"
        self.document, signed = self.letter(self.matter, "2024-06-05")
        assert (signed["number"], signed["doc_date"]) == ("临翔工劳监提〔2024〕1号", "2024-06-05")
        self.on("2024-06-06")
        self.do("liaison", self.document, "dispatch", method="direct", address="测试路1号")
        receipt = {"served_on": "2024-06-06", "method": "direct", "received_by": "前台", "papers": paper("回证.pdf")}
        assert due(self.do("liaison", self.document, "record_service", **receipt))["letter.reply"] == "2024-06-21"

    def mediated(self):
        self.on("2024-06-11")
        typed = {"received_on": "2024-06-11", "worker_count": 5, "amount": "46300.00"}
        opened = self.do("case_officer", self.order, "open_case", **FACTS, **typed)
        self.case = f"cases/{opened['case']}/"
        assert due(self.accept("2024-06-11"))["case.mediate"] == "2024-06-26"
        joint, sent = self.refer("hr_joint_mediation", self.case)
        assert (sent["state"], sent["sent_on"], due(sent)["referral.ack"]) == ("sent", "2024-06-11", "2024-06-18")
        self.on("2024-06-12")
        assert met(self.do("hr", joint, "acknowledge", acked_on="2024-06-12"))["referral.ack"] == "2024-06-12"
        self.do("hr", joint, "accept", decided_on="2024-06-12", external_no="临人社调2024-1")
        self.on("2024-06-14")
        self.meet("2024-06-14")
        self.on("2024-06-18")
        parts = [("2024-06-25", "26300.00"), ("2024-07-02", "20000.00")]
        self.file = self.agree("46300.00", parts, **signed_on("2024-06-18"))
        assert (self.file["agreement"]["effective_on"], self.file["closed_on"]) == ("2024-06-18", "2024-06-18")
        assert windows(self.file) == ["2024-07-18", "2024-07-03"]
        ended = self.do("hr", joint, "complete", result="agreed", result_on="2024-06-18")
        assert ended["state"] == "completed"
        assert self.do("liaison", joint, "record_result", told_on="2024-06-18")["closed_on"] == "2024-06-18"

    def answered(self):
        self.on("2024-06-20")
        said = {"replied_on": "2024-06-20", "stance": "promised", "summary": "分两期支付", "papers": paper("回复.pdf")}
        assert self.do("liaison", self.document, "reply", **said)["on_time"] is True
        promised = self.do("supervisor", self.document, "accept_reply", rectify_by="2024-07-02")
        assert promised["due_on"] == "2024-07-02"

    def paid(self):
        self.on("2024-06-25")
        paid = self.pay(self.file, 0, "26300.00", "2024-06-25")
        assert paid["amount_paid"] == "26300.00"
        twice = {"result": "已达成协议，首期已付。", "recovered": "26300.00"}
        self.do("case_officer", self.order, "give_feedback", expect=400, **twice)
        told = self.do("case_officer", self.order, "give_feedback", result="已达成协议，首期已付。")
        assert met(told)["order.finish.difficult"] == "2024-06-25"
        assert due(told)["order.callback"] == "2024-06-28"
        self.on("2024-06-27")
        said = {"reached": "yes", "satisfaction": "satisfied", "attitude": "satisfied"}
        called = self.do("quality_inspector", self.order, "record_callback", **said)
        assert (called["called_back_on"], called["satisfaction"]) == ("2024-06-27", "satisfied")
        assert self.do("quality_inspector", self.order, "close")["closed_on"] == "2024-06-27"
        self.on("2024-07-02")
        paid = self.pay(self.file, 1, "20000.00", "2024-07-02")
        assert [part["settled_on"] for part in paid["instalments"]] == ["2024-06-25", "2024-07-02"]
        assert paid["amount_paid"] == "46300.00"
        self.on("2024-07-03")
        seen = {"verified_on": "2024-07-03", "findings": "两期均已支付", "papers": paper("凭证.pdf")}
        assert self.do("supervisor", self.document, "verify", **seen)["closed_on"] == "2024-07-03"
        matter = self.ask("supervisor", self.matter)
        assert (matter["outcome"], matter["closed_on"]) == ("rectified", "2024-07-03")
        assert (
            self.step("mediator", "close_out", closed_out_on="2024-07-03", callback="satisfied")["state"]
            == "closed_out"
        )


def test_linxiang_the_call_of_the_streamers_and_all_that_followed(client, monkeypatch):
    linxiang = Linxiang(client, "530902", monkeypatch)
    for chapter in (linxiang.rang, linxiang.wrote, linxiang.mediated, linxiang.answered, linxiang.paid):
        chapter()
    halves = [("2024-01-01", "2024-06-30"), ("2024-07-01", "2024-12-31")]
    asked = ("mediation_success_rate", "persons_involved", "amount_claimed", "amount_agreed")
    assert linxiang.figures(*halves[0], "concluded", *asked) == [1, (1, 1), 5, "46300.00", "46300.00"]
    asked = ("recovered", "reply_rate", "on_time_reply_rate", "rectification_rate")
    found = [linxiang.figures(*half, *asked) for half in halves]
    assert found == [["26300.00", (1, 1), (1, 1), (0, 0)], ["20000.00", (0, 0), (0, 0), (1, 1)]]
    assert linxiang.figures("2024-01-01", "2024-12-31", "instalments_kept_rate", "performance_rate") == [
        (2, 2),
        (1, 1),
    ]
