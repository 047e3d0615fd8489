"""Whether an application is accepted: each ground of the law, and what is no labour dispute."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from casework.errors import StepRefused
from casework.models import Category
from casework.workflow import Act
from disputes import actions
from disputes.documents.kinds import KINDS
from disputes.documents.sheets import sheet_of, template_of
from disputes.models.choices import Exclusion, LegalGround
from organizations.models import Region
from tests.factories.disputes import RECEIVED, CaseFactory, application
from tests.factories.roster import id_number

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


def accept(case, by, at, **typed):
    return actions.accept(case, by=by, at=at, accepted_on=RECEIVED, **typed)


def reasons(act):
    with pytest.raises(StepRefused) as caught:
        act()
    return " ".join(caught.value.reasons)


@pytest.mark.parametrize("ground", [ground for ground in LegalGround if ground != LegalGround.NONE])
def test_each_matter_of_article_2_is_accepted(zhao, now, ground):
    assert accept(CaseFactory(legal_ground=ground), zhao, now).state == "accepted"


EXCLUDED = {
    "insurance_benefits": "第二条第（一）项",
    "housing_reform": "第二条第（二）项",
    "medical_finding": "第二条第（三）项",
    "domestic_worker": "第二条第（四）项",
    "craftsman": "第二条第（五）项",
    "farming": "第二条第（六）项",
}


def test_every_exclusion_has_its_article_here():
    assert set(EXCLUDED) == set(Exclusion.values)


@pytest.mark.parametrize(("exclusion", "article"), EXCLUDED.items())
def test_what_the_courts_exclude_is_refused_with_its_article(zhao, now, exclusion, article):
    case = CaseFactory(exclusion=exclusion)
    words = reasons(lambda: accept(case, zhao, now))
    assert article in words
    assert "解释（一）" in words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"legal_ground": "none"}, "《劳动争议调解仲裁法》第二条"),
        ({"category": "9901"}, "不属于劳动争议"),
        ({"category": "0201"}, "第一条第（五）项"),
        ({"category": "0202"}, "第一条第（五）项"),
        ({"pending_elsewhere": True}, "委派或委托的除外"),
        ({"work_region": "532924"}, "工作地在"),
    ],
)
def test_other_grounds_to_refuse(zhao, now, changes, words):
    for name, model in (("category", Category), ("work_region", Region)):
        if name in changes:
            changes = {**changes, name: model.objects.get(pk=changes[name])}
    case = CaseFactory(**changes)
    assert words in reasons(lambda: accept(case, zhao, now))


@pytest.mark.parametrize("origin", ["court_assigned", "court_entrusted", "hr"])
def test_a_place_of_work_elsewhere_is_no_hindrance_when_assigned(zhao, now, origin):
    case = CaseFactory(work_region=Region.objects.get(pk="532924"), origin=origin)
    assert accept(case, zhao, now).state == "accepted"


def test_a_prefecture_is_in_charge_of_its_counties(now):
    from tests.conftest import member

    above = member("case_officer", "above", region="532900")
    case = CaseFactory(region="532900", work_region=Region.objects.get(pk="532924"))
    assert accept(case, above, now).state == "accepted"


def test_a_refusal_of_one_side_ends_it_and_the_other_is_told(client, zhao, now):
    case = CaseFactory()
    assert "第二十二条" in reasons(lambda: accept(case, zhao, now, both_sides_willing=False))
    typed = {"declined_on": RECEIVED, "end_reason": "refusal", "advice": "arbitration", "reason": "单位不愿调解"}
    actions.decline(case, by=zhao, at=now, refused_by="respondent", **typed)
    client.force_login(zhao.user)
    page = client.get(case.get_absolute_url()).content.decode()
    assert "尚未书面告知" in page
    assert f"/cases/{case.pk}/documents/decline_notice/?party={case.parties.get(role='applicant').pk}" in page


def test_an_officer_sets_the_application_right_before_deciding(zhao, now):
    case = CaseFactory(legal_ground="none")
    changes = {"legal_ground": "pay", "category": Category.objects.get(pk="0103"), "reason": "核实后更正"}
    case = actions.amend(case, by=zhao, at=now, notice_read=True, **changes)
    assert (case.legal_ground, case.claims.get().category_id, case.notice_read_on) == ("pay", "0103", localdate(now))
    assert accept(case, zhao, now).state == "accepted"
    with pytest.raises(StepRefused):
        actions.amend(case, by=zhao, at=now, **changes)


def test_papers_are_asked_for_once(zhao, now):
    case = CaseFactory("awaiting_supplement")
    case = actions.supply_papers(case, by=zhao, at=now, supplied_on=RECEIVED + timedelta(days=1))
    again = {"missing": "身份证", "asked_on": RECEIVED + timedelta(days=2)}
    assert "一次性" in reasons(lambda: actions.ask_for_papers(case, by=zhao, at=now, **again))
    assert "ask_for_papers" not in {o.verb for o in case.offers(Act(zhao, now)) if o.allowed}


def test_an_oral_application_is_recorded_and_read_to_the_applicant(zhao, now):
    assert "宣读" in reasons(lambda: actions.apply(by=zhao, at=now, **application(application_manner="oral")))
    case = actions.apply(by=zhao, at=now, **application(application_manner="oral", read_back=True, notice_read=True))
    assert (case.recorded_by, case.recorded_at, case.notice_read_on) == (zhao, now, localdate(now))


def test_a_minor_has_a_guardian(zhao, now):
    """Known from the identity number, whether or not anybody ticked the box."""
    young = {"name": "杨小测", "id_number": id_number(1, "20070901")}
    assert "监护人" in reasons(lambda: actions.apply(by=zhao, at=now, **application(applicants=[young])))
    case = actions.apply(by=zhao, at=now, **application(applicants=[{**young, "guardian": "杨监护"}]))
    assert case.parties.get(role="applicant").is_minor


def test_a_case_of_the_court_is_answered_in_three_days_and_mediated_in_thirty_from_acceptance(zhao, now):
    """Mengla: assigned on Thursday 2025-03-13, accepted on Monday 03-17."""
    case = actions.apply(by=zhao, at=now, **application(received_on=DAY("2025-03-13"), origin="court_assigned"))
    assert case.deadlines.get().due_on == DAY("2025-03-18")
    case = actions.accept(case, by=zhao, at=now, accepted_on=DAY("2025-03-17"))
    assert case.deadlines.get(rule__code="case.court_assigned").due_on == DAY("2025-04-16")


def test_what_is_passed_on_is_told_in_writing_with_the_body_in_charge(zhao, now):
    case = CaseFactory()
    assert KINDS["decline_notice"].ready(case)
    typed = {"closed_on": RECEIVED, "passed_to": "祥云县人力资源和社会保障局", "reason": "属于劳动监察事项"}
    case = actions.transfer(case, by=zhao, at=now, advice="inspection", **typed)
    assert KINDS["decline_notice"].ready(case) == ""
    party = case.parties.get(role="applicant")
    text = repr(sheet_of(template_of(KINDS["decline_notice"], case, RECEIVED), case, RECEIVED, party=party))
    assert "由祥云县人力资源和社会保障局处理" in text
    assert "不予受理。" not in text
