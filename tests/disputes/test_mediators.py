"""The mediator: roster, assignment with reasons, confirmation, recusal."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from casework.errors import StepRefused
from casework.models import Employer
from disputes import actions
from disputes.mediators import candidates
from disputes.models import DisputeCase, MediatorProfile, Recusal
from tests.conftest import member
from tests.factories.disputes import RECEIVED, RESPONDENT, CaseFactory, ProfileFactory

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


@pytest.fixture
def pu(db):
    """A second mediator of the county."""
    return member("mediator", "pu", certified=True)


@pytest.fixture
def case(yang):
    return CaseFactory("accepted")


def assign(case, zhao, now, mediator, **more):
    return actions.assign(case, by=zhao, at=now, mediator=mediator, assigned_on=RECEIVED, **more)


def test_the_assignment_keeps_why_and_starts_three_working_days(case, zhao, yang, now):
    case = assign(case, zhao, now, yang)
    kept = case.assignments.get()
    assert (kept.presides, kept.chosen_by, kept.confirmed_on) == (True, "organisation", None)
    assert kept.why
    assert case.deadlines.of_rule("case.assignee_confirm").get().due_on == DAY("2024-01-11")


def test_the_less_burdened_is_suggested(zhao, yang, pu, now):
    CaseFactory("assigned", mediator=yang)
    case = CaseFactory("accepted")
    best, other = candidates(case, RECEIVED)
    assert (best.officer, best.suggested, other.officer) == (pu, True, yang)
    assert best.words != other.words


def test_who_does_not_follow_the_ranking_says_why(client, zhao, yang, pu):
    for _n in range(3):
        CaseFactory("assigned", mediator=yang)
    case = CaseFactory("accepted")
    client.force_login(zhao.user)
    body = {"mediator": yang.pk, "assigned_on": "2024-01-08"}
    refused = client.post(case.step_url("assign"), body)
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"reason"}
    by_parties = {**body, "chosen_by": "parties"}
    assert client.post(case.step_url("assign"), by_parties).status_code == 302
    assert DisputeCase.objects.get(pk=case.pk).assignments.get().chosen_by == "parties"
    second = CaseFactory("accepted")
    assert client.post(second.step_url("assign"), {**body, "reason": "熟悉案情"}).status_code == 302
    assert "熟悉案情" in second.assignments.get().why


def test_the_page_shows_each_candidate_with_the_reason(client, zhao, yang, pu):
    ProfileFactory(pu).leaves.create(from_on=DAY("2024-01-01"), until_on=DAY("2099-01-01"))
    case = CaseFactory("accepted")
    client.force_login(zhao.user)
    page = client.get(case.step_url("assign"))
    assert [c.officer for c in page.context["form"].candidates] == [yang, pu]
    assert page.context["form"].candidates[1].standing.barred
    assert not page.context["form"].candidates[1].suggested


@pytest.mark.parametrize("against", ["employer", "person", "person_by_number"])
def test_a_conflicted_mediator_is_never_suggested_and_never_assigned(zhao, yang, pu, now, against):
    applicants = [{"name": "杨测试", "id_number": "530102199003070011"}]
    case = CaseFactory("accepted", applicants=applicants)
    declared = {
        "employer": {"employer": Employer.objects.get(name=RESPONDENT)},
        "person": {"person_name": "杨测试"},
        "person_by_number": {"person_name": "杨某某", "person_id_number": "530102199003070011"},
    }[against]
    ProfileFactory(pu).conflicts.create(reason="近亲属", declared_on=RECEIVED, **declared)
    assert [c.officer for c in candidates(case, RECEIVED) if c.suggested] == [yang]
    with pytest.raises(StepRefused):
        assign(case, zhao, now, pu)
    with pytest.raises(StepRefused):
        assign(case, zhao, now, yang, others=[pu])


def test_a_conflict_that_was_lifted_or_is_about_somebody_else_does_not_bar(zhao, pu, now):
    case = CaseFactory("accepted", applicants=[{"name": "杨测试", "id_number": "530102199003070011"}])
    profile = ProfileFactory(pu)
    profile.conflicts.create(reason="旧友", declared_on=RECEIVED, lifted_on=RECEIVED, person_name="杨测试")
    profile.conflicts.create(
        reason="同名", declared_on=RECEIVED, person_name="杨测试", person_id_number="53010219900307002X"
    )
    assert assign(case, zhao, now, pu).mediator == pu


def test_a_term_that_is_over_bars(case, zhao, yang, now):
    ProfileFactory(yang, valid_until=DAY("2024-01-07"))
    with pytest.raises(StepRefused):
        assign(case, zhao, now, yang)


def test_a_grave_case_has_two_mediators_of_whom_one_presides(case, zhao, yang, pu, now):
    with pytest.raises(StepRefused):
        assign(case, zhao, now, yang, grave=True)
    case = assign(case, zhao, now, yang, grave=True, others=[pu])
    assert dict(case.assignments.values_list("officer", "presides")) == {yang.pk: True, pu.pk: False}
    for mediator in (yang, pu):
        assert DisputeCase.objects.visible_to(mediator).get() == case


def test_the_clock_of_confirmation_stops_when_every_mediator_has_confirmed(case, zhao, yang, pu, now):
    case = assign(case, zhao, now, yang, grave=True, others=[pu])
    typed = {"confirmed_on": DAY("2024-01-10"), "disclosure": "无"}
    case = actions.confirm(case, by=yang, at=now, **typed)
    clock = case.deadlines.of_rule("case.assignee_confirm")
    assert (clock.get().met_on, case.confirmed_on) == (None, None)
    with pytest.raises(StepRefused):
        actions.confirm(case, by=yang, at=now, **typed)
    case = actions.confirm(case, by=pu, at=now, **typed)
    assert (clock.get().met_on, case.confirmed_on) == (DAY("2024-01-10"), DAY("2024-01-10"))


def test_another_mediator_begins_anew_after_a_recusal(case, zhao, yang, pu, now):
    case = assign(case, zhao, now, yang)
    typed = {"ground": "relative", "asked_by": "mediator", "decided_on": DAY("2024-01-09")}
    case = actions.recuse(case, by=yang, at=now, **typed)
    assert (case.state, case.mediator, case.confirmed_on) == ("accepted", None, None)
    assert not DisputeCase.objects.visible_to(yang).exists()
    with pytest.raises(StepRefused):
        assign(case, zhao, now, yang)
    case = actions.assign(case, by=zhao, at=now, mediator=pu, assigned_on=DAY("2024-01-09"))
    assert [row.ended_on for row in case.assignments.all()] == [DAY("2024-01-09"), None]
    assert case.deadlines.of_rule("case.assignee_confirm").running().get().due_on == DAY("2024-01-12")


def test_both_parties_may_keep_the_mediator(case, zhao, yang, now):
    case = assign(case, zhao, now, yang)
    typed = {"ground": "relation", "asked_by": "respondent", "decision": "kept", "decided_on": DAY("2024-01-09")}
    case = actions.keep_mediator(case, by=zhao, at=now, **typed)
    assert (case.state, case.mediator) == ("assigned", yang)
    assert case.recusals.get().decision == Recusal.Decision.KEPT


PROFILE = {"roster": "union", "appointed_on": "2024-01-01", "valid_until": "2027-12-31", "case_limit": "25"}


def test_the_roster_is_kept_by_the_organisation_and_read_by_every_union(client, zhao, yang, duan, wang):
    client.force_login(zhao.user)
    typed = {**PROFILE, "mediator": yang.pk, "languages": ["bca"], "specialities": ["01"], "mediator_no": "调001"}
    assert client.post(reverse("disputes:mediators-new"), typed).status_code == 302
    profile = MediatorProfile.objects.get()
    yang.refresh_from_db()
    assert (profile.languages, yang.case_limit) == (["bca"], 25)
    page = reverse("disputes:mediators-page", args=[profile.pk])
    for reader in (wang, yang, duan):
        client.force_login(reader.user)
        assert client.get(reverse("disputes:mediators")).status_code == 200
        assert client.get(page).status_code == 200
    change = reverse("disputes:mediators-change", args=[profile.pk, "profile"])
    client.force_login(wang.user)
    assert client.get(change).status_code == 403
    client.force_login(duan.user)
    assert client.post(change, {**PROFILE, "valid_until": "2023-12-31"}).status_code == 422
    assert client.post(change, PROFILE).status_code == 302


def test_the_roster_shows_first_whom_the_organisation_can_name(client, zhao, yang):
    above, aside = (member("mediator", name, region=code) for name, code in (("li2", "532900"), ("hu", "532924")))
    profiles = {officer: ProfileFactory(officer) for officer in (yang, above, aside)}
    client.force_login(zhao.user)
    page = reverse("disputes:mediators")
    assert set(client.get(page).context["page"]) == {profiles[yang], profiles[above]}
    assert set(client.get(f"{page}?all=1").context["page"]) == set(profiles.values())


def test_a_mediator_declares_his_conflicts_which_others_do_not_see(client, yang, wang, zhao):
    profile = ProfileFactory(yang)
    client.force_login(yang.user)
    conflict = reverse("disputes:mediators-change", args=[profile.pk, "conflict"])
    typed = {"person_name": "李四海", "reason": "近亲属", "declared_on": "2024-01-08"}
    assert client.post(conflict, {**typed, "employer_name": "某公司"}).status_code == 422
    assert client.post(conflict, typed).status_code == 302
    lift = reverse("disputes:mediators-change", args=[profile.pk, "lift"])
    assert client.get(lift).status_code == 403
    page = reverse("disputes:mediators-page", args=[profile.pk])
    assert "近亲属" in client.get(page).content.decode()
    assert "李四海" not in client.get(page).content.decode(), "a person stands masked"
    client.force_login(wang.user)
    assert "近亲属" not in client.get(page).content.decode()
    client.force_login(zhao.user)
    lifted = {"conflict": profile.conflicts.get().pk, "lifted_on": "2024-02-01"}
    assert client.post(lift, lifted).status_code == 302
    assert profile.conflicts.get().lifted_on == DAY("2024-02-01")


def test_an_authority_and_the_administrator_do_not_read_the_roster(client, hr_officer):
    client.force_login(hr_officer.user)
    assert client.get(reverse("disputes:mediators")).status_code in {302, 403}
