"""One union and its partners, asked by requests alone on the days of a story."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from referrals.models import Delivery
from referrals.tasks import deliver, follow_cases
from tests.conftest import member
from tests.factories.organizations import AuthorityOfficerFactory
from tests.staff import staff_of

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
SIGNED = ("applicants_signed_on", "respondents_signed_on", "mediator_signed_on", "seal_on")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def paper(name="材料.pdf"):
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def due(file):
    return {row["rule"]: row["due_on"] for row in file["deadlines"]}


def met(file):
    return {row["rule"]: row["met_on"] for row in file["deadlines"]}


def windows(file):
    return [due(file)[f"agreement.{name}"] for name in ("judicial_confirmation", "arbitral_review")]


class Union:
    """The officers of one county and the one case they are at. After `on` every act is of that day."""

    def __init__(self, client, region, monkeypatch):
        self.client, self.region, self.staff, self.case = client, region, staff_of(region), ""
        self.monkeypatch = monkeypatch

    def on(self, day, clock="10:00"):
        moment = dt.datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=SHANGHAI)
        self.monkeypatch.setattr(timezone, "now", lambda: moment)

    def office(self, kind):
        """Somebody at the authority of that kind; its desk is asked under that name."""
        self.staff[kind] = AuthorityOfficerFactory(kind=kind, region=self.region, user__username=kind)
        return self.staff[kind].authority

    def ask(self, duty, address, body=None, expect=200):
        self.client.force_login(self.staff[duty].user)
        kind = {} if body and "papers" in body else {"content_type": "application/json"}
        url = f"/api/v1/{address}"
        answer = self.client.get(url) if body is None else self.client.post(url, body, **kind)
        assert answer.status_code == expect, (address, answer.content.decode())
        return answer.json()

    def do(self, duty, file, verb, expect=200, **body):
        return self.ask(duty, f"{file}{verb}/", body, expect)

    # --- the hotline

    def ring(self, amount, workers, expect=201, **more):
        """The call, left open; answers with its address."""
        body = {
            "request_type": "complaint",
            "category": "0101",
            "region": self.region,
            "workers_affected": workers,
            "employer_name": "云南测试有限公司",
            "facts": "拖欠工资",
            "claim": "支付拖欠的工资",
            "amount": amount,
            "caller_name": "杨测试",
            "caller_phone": "13800001234",
            "next_step": "later",
            **more,
        }
        return f"calls/{self.ask('hotline_operator', 'calls/', body, expect)['id']}/"

    def dispatch(self, call, **how):
        """The work order of the call, on its way; answers with its address."""
        found = self.do("hotline_operator", call, "open_order", **how)["work_orders"]
        self.order = f"work-orders/{found[0]}/"
        return self.ask("hotline_operator", self.order)

    # --- the dispute case

    def apply(self, received, amount, workers, **more):
        body = {
            "received_on": received,
            "origin": "walk_in",
            "category": "0101",
            "legal_ground": "pay",
            "applicants": [{"name": "杨测试", "phone": "13800001234"}],
            "respondents": [{"name": "云南测试有限公司"}],
            "claims": [{"amount": amount}],
            "worker_count": workers,
            "facts": "拖欠工资",
            **more,
        }
        file = self.ask("case_officer", "cases/", body, expect=201)
        self.case = f"cases/{file['id']}/"
        return file

    def step(self, duty, verb, expect=200, **body):
        return self.do(duty, self.case, verb, expect, **body)

    def accept(self, day):
        """Accepted and given to the mediator, who confirms the same day."""
        file = self.step("case_officer", "accept", accepted_on=day, both_sides_willing=True)
        self.step("case_officer", "assign", mediator=self.staff["mediator"].pk, assigned_on=day)
        self.step("mediator", "confirm", confirmed_on=day, disclosure="无")
        return file

    def meet(self, day):
        said = {"manner": "on_site", "rights_read": True, "parties_present": True, "minutes": "双方到场"}
        return self.step("mediator", "hold_meeting", held_on=day, **said)

    def agree(self, agreed, parts, **signed):
        rows = [{"due_on": due_on, "amount": amount} for due_on, amount in parts]
        total = {"agreed": [{"claim": 1, "amount": agreed}], "instalments": rows}
        return self.step("mediator", "agree", terms="按期支付", **total, **signed)

    def pay(self, file, n, amount, day):
        part = file["instalments"][n]["id"]
        return self.step("mediator", "record_payment", instalment=part, amount=amount, paid_on=day)

    def way(self, kind, filed):
        """The way, applied for on that day."""
        self.step("mediator", "open_route", kind=kind, body="人民法院", filed_on=filed)
        found = self.ask("mediator", "routes/")["results"][0]
        self.route = f"routes/{found['id']}/"
        return self.on_way("file_route", filed_on=filed, applied_as_required=True)

    def on_way(self, verb, expect=200, **body):
        return self.do("mediator", self.route, verb, expect, **body)

    # --- letters

    def second_supervisor(self):
        return member("supervisor", f"second.{self.region}", self.region, certified=True)

    def letter(self, matter, day, **texts):
        """Investigated by two, drafted, reviewed, signed and sealed on that day; answers with the signed letter."""
        both = [self.staff["supervisor"].pk, self.second_supervisor().pk]
        seen = {"held_on": day, "way": "实地走访", "supervisors": both, "findings": "拖欠属实"}
        self.do("supervisor", matter, "investigate", **seen)
        body = {
            "matter": int(matter.split("/")[1]),
            "kind": "reminder_letter",
            "audience": "targeted",
            "facts": "未足额支付工资。",
            "legal_basis": "《中华人民共和国劳动法》第五十条",
            "demands": "核清拖欠数额并按期支付。",
            "contact_phone": "0883-2120000",
            "addressee_address": "测试路1号",
            **texts,
        }
        drafted = self.ask("supervisor", "documents/", body, expect=201)
        file = f"documents/{drafted['id']}/"
        self.do("supervisor", file, "submit", no_conflict=True)
        self.do("supervisor", file, "approve", expect=403)
        signed = self.do("signatory", file, "approve")
        assert (drafted["number"], signed["number"] in signed["text"]) == ("", True)
        return file, self.do("liaison", file, "seal")

    # --- referrals

    def refer(self, kind, source, **more):
        """Drafted, approved and delivered; answers with its address and the file as the union sees it."""
        collection, pk, _end = source.split("/")
        body = {
            "kind": kind,
            {"cases": "case", "work-orders": "order", "documents": "document"}[collection]: int(pk),
            "subject": "拖欠工资",
            "facts": "拖欠工资，多次协商未果。",
            "request": "请依法处理。",
            "legal_ground": "consent",
            "consent_on": timezone.localdate().isoformat(),
            **more,
        }
        names = [("enclosed", code) for code in more.get("enclosed", [])]
        found = self.ask("case_officer", "referrals/", {**body, "papers": [paper()]} if names else body, expect=201)
        file = f"referrals/{found['id']}/"
        self.do("committee_director", file, "approve")
        deliver_everything()
        return file, self.ask("liaison", file)

    # --- reports

    def figures(self, first, last, *codes):
        """Rates as (numerator, denominator), sums as they are told."""
        address = f"reports/indicators/?organization={self.region}&from={first}&to={last}"
        row = self.ask("statistician", address)["rows"][0]
        rests_on = row["details"]
        return [
            (rests_on[code]["numerator"], rests_on[code]["denominator"]) if code in rests_on else row["values"][code]
            for code in codes
        ]

    def follow_cases(self):
        """What the clock does every minute: what a case decided is told to who sent it."""
        follow_cases()
        deliver_everything()


def deliver_everything() -> None:
    """What relay and worker do, in this process: the broker has its own tests."""
    for delivery in Delivery.objects.lease():
        deliver(delivery.pk, str(delivery.lease))


def signed_on(day: str) -> dict[str, Any]:
    return dict.fromkeys(SIGNED, day)
