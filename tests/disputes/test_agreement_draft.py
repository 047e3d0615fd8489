"""The agreement before it is signed: kept part by part, judged, printed, and then signed by everybody named."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from casework.errors import StepRefused
from casework.models import Category
from disputes import actions
from disputes.documents.kinds import KINDS
from disputes.documents.sheets import sheet_of, template_of
from disputes.forms import TermsForm
from disputes.guards.terms import draft_faults
from disputes.models import AgreementTerm
from tests.factories.disputes import AGREED, MET, PAID, CaseFactory, plan, signatures

pytestmark = pytest.mark.django_db
ACCOUNT = "6217000000001234567"


def pays(amount, due_on=PAID, **more):
    money = {"debtor": "respondent", "kind": "payment", "what": "2023年9月至11月工资", "amount": Decimal(amount)}
    return {**money, "due_on": due_on, **more}


def written(**changes):
    return {
        "terms": [pays(60000, account=ACCOUNT), pays(52000, PAID + timedelta(days=30))],
        "agreed": [{"claim": 1, "amount": Decimal(112000)}],
        "further_terms": "双方就本次争议再无其他纠纷。",
        "breach": "任何一期逾期的，全部款项立即到期。",
        "route": "judicial_confirmation",
        "copies": 4,
        **changes,
    }


@pytest.fixture
def case(yang):
    return CaseFactory("mediating", mediator=yang)


def drafted(case, by, at, **changes):
    return actions.draft_agreement(case, by=by, at=at, **written(**changes))


def signed(case, day=AGREED, **changes):
    rows = [{"party": party.pk, "signed_on": day, "manner": "signature"} for party in case.parties.all()]
    return {"signatures": rows, "mediator_signed_on": day, "seal_on": day, **changes}


def test_a_draft_is_kept_part_by_part(case, yang, now):
    actions.draft_agreement(case, by=yang, at=now, terms=[pays(112000)], further_terms="")
    assert "第 1 项" in draft_faults(case, now.date())[0]
    actions.draft_agreement(case, by=yang, at=now, agreed=[{"claim": 1, "amount": Decimal(112000)}], legal_check="")
    case.refresh_from_db()
    assert ["程序" in fault for fault in draft_faults(case, now.date())] == [True]
    case = actions.draft_agreement(case, by=yang, at=now, breach="", route="none", copies=3)
    assert draft_faults(type(case).objects.get(pk=case.pk), now.date()) == []
    assert (case.state, case.amount_agreed, case.instalments.count()) == ("mediating", None, 0)
    notes = case.events.filter(verb="draft_agreement").order_by("pk").values_list("note", flat=True)
    assert list(notes) == ["协议内容", "各项请求金额", "违约责任、后续程序和份数"]


def test_the_signed_draft_becomes_agreement_and_plan(case, yang, now):
    case = drafted(case, yang, now)
    case = actions.agree(case, by=yang, at=now, **signed(case))
    agreement = case.agreement
    assert (case.state, agreement.effective_on, agreement.copies, agreement.route) == (
        "performing", AGREED, 4, "judicial_confirmation",
    )  # fmt: skip
    assert [(part.due_on, part.amount) for part in case.instalments.all()] == [
        (PAID, 60000),
        (PAID + timedelta(days=30), 52000),
    ]
    assert "2024年1月30日" in agreement.terms
    assert "60000.00" in agreement.terms
    assert ACCOUNT not in agreement.terms
    assert case.signatures.count() == 2


def test_an_account_is_sealed_and_survives_its_own_mask(case, yang, now):
    drafted(case, yang, now)
    term = AgreementTerm.objects.get(position=1)
    raw = AgreementTerm.objects.filter(pk=term.pk).extra(select={"raw": "account"}).values_list("raw")[0][0]
    assert (ACCOUNT in raw, term.masked_account) == (False, "*" * (len(ACCOUNT) - 4) + "4567")
    actions.draft_agreement(case, by=yang, at=now, terms=[pays(112000, account=term.masked_account)])
    assert AgreementTerm.objects.get().account == ACCOUNT


FAULTS = [
    ({"terms": [pays(112000, what="尽快支付工资")]}, "尽快"),
    ({"terms": [pays(112000, what="签字后十日内付清")]}, "日内"),
    ({"further_terms": "申请人自愿放弃社会保险补缴"}, "放弃社会保险"),
    ({"terms": [pays(112000), {**pays(1), "kind": "act", "what": "申请人工伤自理"}]}, "工伤自理"),
    ({"terms": [pays(111999)]}, "112,000.00"),
    ({"terms": [pays(112000), pays(1600, PAID, kind="monthly_wage")]}, "1,690.00"),
    ({"terms": [pays(112000), pays(3000, kind="monthly_wage", debtor="applicant")]}, "用人单位"),
    ({"agreed": []}, "第 1 项"),
    ({"terms": []}, "条款"),
]


@pytest.mark.parametrize(("changes", "word"), FAULTS)
def test_what_is_unclear_or_below_the_law_is_neither_printed_nor_signed(case, yang, now, changes, word):
    case = drafted(case, yang, now, **changes)
    assert word in KINDS["agreement"].ready(case)
    with pytest.raises(StepRefused, match=word):
        actions.agree(case, by=yang, at=now, **signed(case))
    case.refresh_from_db()
    assert (case.state, case.signatures.count()) == ("mediating", 0)


def test_a_wage_at_the_minimum_of_its_day_is_lawful(case, yang, now):
    wage = pays(1690, kind="monthly_wage", what="恢复劳动关系后的工资")
    case = drafted(case, yang, now, terms=[pays(112000), wage])
    assert KINDS["agreement"].ready(case) == ""
    later = pays(1690, date(2024, 10, 1), kind="monthly_wage")
    case = drafted(case, yang, now, terms=[pays(112000), later])
    assert "1,770.00" in KINDS["agreement"].ready(type(case).objects.get(pk=case.pk))


@pytest.mark.parametrize(("check", "allowed"), [("", False), ("已由工伤保险基金支付", True)])
def test_an_injury_claim_comes_to_nothing_only_with_a_reason(yang, now, check, allowed):
    injury = Category.objects.get(pk="0302")
    claims = [{"category": None, "amount": Decimal(1000)}, {"category": injury, "amount": Decimal(500)}]
    case = CaseFactory("mediating", mediator=yang, claims=claims)
    agreed = [{"claim": 1, "amount": Decimal(1000)}, {"claim": 2, "amount": Decimal(0)}]
    typed = {"agreed": agreed, "instalments": [{"due_on": PAID, "amount": Decimal(1000)}], **signatures()}

    def sign():
        return actions.agree(case, by=yang, at=now, terms="一次付清", legal_check=check, **typed)

    if allowed:
        assert sign().agreement.legal_check == check
    else:
        with pytest.raises(StepRefused, match="第 2 项"):
            sign()


def test_every_party_named_signs_and_no_stranger(case, yang, now):
    case = drafted(case, yang, now)
    typed = signed(case)
    rows = typed["signatures"]
    with pytest.raises(StepRefused, match="缺少"):
        actions.agree(case, by=yang, at=now, **{**typed, "signatures": rows[:1]})
    stranger = CaseFactory("applied").parties.first()
    with pytest.raises(StepRefused, match="本案当事人"):
        actions.agree(case, by=yang, at=now, **{**typed, "signatures": [*rows, {**rows[0], "party": stranger.pk}]})


@pytest.mark.parametrize(
    ("origin", "manner", "changes", "effective"),
    [
        ("walk_in", "signature", {"seal_on": AGREED + timedelta(days=3)}, AGREED + timedelta(days=3)),
        ("walk_in", "e_signature", {"seal_on": None}, AGREED),
        ("court_assigned", "signature", {"seal_on": None, "mediator_signed_on": None}, AGREED),
        ("court_assigned", "signature", {"seal_on": AGREED + timedelta(days=3)}, AGREED),
    ],
)
def test_it_takes_effect_on_the_last_required_day(yang, now, origin, manner, changes, effective):
    case = drafted(CaseFactory("mediating", mediator=yang, origin=origin), yang, now)
    typed = signed(case, **changes)
    typed["signatures"] = [{**row, "manner": manner} for row in typed["signatures"]]
    assert actions.agree(case, by=yang, at=now, **typed).agreement.effective_on == effective


def test_on_paper_only_seal_and_mediator_make_it_effective(case, yang, now):
    case = drafted(case, yang, now)
    with pytest.raises(StepRefused, match="盖章"):
        actions.agree(case, by=yang, at=now, **signed(case, seal_on=None))


def test_nobody_signs_before_the_meeting_and_nothing_is_due_before_the_signatures(case, yang, now):
    case = drafted(case, yang, now)
    with pytest.raises(StepRefused, match="早于"):
        actions.agree(case, by=yang, at=now, **signed(case, day=MET - timedelta(days=1)))
    with pytest.raises(StepRefused, match="早于双方签字"):
        actions.agree(case, by=yang, at=now, **signed(case, day=PAID + timedelta(days=1)))


def printed(case, now, **how):
    kind = KINDS["agreement"]
    sheet = sheet_of(template_of(kind, case, now.date()), case, now.date(), **how)
    return sheet, "\n".join([*(b.text for b in sheet.blocks), *(c for b in sheet.blocks for r in b.rows for c in r)])


def test_the_draft_prints_before_it_is_signed(case, yang, now):
    case = drafted(case, yang, now)
    sheet, text = printed(case, now)
    assert not sheet.missing
    for words in ("60000.00", "陆万元整", "2024年1月30日", "司法确认", "********4567", "任何一期逾期", "一式4份"):
        assert words in text, words
    assert ACCOUNT not in text
    assert ACCOUNT in printed(case, now, in_full=True)[1]


def test_a_wizard_keeps_each_part_and_leads_to_the_next(client, case, yang):
    client.force_login(yang.user)
    base = case.step_url("draft_agreement")
    row = {
        "terms-0-debtor": "respondent", "terms-0-kind": "payment", "terms-0-what": "工资",
        "terms-0-amount": "112,000元", "terms-0-due_on": "2024年1月30日", "further_terms": "",
    }  # fmt: skip
    answer = client.post(base, {**row, "terms-0-what": "尽快支付的工资", "version": case.version})
    assert (answer.status_code, "尽快" in answer.content.decode()) == (422, True)
    answer = client.post(base, {**row, "version": case.version})
    assert (answer.status_code, answer["Location"]) == (302, f"{base}amounts/")
    assert "已完成：协议内容。" in client.get(answer["Location"]).content.decode()
    case.refresh_from_db()
    amounts = {"agreed-0-claim": "1", "agreed-0-amount": "112000", "legal_check": "", "version": case.version}
    assert client.post(f"{base}amounts/", amounts)["Location"] == f"{base}conditions/"
    assert "尚未选择" in client.get(f"{base}check/").content.decode()
    case.refresh_from_db()
    last = {"breach": "", "route": "none", "copies": "3", "version": case.version}
    assert client.post(f"{base}conditions/", last)["Location"] == f"{base}check/"
    assert "内容已齐全" in client.get(f"{base}check/").content.decode()
    page = client.get(f"{base}terms/").content.decode()
    assert "112000.00" in page
    assert client.get(f"/cases/{case.pk}/documents/agreement/").status_code == 200
    form = client.get(f"/cases/{case.pk}/agree/").content.decode()
    assert ("signatures-0-party" in form, "agreed-0-claim" in form) == (True, False)


def test_the_api_drafts_and_signs(client, case, yang):
    client.force_login(yang.user)
    address = f"/api/v1/cases/{case.pk}"
    body = {
        "terms": [{"debtor": "respondent", "kind": "payment", "what": "工资", "amount": "112000", "due_on": str(PAID)}],
        "agreed": [{"claim": 1, "amount": "112000"}],
        "route": "none",
        "copies": 3,
    }
    shown = client.post(f"{address}/draft_agreement/", body, content_type="application/json")
    assert shown.status_code == 200, shown.content
    assert shown.json()["agreement_draft"]["terms"][0]["amount"] == "112000.00"
    rows = [{"party": p["id"], "signed_on": str(AGREED), "manner": "seal"} for p in shown.json()["parties"]]
    sign = {"signatures": rows, "mediator_signed_on": str(AGREED), "seal_on": str(AGREED)}
    done = client.post(f"{address}/agree/", sign, content_type="application/json")
    assert done.status_code == 200, done.content
    assert (done.json()["state"], done.json()["amount_agreed"]) == ("performing", "112000.00")


def test_an_agreement_typed_at_once_still_works(client, case, yang):
    client.force_login(yang.user)
    settled = plan()
    body = {
        "terms": "一次付清",
        "agreed": [{"claim": 1, "amount": "112000"}],
        "instalments": [{"due_on": str(settled["instalments"][0]["due_on"]), "amount": "112000"}],
        **{name: str(day) for name, day in signatures().items()},
    }
    done = client.post(f"/api/v1/cases/{case.pk}/agree/", body, content_type="application/json")
    assert (done.status_code, done.json()["state"]) == (200, "performing"), done.content
    other = CaseFactory("mediating", mediator=yang)
    short = client.post(f"/api/v1/cases/{other.pk}/agree/", {}, content_type="application/json")
    assert short.status_code == 400
    assert {"terms", "agreed", "applicants_signed_on"} <= set(short.json()["errors"])


@pytest.mark.parametrize("typed", ["-5", "－5", "$100", "100美元", "¥100港币", "￥5 €", "$¥5", "1元2元"])
def test_money_is_one_amount_in_yuan(case, yang, now, typed):
    row = {"debtor": "respondent", "kind": "payment", "what": "工资", "amount": typed, "due_on": str(PAID)}
    form = TermsForm({"terms": [row]}, officer=yang, at=now, file=case)
    assert "terms" in form.errors
