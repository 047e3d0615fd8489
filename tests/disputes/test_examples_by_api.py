"""The worked examples walked by requests alone, every day and every yuan of them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.staff import staff_of

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
SIGNED = ("applicants_signed_on", "respondents_signed_on", "mediator_signed_on", "seal_on")


class Union:
    """The officers of one county and the one case they are at."""

    def __init__(self, client, region):
        self.client, self.region, self.staff, self.case = client, region, staff_of(region), ""

    def ask(self, duty, address, body=None, expect=200):
        self.client.force_login(self.staff[duty].user)
        kind = {} if body and "papers" in body else {"content_type": "application/json"}
        url = f"/api/v1/{address}"
        answer = self.client.get(url) if body is None else self.client.post(url, body, **kind)
        assert answer.status_code == expect, (address, answer.content.decode())
        return answer.json()

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
        return self.ask(duty, f"{self.case}{verb}/", body, expect)

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
        return self.ask("mediator", f"{self.route}{verb}/", body, expect)

    def figures(self, first, last, *codes):
        """Rates as (numerator, denominator), sums as they are told."""
        row = self.ask("statistician", f"reports/indicators/?organization={self.region}&from={first}&to={last}")[
            "rows"
        ][0]
        rests_on = row["details"]
        return [
            (rests_on[code]["numerator"], rests_on[code]["denominator"]) if code in rests_on else row["values"][code]
            for code in codes
        ]


@pytest.fixture
def union(client):
    return lambda region: Union(client, region)


def due(file):
    return {row["rule"]: row["due_on"] for row in file["deadlines"]}


def windows(file):
    return [due(file)[f"agreement.{name}"] for name in ("judicial_confirmation", "arbitral_review")]


def test_mengla_assigned_by_the_court_and_signed_online_on_two_days(union):
    """10.3. The regional holiday moves the last day only where the policy says so; the page tells both."""
    mengla = union("532823")
    file = mengla.apply("2025-03-13", "58000.00", 3, origin="court_assigned")
    assert due(file) == {"court.assignment_answer": "2025-03-18"}
    assert due(mengla.accept("2025-03-17"))["case.court_assigned"] == "2025-04-16"
    met = mengla.meet("2025-04-02")
    rows = [
        {"party": party["id"], "signed_on": day, "manner": "e_signature"}
        for party, day in zip(met["parties"], ("2025-04-02", "2025-04-03"), strict=True)
    ]
    file = mengla.agree("52000.00", [("2025-04-30", "52000.00")], signatures=rows)
    assert (file["agreement"]["effective_on"], file["closed_on"]) == ("2025-04-03", "2025-04-03")
    assert windows(file) == ["2025-05-06", "2025-04-18"]
    mengla.way("judicial_confirmation", "2025-04-09")
    assert due(mengla.on_way("docket", docketed_on="2025-04-09"))["confirmation.rule"] == "2025-05-09"
    assert mengla.on_way("decide", ended_on="2025-04-18", result="确认有效")["state"] == "granted"
    paid = mengla.pay(file, 0, "52000.00", "2025-04-30")
    assert (paid["amount_paid"], paid["instalments"][0]["settled_on"]) == ("52000.00", "2025-04-30")
    asked = ("court_assigned_success_rate", "judicial_confirmations", "recovered")
    assert mengla.figures("2025-04-01", "2025-04-30", *asked) == [(1, 1), 1, "52000.00"]
    preview = "deadlines/preview/?rule=case.court_assigned&started_on=2025-03-17&region=532800"
    assert mengla.ask("mediator", preview)["later_if_regional"] == "2025-04-17"


def test_dounan_agreed_confirmed_on_the_spot_and_paid(union):
    """10.4."""
    dounan = union("530114")
    assert due(dounan.apply("2024-01-08", "118600.00", 6))["case.accept"] == "2024-01-11"
    assert due(dounan.accept("2024-01-08"))["case.mediate"] == "2024-01-23"
    dounan.meet("2024-01-15")
    file = dounan.agree("112000.00", [("2024-01-30", "112000.00")], **dict.fromkeys(SIGNED, "2024-01-19"))
    assert file["agreement"]["effective_on"] == "2024-01-19"
    assert windows(file) == ["2024-02-18", "2024-02-04"]
    assert due(dounan.way("judicial_confirmation", "2024-01-19"))["confirmation.accept"] == "2024-01-22"
    dounan.on_way("docket", docketed_on="2024-01-19", external_no="（2024）云0114民特1号")
    assert dounan.on_way("decide", ended_on="2024-01-19", result="确认有效")["state"] == "granted"
    assert dounan.pay(file, 0, "112000.00", "2024-01-30")["amount_paid"] == "112000.00"
    asked = ("mediation_success_rate", "persons_involved", "judicial_confirmation_rate", "recovered")
    assert dounan.figures("2024-01-01", "2024-03-31", *asked) == [(1, 1), 6, (1, 1), "112000.00"]


@pytest.mark.parametrize(
    ("paid", "kept", "performed"), [("2026-02-12", (2, 2), (1, 1)), ("2026-02-14", (1, 2), (0, 1))]
)
def test_caopu_forty_one_workers_and_the_general_contractor(union, paid, kept, performed):
    """10.5 and its variant: an agreed day does not roll, so the working Saturday after it is late."""
    caopu = union("530181")
    units = [
        {"name": "安宁测试劳务有限公司", "capacity": "subcontractor"},
        {"name": "云南测试建设有限公司", "capacity": "general_contractor"},
    ]
    people = [{"name": name} for name in ("杨一", "李二", "王三")]
    file = caopu.apply("2026-01-05", "1268400.00", 41, applicants=people, respondents=units)
    assert (file["is_group"], due(file)) == (True, {"case.accept": "2026-01-08", "case.mediate": "2026-01-20"})
    caopu.accept("2026-01-05")
    elected = [party["id"] for party in file["parties"] if party["role"] == "applicant"]
    papers = SimpleUploadedFile("推举书.pdf", PDF, "application/pdf")
    chosen = caopu.step(
        "case_officer", "elect_representatives", representatives=elected, elected_on="2026-01-06", papers=papers
    )
    assert [party["elected_on"] for party in chosen["parties"] if party["role"] == "applicant"] == ["2026-01-06"] * 3
    caopu.meet("2026-01-12")
    parts = [("2026-01-23", "761040.00"), ("2026-02-13", "507360.00")]
    file = caopu.agree("1268400.00", parts, **dict.fromkeys(SIGNED, "2026-01-16"))
    assert windows(file) == ["2026-02-24", "2026-02-02"]
    caopu.pay(file, 0, "761040.00", "2026-01-23")
    assert caopu.pay(file, 1, "507360.00", paid)["amount_paid"] == "1268400.00"
    asked = ("group_cases", "group_persons", "mediation_success_rate", "recovered")
    assert caopu.figures("2026-01-01", "2026-03-31", *asked) == [1, 41, (1, 1), "1268400.00"]
    asked = ("instalments_kept_rate", "performance_rate")
    assert caopu.figures("2026-01-01", "2026-03-31", *asked) == [kept, performed]


@pytest.fixture
def nanhua(union):
    """10.6: agreed at the hearing of 2023-12-08, to be paid by 2024-01-08."""
    nanhua = union("532324")
    nanhua.apply("2023-11-27", "103500.00", 18)
    nanhua.accept("2023-11-27")
    nanhua.meet("2023-12-08")
    nanhua.file = nanhua.agree("103500.00", [("2024-01-08", "103500.00")], **dict.fromkeys(SIGNED, "2023-12-08"))
    assert windows(nanhua.file)[0] == "2024-01-08"
    return nanhua


def test_nanhua_paid_on_the_last_day(nanhua):
    """10.6 A."""
    paid = nanhua.pay(nanhua.file, 0, "103500.00", "2024-01-08")
    assert (paid["amount_paid"], paid["instalments"][0]["settled_on"]) == ("103500.00", "2024-01-08")
    assert nanhua.figures("2023-01-01", "2023-12-31", "recovered") == [0]
    assert nanhua.figures("2024-01-01", "2024-03-31", "recovered") == ["103500.00"]


def test_nanhua_neither_confirmed_nor_paid_becomes_an_order_for_payment(nanhua):
    """10.6 B."""
    too_late = {"kind": "judicial_confirmation", "body": "人民法院", "filed_on": "2024-01-09"}
    assert "2024-01-08" in str(nanhua.step("mediator", "open_route", expect=400, **too_late))
    assert due(nanhua.way("payment_order", "2024-01-09"))["payment_order.answer"] == "2024-01-15"
    assert due(nanhua.on_way("docket", docketed_on="2024-01-15"))["payment_order.issue"] == "2024-01-30"
    nanhua.on_way("issue_order", issued_on="2024-01-30")
    assert due(nanhua.on_way("serve_order", served_on="2024-01-31"))["payment_order.object"] == "2024-02-18"
    nanhua.on_way("take_effect", expect=409, ended_on="2024-02-18")
    assert nanhua.on_way("take_effect", ended_on="2024-02-19")["state"] == "granted"
    assert nanhua.way("enforcement", "2024-02-20")["state"] == "filed"
