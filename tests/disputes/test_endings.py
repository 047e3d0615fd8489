"""Ends without agreement: what the parties are told, what goes back to the court, what the director must answer."""

import datetime as dt

import pytest

from casework.errors import StepRefused
from disputes import actions
from disputes.models import DisputeCase
from tests.factories.disputes import AGREED, ENDING, PAID, CaseFactory

pytestmark = pytest.mark.django_db
FAILED = {"closed_on": "2024-01-19", "end_reason": "no_common_ground", "advice": "arbitration", "reason": "差距过大"}


def refused(act, word):
    with pytest.raises(StepRefused) as found:
        act()
    assert word in " ".join(found.value.reasons)


def test_every_way_shown_is_kept_once_and_the_first_one_first(client, yang):
    case = CaseFactory("mediating", mediator=yang)
    client.force_login(yang.user)
    told = FAILED | {"further_advice": ["legal_aid", "arbitration", "lawsuit"]}
    assert client.post(case.step_url("fail"), told).status_code == 302
    case.refresh_from_db()
    assert (case.advice, case.further_advice) == ("arbitration", ["legal_aid", "lawsuit"])
    page = client.get(case.get_absolute_url()).content.decode()
    assert " · ".join(case.advice_words) in page
    assert len(case.advice_words) == 3


@pytest.mark.parametrize(("signed", "status"), [("on", 302), ("", 422)])
def test_undisputed_facts_are_kept_only_when_both_sides_signed_them(client, yang, signed, status):
    case = CaseFactory("mediating", mediator=yang)
    client.force_login(yang.user)
    told = FAILED | {"undisputed_facts": "双方确认存在劳动关系", "facts_confirmed": signed}
    answer = client.post(case.step_url("fail"), told)
    assert answer.status_code == status
    case.refresh_from_db()
    assert case.undisputed_facts == ("双方确认存在劳动关系" if signed else "")
    assert "双方确认存在劳动关系" in client.get(case.get_absolute_url()).content.decode() or not signed


@pytest.mark.parametrize(("verb", "returns"), [("fail", True), ("terminate", True), ("withdraw", True)])
def test_a_court_gets_its_file_back_when_mediation_failed(zhao, yang, gao, now, verb, returns):
    case = CaseFactory("mediating", mediator=yang, origin="court_assigned", external_no="(2024)云2923诉前调1号")
    told = {"closed_on": AGREED, "reason": "未达成"} if verb == "withdraw" else ENDING
    case = getattr(actions, verb)(case, by=yang, at=now, **told)
    assert list(DisputeCase.objects.to_be_returned()) == [case]
    case = actions.close_out(case, by=yang, at=now, closed_out_on=PAID, callback="satisfied")
    refused(lambda: actions.archive(case, by=gao, at=now, archived_on=PAID), "法院")
    case = actions.return_to_court(case, by=zhao, at=now, returned_on=PAID, reason="送立案庭")
    assert not DisputeCase.objects.to_be_returned().exists()
    refused(lambda: actions.return_to_court(case, by=zhao, at=now, returned_on=PAID, reason="再次"), "已")


def test_no_file_goes_back_before_the_end_or_when_no_court_sent_it(zhao, yang, now):
    own = CaseFactory("concluded", mediator=yang)
    refused(lambda: actions.return_to_court(own, by=zhao, at=now, returned_on=PAID, reason="送"), "法院")
    case = CaseFactory("concluded", mediator=yang, origin="court_assigned")
    early = dt.date(2024, 1, 18)
    refused(lambda: actions.return_to_court(case, by=zhao, at=now, returned_on=early, reason="送"), "2024-01-18")


def test_a_suspected_sham_stops_and_is_answered_by_the_director(client, yang, duan, now):
    case = CaseFactory("mediating", mediator=yang)
    case = actions.terminate(case, by=yang, at=now, **ENDING | {"end_reason": "sham"})
    client.force_login(duan.user)
    assert "虚假调解" in client.get("/").content.decode()
    assert str(case) in client.get("/cases/?show=sham").content.decode()
    closing = {"closed_out_on": PAID, "callback": "satisfied"}
    refused(lambda: actions.close_out(case, by=yang, at=now, **closing), "虚假")
    case = actions.answer_sham_report(case, by=duan, at=now, reason="已函告法院并移送线索")
    assert actions.close_out(case, by=yang, at=now, **closing).state == "closed_out"
    assert not DisputeCase.objects.sham_reported().exists()
