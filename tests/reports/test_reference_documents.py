"""The five reference documents of the first half of 2024: issued, answered, passed on, put right, docketed."""

import datetime as dt

import pytest

from organizations.models import UnionOrg
from reports.question import Question
from supervision import actions
from tests.conftest import member
from tests.factories import supervision as made
from tests.reports.listing import unlike_their_lists
from tests.reports.test_reference_figures import FIRST_HALF, QUERY_DAY, ask_both_ways

COUNTS = {
    "letters_issued": 2,
    "public_letters_issued": 1,
    "opinions_issued": 1,
    "recommendations_issued": 1,
    "employers_covered": 1,
    "workers_covered": 15,
}
RATES = {
    "reply_rate": ("66.67", 2, 3),
    "on_time_reply_rate": ("33.33", 1, 3),
    "rectification_rate": ("100.00", 1, 1),
    "letter_escalation_rate": ("50.00", 1, 2),
    "opinion_escalation_rate": ("100.00", 1, 1),
    "recommendation_docket_rate": ("100.00", 1, 1),
}


class House:
    """A county without holidays of its own, so that the days are those of the national calendar."""

    REGION = "530902"

    def __init__(self) -> None:
        self.supervisor = member("supervisor", "su", self.REGION, certified=True)
        self.signatory = member("signatory", "mu", self.REGION)
        self.liaison = member("liaison", "li", self.REGION)
        self.statistician = member("statistician", "tong", self.REGION)

    def figures(self):
        return ask_both_ways(self.statistician, region=self.REGION).total.values

    def asked(self):
        org = UnionOrg.objects.get(region=self.REGION, kind="federation")
        return Question(self.statistician, org, FIRST_HALF, "", QUERY_DAY)

    def matter(self, on):
        return made.matter(self.supervisor, made.noon(on))

    def signed(self, on, of, **given):
        return made.approved(self.supervisor, made.noon(on), self.signatory, of=of, **given)

    def served(self, on, of, **given):
        """Signed and served on the same day."""
        return made.served(self.signed(on, of, **given), self.liaison, made.noon(on), dt.date.fromisoformat(on))

    def reply(self, document, on, stance):
        day = dt.date.fromisoformat(on)
        said = {"replied_on": day, "stance": stance, "summary": "书面答复", "papers": made.paper("回复.pdf")}
        return actions.reply(document, by=self.liaison, at=made.noon(on), **said)


@pytest.fixture
def house(db):
    return House()


@pytest.fixture
def documents(house):
    """L1 to L5 with their days, the due days of each checked on the way."""
    rectified(house)
    chain = house.matter("2024-03-25")
    unanswered_letter(house, chain)
    refused_opinion(house, chain)
    public = house.signed("2024-06-03", house.matter("2024-06-03"), audience="public", public_addressee="全县用人单位")
    actions.publish(public, by=house.liaison, at=made.noon("2024-06-03"), publication="县总工会网站")
    docketed(house, chain)


def rectified(house):
    letter = house.served("2024-03-01", house.matter("2024-03-01"))
    assert letter.due_on == dt.date(2024, 3, 18)
    letter = house.reply(letter, "2024-03-15", "promised")
    by, done = house.supervisor, dt.date(2024, 3, 29)
    letter = actions.accept_reply(letter, by=by, at=made.noon("2024-03-15"), rectify_by=done)
    seen = {"verified_on": done, "findings": "已足额支付", "papers": made.paper("凭证.pdf")}
    actions.verify(letter, by=by, at=made.noon("2024-03-29"), **seen)


def unanswered_letter(house, chain):
    letter = house.served("2024-04-01", chain)
    assert letter.due_on == dt.date(2024, 4, 16)
    actions.escalate(letter, by=house.supervisor, at=made.noon("2024-04-17"))


def refused_opinion(house, chain):
    made.investigated(chain, house.supervisor, made.noon("2024-04-17"), dt.date(2024, 4, 17))
    opinion = house.served("2024-04-18", chain, kind="opinion")
    assert opinion.due_on == dt.date(2024, 5, 11)
    opinion = house.reply(opinion, "2024-05-13", "refused")
    assert opinion.on_time is False
    why = {"fate": "refused", "reason": "拒绝整改"}
    actions.reject_reply(opinion, by=house.supervisor, at=made.noon("2024-05-14"), **why)


def docketed(house, chain):
    recommendation = house.served("2024-05-20", chain, kind="recommendation")
    assert recommendation.due_on == dt.date(2024, 5, 27)
    taken = {"docketed_on": dt.date(2024, 5, 24), "authority_case_no": "临人社监〔2024〕3号"}
    actions.docket(recommendation, by=house.liaison, at=made.noon("2024-05-24"), **taken)


def test_the_documents_issued_are_those_of_the_reference(documents, house):
    values = house.figures()
    assert {code: values[code] for code in COUNTS} == COUNTS


@pytest.mark.parametrize(("code", "expected"), RATES.items())
def test_the_rates_of_documents_are_those_of_the_reference(documents, house, code, expected):
    rate = house.figures()[code]
    assert (str(rate.value), rate.numerator, rate.denominator) == expected


def test_the_lists_behind_them_are_as_long_as_the_numbers(documents, house):
    assert not unlike_their_lists(house.asked(), house.figures())


def test_documents_make_no_success_rate(documents, house):
    assert house.figures()["mediation_success_rate"].value is None


def test_withdrawn_and_void_documents_are_not_counted(documents, house):
    letter = house.served("2024-06-05", house.matter("2024-06-05"))
    taken_back = {"reason": "误发", "withdrawal_served_on": dt.date(2024, 6, 6)}
    actions.withdraw(letter, by=house.signatory, at=made.noon("2024-06-06"), **taken_back)
    cancelled = house.signed("2024-06-07", house.matter("2024-06-07"))
    actions.void(cancelled, by=house.signatory, at=made.noon("2024-06-07"), reason="文号有误")
    values = house.figures()
    assert (values["letters_issued"], values["reply_rate"].denominator) == (2, 3)


def test_contributions_paid_afterwards_are_recovered_but_not_in_cash(house):
    letter = house.served("2024-03-01", house.matter("2024-03-01"))
    letter = house.reply(letter, "2024-03-15", "promised")
    at, done = made.noon("2024-03-29"), dt.date(2024, 3, 29)
    letter = actions.accept_reply(letter, by=house.supervisor, at=made.noon("2024-03-15"), rectify_by=done)
    paid = [
        {"kind": kind, "amount": amount, "person_count": 87, "paid_on": done}
        for kind, amount in {"social_insurance": 1043500, "wages": 500}.items()
    ]
    seen = {"verified_on": done, "findings": "已补缴", "papers": made.paper("凭证.pdf"), "recoveries": paid}
    actions.verify(letter, by=house.supervisor, at=at, **seen)
    values = house.figures()
    parts = {code: int(values[f"recovered{code}"]) for code in ("", "_cash", "_social_insurance")}
    assert parts == {"": 1044000, "_cash": 500, "_social_insurance": 1043500}
