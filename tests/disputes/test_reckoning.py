"""Claims in money by the formulas of the law, to the cent, and the page that reckons them."""

import datetime as dt
import io
from decimal import Decimal

import pdfplumber
import pytest
from django.urls import reverse

from casework.attachments import stored
from disputes.claims import formulas
from tests.factories.disputes import CaseFactory

D, DAY = Decimal, dt.date.fromisoformat
MONTH = {"days": D("21.75")}
CAPS = {"least": None, "average": None, "times": D(3), "most_years": D(12)}
NONE = dict.fromkeys(("workday_hours", "restday_hours", "holiday_hours"), D(0))


def span(began, ended):
    return {"began_on": DAY(began), "ended_on": DAY(ended)}


RECKONED = [  # formula, what is known, the sum in yuan
    ("arrears", {"wage": D(5000), "months": D("2.5"), "paid": D(3000)}, "9500.00"),
    ("arrears", {"wage": D(5000), "months": D(1), "paid": D(6000)}, "0"),
    # 4,350 yuan a month are 200 a day and 25 an hour
    ("overtime", {"wage": D(4350), **MONTH, **NONE, "workday_hours": D(10)}, "375.00"),
    ("overtime", {"wage": D(4350), **MONTH, **NONE, "restday_hours": D(8)}, "400.00"),
    ("overtime", {"wage": D(4350), **MONTH, **NONE, "holiday_hours": D(8)}, "600.00"),
    ("overtime", {"wage": D(5000), **MONTH, **NONE, "workday_hours": D("1.5")}, "64.66"),
    ("overtime", {"wage": D(4350), **MONTH, **NONE}, "0"),
    ("annual_leave", {"wage": D(4350), **MONTH, "unused": D(5), "wage_was_paid": False}, "3000.00"),
    ("annual_leave", {"wage": D(4350), **MONTH, "unused": D(5), "wage_was_paid": True}, "2000.00"),
    # eleven months at most, from the second month on
    ("double_wage", {"wage": D(5000), **span("2024-01-01", "2024-12-31")}, "55000.00"),
    ("double_wage", {"wage": D(5000), **span("2024-01-01", "2026-03-31")}, "55000.00"),
    ("double_wage", {"wage": D(5000), **span("2024-01-01", "2024-03-15")}, "7419.35"),
    ("double_wage", {"wage": D(5000), **span("2024-01-01", "2024-01-31")}, "0.00"),
    ("double_wage", {"wage": D(5000), **span("2024-01-01", "2024-01-10")}, "0.00"),
    # N: a full year a month, from six months on a year, below half a month
    ("severance", {"wage": D(6000), **span("2020-03-01", "2024-02-29"), **CAPS}, "24000.00"),
    ("severance", {"wage": D(6000), **span("2020-03-01", "2024-08-30"), **CAPS}, "27000.00"),
    ("severance", {"wage": D(6000), **span("2020-03-01", "2024-08-31"), **CAPS}, "30000.00"),
    ("severance", {"wage": D(6000), **span("2024-03-01", "2024-03-01"), **CAPS}, "3000.00"),
    ("severance", {"wage": D(6000), **span("2024-01-31", "2024-07-30"), **CAPS}, "6000.00"),
    # N+1 with the wage of the month before; 2N when unlawful, which knows no +1
    ("severance", {"wage": D(6000), **span("2023-01-01", "2023-12-31"), **CAPS, "notice_wage": D(6500)}, "12500.00"),
    ("severance", {"wage": D(6000), **span("2020-03-01", "2024-02-29"), **CAPS, "unlawful": True}, "48000.00"),
    (
        "severance",
        {"wage": D(6000), **span("2023-01-01", "2023-12-31"), **CAPS, "notice_wage": D(6500), "unlawful": True},
        "12000.00",
    ),
    # above three times the local average both wage and years are capped; at three times neither is
    ("severance", {"wage": D(30000), **span("2009-01-01", "2024-12-31"), **CAPS, "average": D(7000)}, "252000.00"),
    ("severance", {"wage": D(21000), **span("2009-01-01", "2024-12-31"), **CAPS, "average": D(7000)}, "336000.00"),
    ("severance", {"wage": D(1500), **span("2024-01-01", "2024-12-31"), **CAPS, "least": D(1770)}, "1770.00"),
    # half a cent is rounded up; three kinds of overtime in one sum; a third of a cent is rounded down
    ("arrears", {"wage": D("3333.33"), "months": D("1.5"), "paid": D(0)}, "5000.00"),
    (
        "overtime",
        {"wage": D(4350), **MONTH, "workday_hours": D(10), "restday_hours": D(8), "holiday_hours": D(8)},
        "1375.00",
    ),
    ("overtime", {"wage": D(6000), **MONTH, **NONE, "restday_hours": D("5.5")}, "379.31"),
    ("annual_leave", {"wage": D(6000), **MONTH, "unused": D(7), "wage_was_paid": False}, "5793.10"),
    # taken on at the end of January: the second month begins on 29 February, and sixteen of its 29 days count
    ("double_wage", {"wage": D(5800), **span("2024-01-31", "2024-03-15")}, "3200.00"),
    # seventeen years without a cap; two days short of six months; fifteen years capped at twelve, and doubled
    ("severance", {"wage": D(6000), **span("2008-01-01", "2024-12-31"), **CAPS}, "102000.00"),
    ("severance", {"wage": D(6000), **span("2024-01-01", "2024-06-29"), **CAPS}, "3000.00"),
    (
        "severance",
        {"wage": D(25000), **span("2010-01-01", "2024-06-30"), **CAPS, "average": D(8000), "unlawful": True},
        "576000.00",
    ),
]


@pytest.mark.parametrize(("formula", "known", "total"), RECKONED)
def test_a_claim_comes_to_what_the_law_says(formula, known, total):
    claim = getattr(formulas, formula)(**known)
    assert claim.total == D(total)
    assert str(claim.basis)


def test_what_is_left_out_or_capped_is_said():
    known = {"wage": D(30000), **span("2005-01-01", "2024-12-31"), **CAPS}
    silent = formulas.severance(**{**known, **span("2009-01-01", "2024-12-31"), "average": D(20000)}).hints
    told = formulas.severance(**{**known, "average": D(7000)}, notice_wage=D(1), unlawful=True).hints
    assert (len(silent), len(told)) == (0, 3)


@pytest.fixture
def address(client, yang):
    client.force_login(yang.user)
    return reverse("disputes:cases-reckoning", args=[CaseFactory("mediating", mediator=yang).pk])


@pytest.mark.django_db
def test_the_page_writes_the_reckoning_out_and_names_the_article(client, address):
    typed = {
        "wage": "30000",
        "began_on": "2009-01-01",
        "ended_on": "2024-12-31",
        "average": "7,000元",
        "unlawful": "on",
    }
    text = client.post(f"{address}?kind=severance", typed).content.decode()
    for word in ("504,000.00", "21,000.00 × 12 × 2", "第四十七条", "第八十七条"):
        assert word in text


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["arrears", "overtime", "severance", "double_wage", "annual_leave", "nonsense"])
def test_every_kind_has_its_form_and_keeps_what_was_typed_when_refused(client, address, kind):
    assert client.get(f"{address}?kind={kind}").status_code == 200
    refused = client.post(f"{address}?kind={kind}", {"wage": "三千"})
    assert refused.status_code == 422
    assert "三千" in refused.content.decode()


@pytest.mark.django_db
def test_the_last_day_follows_the_first(client, address):
    typed = {"wage": "3000", "began_on": "2024-02-01", "ended_on": "2024-01-01"}
    assert client.post(f"{address}?kind=double_wage", typed).status_code == 422


@pytest.mark.django_db
def test_out_of_scope_there_is_no_calculator(client, address, wang):
    client.force_login(wang.user)
    assert client.get(address).status_code == 404


SEVERANCE = {"wage": "6000", "began_on": "2020-03-01", "ended_on": "2024-02-29", "unlawful": "on"}


@pytest.mark.django_db
def test_what_was_reckoned_is_kept_as_a_dated_paper_of_the_case(client, address, yang):
    case = yang.mediated_cases.get()
    offered = client.post(f"{address}?kind=severance", SEVERANCE).content.decode()
    assert 'name="keep_reckoning"' in offered
    typed = {**SEVERANCE, "about": "杨测试", "version": case.version, "keep_reckoning": "1"}
    assert client.post(f"{address}?kind=severance", typed).url == f"{case.get_absolute_url()}#attachments"
    paper = case.attachments.get()
    assert paper.by == yang
    text = printed(paper)
    for word in ("杨测试", "2020年3月1日", "6,000.00×4×2", "48,000.00", "第八十七条", "违法解除"):
        assert word in text, word
    assert case.events.get(verb="keep_reckoning").note.endswith(" 48,000.00")
    again = client.post(f"{address}?kind=severance", typed)
    assert (again.status_code, case.attachments.count()) == (409, 1)


def printed(paper):
    """The words of a stored PDF without spaces."""
    with stored(paper.blob.sha256).open() as file, pdfplumber.open(io.BytesIO(file.read())) as pdf:
        return "".join("".join(page.extract_text() for page in pdf.pages).split())


@pytest.mark.django_db
def test_the_api_keeps_the_same_reckoning(client, address, yang):
    case = yang.mediated_cases.get()
    url = f"/api/v1/cases/{case.pk}/keep_reckoning/"
    good = {"kind": "arrears", "wage": "5000", "months": "2.5"}
    answer = client.post(url, good, content_type="application/json")
    assert (answer.status_code, case.attachments.count()) == (200, 1)
    bad = client.post(url, {"kind": "arrears", "wage": "5000"}, content_type="application/json")
    assert (bad.status_code, set(bad.json()["errors"])) == (400, {"months"})


@pytest.mark.django_db
def test_whose_duty_it_is_not_reckons_and_keeps_nothing(client, address, yang, luo):
    case = yang.mediated_cases.get()
    client.force_login(luo.user)
    page = client.post(f"{address}?kind=severance", SEVERANCE)
    assert (page.status_code, 'name="keep_reckoning"' in page.content.decode()) == (200, False)
    assert client.post(f"{address}?kind=severance", {**SEVERANCE, "keep_reckoning": "1"}).status_code == 403
    assert not case.attachments.exists()
