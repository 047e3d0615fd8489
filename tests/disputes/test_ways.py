"""The ways after an agreement: each state with each step, the windows, and the days of the worked examples."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.errors import StepRefused, WrongDuty
from casework.models import Category
from casework.workflow import Act
from disputes import actions
from disputes.models import DisputeCase, PostAgreementRoute
from disputes.verbs import ROUTE_VERBS
from disputes.views.routes import ways_of
from disputes.workflow import ROUTES
from tests.factories.disputes import AGREED, PAID, CaseFactory, application, officer_of, plan, signatures

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat
COURT = "祥云县人民法院"

# state before, step, state after
TABLE = {
    ("prepared", "file_route", "filed"),
    ("prepared", "withdraw_route", "withdrawn"),
    ("filed", "docket", "docketed"),
    ("filed", "refuse", "refused"),
    ("filed", "withdraw_route", "withdrawn"),
    ("docketed", "decide", "granted"),
    ("docketed", "issue_order", "issued"),
    ("docketed", "refuse", "refused"),
    ("docketed", "withdraw_route", "withdrawn"),
    ("issued", "serve_order", "served"),
    ("issued", "lapse_order", "lapsed"),
    ("served", "record_objection", "objected"),
    ("served", "take_effect", "granted"),
    *((state, "attach", state) for state in PostAgreementRoute.State.values),
}


def noon(day):
    """The office at noon of a day of the example."""
    return timezone.make_aware(datetime.fromisoformat(f"{day}T12:00:00"))


def way_of(case, kind, by, day, **filed):
    """The way opened and filed on a day."""
    actions.open_route(case, by=by, at=noon(day), kind=kind, body=COURT)
    route = case.routes.latest("pk")
    return actions.file_route(route, by=by, at=noon(day), filed_on=DAY(day), **filed)


def clock(file, code):
    return file.deadlines.get(rule__code=code).due_on


def refused(act, *words):
    with pytest.raises(StepRefused) as caught:
        act()
    text = " ".join(caught.value.reasons)
    assert all(word in text for word in words), text


def test_the_table_has_exactly_the_rows_of_the_practice():
    rows = {(str(s), step.verb, str(step.target or s)) for step in ROUTES.steps.values() for s in step.sources}
    assert rows == TABLE


def test_each_step_of_a_way_has_a_form_and_an_action():
    assert {verb.name for verb in ROUTE_VERBS} | {"prepare_route"} == set(ROUTES.steps)


@pytest.mark.parametrize("verb", sorted(set(ROUTES.steps) - {"prepare_route"}))
def test_a_step_outside_the_table_is_refused(verb, yang, su):
    case, now = CaseFactory("performing", mediator=yang), timezone.now()
    kind = "payment_order" if verb in {"issue_order", "serve_order", "record_objection"} else "judicial_confirmation"
    way = {"case": case, "org": case.org, "scope": case.scope, "kind": kind, "body": COURT}
    written = {(before, step) for before, step, _after in TABLE}
    for state in PostAgreementRoute.State.values:
        route = PostAgreementRoute(**way, state=state)
        in_table = verb in {"file_route", "take_effect", "lapse_order"} or (state, verb) in written
        with pytest.raises(WrongDuty if in_table else StepRefused):
            ROUTES.check(verb, route, Act(su if in_table else yang, now))


def test_one_stop_agreement_and_confirmation(yang):
    """10.4: six flower packers, confirmed on the spot on the day of the agreement."""
    case = CaseFactory("performing", mediator=yang)
    assert clock(case, "agreement.judicial_confirmation") == DAY("2024-02-18")
    assert clock(case, "agreement.arbitral_review") == DAY("2024-02-04")
    route = way_of(case, "judicial_confirmation", yang, "2024-01-19")
    assert clock(route, "confirmation.accept") == DAY("2024-01-22")
    assert case.deadlines.get(rule__code="agreement.judicial_confirmation").met_on == AGREED
    route = actions.docket(
        route, by=yang, at=noon("2024-01-19"), docketed_on=AGREED, external_no="（2024）云2923民特1号"
    )
    route = actions.decide(route, by=yang, at=noon("2024-01-19"), ended_on=AGREED, result="确认有效")
    assert (route.state, route.deadlines.running().count()) == ("granted", 0)
    case.refresh_from_db()
    part = case.instalments.get()
    paid = {"instalment": part, "amount": Decimal(112000), "paid_on": PAID}
    case = actions.record_payment(case, by=yang, at=noon("2024-01-30"), **paid)
    assert (case.amount_paid, case.in_default) == (112000, False)


def court_case(yang, zhao):
    """10.3: three workers, assigned by the court, signed online on two days."""
    at = noon("2025-04-03")
    typed = {"received_on": DAY("2025-03-13"), "origin": "court_assigned", "worker_count": 3}
    case = actions.apply(by=zhao, at=at, **application(claims=[{"category": None, "amount": Decimal(58000)}], **typed))
    day = DAY("2025-03-17")
    case = actions.accept(case, by=zhao, at=at, accepted_on=day)
    case = actions.assign(case, by=zhao, at=at, mediator=yang, assigned_on=day)
    return actions.hold_meeting(case, by=yang, at=at, held_on=DAY("2025-04-02"), minutes="双方到场")


def test_a_court_assigned_agreement_is_confirmed_and_paid(yang, zhao):
    case = court_case(yang, zhao)
    assert clock(case, "case.court_assigned") == DAY("2025-04-16")
    people = {party.role: party.pk for party in case.parties.all()}
    rows = [
        {"party": people["applicant"], "signed_on": DAY("2025-04-02"), "manner": "e_signature"},
        {"party": people["respondent"], "signed_on": DAY("2025-04-03"), "manner": "e_signature"},
    ]
    settled = plan(52000, DAY("2025-04-30"))
    case = actions.agree(case, by=yang, at=noon("2025-04-03"), terms="一次付清", signatures=rows, **settled)
    assert case.agreement.effective_on == case.closed_on == DAY("2025-04-03")
    assert clock(case, "agreement.judicial_confirmation") == DAY("2025-05-06")
    assert clock(case, "agreement.arbitral_review") == DAY("2025-04-18")
    route = way_of(case, "judicial_confirmation", yang, "2025-04-09")
    route = actions.docket(route, by=yang, at=noon("2025-04-09"), docketed_on=DAY("2025-04-09"))
    assert clock(route, "confirmation.rule") == DAY("2025-05-09")
    route = actions.decide(route, by=yang, at=noon("2025-04-18"), ended_on=DAY("2025-04-18"), result="确认有效")
    assert route.state == "granted"


def unpaid(yang):
    """10.6 B: the agreement of 2023-12-08, to be paid by 2024-01-08, and nothing came."""
    when = noon("2023-12-08")
    typed = {"received_on": DAY("2023-11-27"), "worker_count": 18}
    zhao = officer_of("case_officer")
    claims = [{"category": None, "amount": Decimal(103500)}]
    case = actions.apply(by=zhao, at=when, **application(claims=claims, **typed))
    case = actions.accept(case, by=zhao, at=when, accepted_on=DAY("2023-11-27"))
    case = actions.assign(case, by=zhao, at=when, mediator=yang, assigned_on=DAY("2023-11-27"))
    case = actions.hold_meeting(case, by=yang, at=when, held_on=DAY("2023-12-08"), minutes="双方到场")
    signed = signatures(DAY("2023-12-08"))
    return actions.agree(case, by=yang, at=when, terms="一次付清", **signed, **plan(103500, DAY("2024-01-08")))


def test_paid_on_the_last_day_is_paid_in_time(yang):
    """10.6 A."""
    case = unpaid(yang)
    assert clock(case, "agreement.judicial_confirmation") == DAY("2024-01-08")
    part = case.instalments.get()
    case = actions.record_payment(
        case, by=yang, at=noon("2024-01-08"), instalment=part, amount=Decimal(103500), paid_on=DAY("2024-01-08")
    )
    assert not case.instalments.get().was_late
    assert [p.paid_on for p in case.payments.all()] == [DAY("2024-01-08")]


def test_an_application_of_the_last_day_may_be_entered_afterwards(yang):
    """The court asks when it was handed in, not when somebody typed it."""
    case = unpaid(yang)
    late = {"by": yang, "at": noon("2024-01-10"), "kind": "judicial_confirmation", "body": COURT}
    refused(lambda: actions.open_route(case, **late, filed_on=DAY("2024-01-09")), "2024-01-08")
    route = actions.open_route(case, **late, filed_on=DAY("2024-01-08")).routes.get()
    assert actions.file_route(route, by=yang, at=noon("2024-01-10"), filed_on=DAY("2024-01-08")).state == "filed"


def test_unpaid_and_unconfirmed_becomes_a_payment_order_to_the_day(yang):
    """10.6 B: applied 01-09, answer 01-15, issue 01-30, served 01-31, objection until 02-18."""
    case = unpaid(yang)
    early = noon("2024-01-08")
    refused(lambda: actions.open_route(case, by=yang, at=early, kind="payment_order", body=COURT), "逾期")
    late = noon("2024-01-09")
    refused(lambda: actions.open_route(case, by=yang, at=late, kind="judicial_confirmation", body=COURT), "2024-01-08")
    route = way_of(case, "payment_order", yang, "2024-01-09")
    assert clock(route, "payment_order.answer") == DAY("2024-01-15")
    route = actions.docket(route, by=yang, at=noon("2024-01-15"), docketed_on=DAY("2024-01-15"))
    assert clock(route, "payment_order.issue") == DAY("2024-01-30")
    route = actions.issue_order(route, by=yang, at=noon("2024-01-30"), issued_on=DAY("2024-01-30"))
    route = actions.serve_order(route, by=yang, at=noon("2024-01-31"), served_on=DAY("2024-01-31"))
    assert clock(route, "payment_order.object") == DAY("2024-02-18")
    refused(
        lambda: actions.take_effect(route, by=yang, at=noon("2024-02-18"), ended_on=DAY("2024-02-18")), "2024-02-18"
    )
    refused(
        lambda: actions.record_objection(
            route, by=yang, at=noon("2024-02-19"), ended_on=DAY("2024-02-19"), result="不服"
        ),
        "2024-02-18",
    )
    route = actions.take_effect(route, by=yang, at=noon("2024-02-19"), ended_on=DAY("2024-02-19"))
    assert route.state == "granted"
    enforcement = way_of(case, "enforcement", yang, "2024-02-20")
    assert enforcement.state == "filed"


def test_enforcement_ends_two_years_after_the_last_agreed_day(yang):
    case = unpaid(yang)
    route = way_of(case, "payment_order", yang, "2024-01-09")
    at = noon("2024-02-19")
    route = actions.docket(route, by=yang, at=at, docketed_on=DAY("2024-01-15"))
    route = actions.issue_order(route, by=yang, at=at, issued_on=DAY("2024-01-30"))
    route = actions.serve_order(route, by=yang, at=at, served_on=DAY("2024-01-31"))
    actions.take_effect(route, by=yang, at=at, ended_on=DAY("2024-02-19"))
    after = noon("2026-01-09")
    refused(lambda: actions.open_route(case, by=yang, at=after, kind="enforcement", body=COURT), "2026-01-08")
    assert actions.open_route(case, by=yang, at=noon("2026-01-08"), kind="enforcement", body=COURT)


def test_an_order_not_served_in_thirty_days_has_ended_and_opens_the_way_to_sue(yang):
    case = unpaid(yang)
    route = way_of(case, "payment_order", yang, "2024-01-09")
    route = actions.docket(route, by=yang, at=noon("2024-01-15"), docketed_on=DAY("2024-01-15"))
    route = actions.issue_order(route, by=yang, at=noon("2024-01-30"), issued_on=DAY("2024-01-30"))
    limit = clock(route, "payment_order.serve_limit")
    assert limit == DAY("2024-02-29")
    late = noon("2024-03-01")
    refused(lambda: actions.serve_order(route, by=yang, at=late, served_on=DAY("2024-03-01")), "2024-02-29")
    route = actions.lapse_order(route, by=yang, at=late, ended_on=DAY("2024-03-01"))
    assert route.state == "lapsed"
    assert actions.open_route(case, by=yang, at=late, kind="lawsuit", body=COURT).routes.count() == 2


@pytest.mark.parametrize(
    ("changes", "kind", "word"),
    [
        ({"legal_ground": "civil"}, "arbitral_review", "民事争议"),
        ({"legal_ground": "civil"}, "arbitration", "民事争议"),
        ({"category": "0501"}, "payment_order", "支付令"),
        ({"category": "0602"}, "lawsuit", "劳动报酬"),
        ({}, "enforcement", "强制执行"),
    ],
)
def test_each_way_is_for_what_the_law_names(changes, kind, word, yang):
    if "category" in changes:
        changes = {"category": Category.objects.get(pk=changes["category"])}
    case = CaseFactory("performing", mediator=yang, **changes)
    day = "2024-01-20" if kind == "arbitral_review" else "2024-01-31"
    refused(lambda: actions.open_route(case, by=yang, at=noon(day), kind=kind, body=COURT), word)


def test_one_way_is_open_at_a_time(yang, zhao):
    case = CaseFactory("performing", mediator=yang)
    actions.open_route(case, by=yang, at=noon("2024-01-20"), kind="judicial_confirmation", body=COURT)
    again = {"by": yang, "at": noon("2024-01-21"), "kind": "arbitral_review", "body": COURT}
    refused(lambda: actions.open_route(case, **again), "司法确认")
    with pytest.raises(IntegrityError), transaction.atomic():
        PostAgreementRoute.objects.create(
            case=case, org=case.org, scope=case.scope, kind="arbitral_review", body=COURT,
            state="prepared", opened_at=timezone.now(),
        )  # fmt: skip
    ways = {way.label: way.reasons for way in ways_of(DisputeCase.objects.for_page().get(pk=case.pk))}
    assert all(ways.values()), "while a way is taken no other is called possible"
    route = case.routes.get()
    actions.withdraw_route(route, by=yang, at=noon("2024-01-22"), ended_on=DAY("2024-01-22"), result="改走仲裁审查")
    assert actions.open_route(case, **again | {"at": noon("2024-01-23")}).routes.open().count() == 1


def test_a_way_filed_late_is_refused_with_the_day(yang):
    case = CaseFactory("performing", mediator=yang)
    actions.open_route(case, by=yang, at=noon("2024-02-17"), kind="judicial_confirmation", body=COURT)
    route = case.routes.get()
    at = noon("2024-02-19")
    refused(lambda: actions.file_route(route, by=yang, at=at, filed_on=DAY("2024-02-19")), "2024-02-18")
    assert actions.file_route(route, by=yang, at=at, filed_on=DAY("2024-02-18")).state == "filed"


def test_a_case_with_an_open_way_is_not_closed(yang, zhao):
    case = CaseFactory("performing", mediator=yang)
    actions.open_route(case, by=yang, at=noon("2024-01-20"), kind="judicial_confirmation", body=COURT)
    part = case.instalments.get()
    case = actions.record_payment(
        case, by=yang, at=noon("2024-01-30"), instalment=part, amount=part.amount, paid_on=PAID
    )
    closing = {"closed_out_on": PAID, "callback": "satisfied"}
    refused(lambda: actions.close_out(case, by=zhao, at=noon("2024-01-31"), **closing), "司法确认")


def test_a_settlement_by_the_parties_opens_no_way(yang, now):
    case = CaseFactory("mediating", mediator=yang)
    typed = {"closed_on": AGREED, "settlement": "自行和解", **plan(9800, AGREED)}
    case = actions.reconcile(case, by=yang, at=now, **typed)
    refused(lambda: actions.open_route(case, by=yang, at=now, kind="payment_order", body=COURT), "调解协议")


@pytest.mark.parametrize(("who", "status"), [("yang", 200), ("zhao", 200), ("wang", 404), ("ma", 200)])
def test_a_way_is_seen_by_whoever_sees_its_case(client, request, who, status, yang):
    case = CaseFactory("performing", mediator=yang)
    actions.open_route(case, by=yang, at=noon("2024-01-20"), kind="judicial_confirmation", body=COURT)
    client.force_login(request.getfixturevalue(who).user)
    assert client.get(case.routes.get().get_absolute_url()).status_code == status
    assert client.get("/routes/").status_code == 200


def test_a_way_being_prepared_shows_its_last_day(client, yang):
    case = CaseFactory("performing", mediator=yang)
    actions.open_route(case, by=yang, at=noon("2024-01-20"), kind="judicial_confirmation", body=COURT)
    client.force_login(yang.user)
    assert "2024-02-18" in client.get(case.routes.get().get_absolute_url()).content.decode()


def test_the_page_of_the_case_says_what_is_possible_and_why_not(client, yang):
    client.force_login(yang.user)
    case = CaseFactory("performing", mediator=yang)
    text = client.get(case.get_absolute_url()).content.decode()
    assert "2024-02-18" in text
    assert "支付令" in text
    for route in case.routes.all():
        assert route.body in text


def test_the_api_walks_a_way(client, yang):
    """Opened on the case, moved on its own address."""
    case = unpaid(yang)
    client.force_login(yang.user)
    opened = client.post(
        f"/api/v1/cases/{case.pk}/open_route/",
        {"kind": "payment_order", "body": COURT},
        content_type="application/json",
    )
    assert opened.status_code == 200, opened.content
    (pk,) = opened.json()["routes"]
    body = {"filed_on": "2024-01-09", "applied_as_required": True}
    filed = client.post(f"/api/v1/routes/{pk}/file_route/", body, content_type="application/json")
    assert filed.status_code == 200, filed.content
    shown = client.get(f"/api/v1/routes/{pk}/").json()
    assert (shown["state"], shown["deadlines"][0]["due_on"]) == ("filed", "2024-01-15")
    again = client.post(f"/api/v1/routes/{pk}/file_route/", body, content_type="application/json")
    assert again.status_code == 409


def test_every_step_offered_on_a_way_has_a_form_that_opens(client, yang):
    case = unpaid(yang)
    client.force_login(yang.user)
    route = way_of(case, "payment_order", yang, "2024-01-09")
    for move, day in (("docket", "docketed_on"), ("issue_order", "issued_on"), ("serve_order", "served_on")):
        for offer in route.offers(Act(yang, timezone.now())):
            assert client.get(route.step_url(offer.verb)).status_code == (200 if offer.allowed else 409)
        route = getattr(actions, move)(route, by=yang, at=timezone.now(), **{day: DAY("2024-01-15")})
    assert client.get(route.get_absolute_url()).status_code == 200


def test_the_windows_of_a_civil_dispute_know_no_arbitration(yang):
    case = CaseFactory("performing", mediator=yang, legal_ground="civil")
    assert not case.deadlines.filter(rule__code="agreement.arbitral_review").exists()
