"""Case histories written to the database in bulk, past all verbs."""

import datetime as dt
from decimal import Decimal

from django.db import connection

from casework.models import DeadlineRule
from disputes.models import (
    DisputeCase,
    DisputeDeadline,
    DisputePause,
    Instalment,
    Payment,
    PostAgreementRoute,
)
from organizations.models import UnionOrg
from tests.conftest import member


def write(histories):
    """The cases, in the order of the histories."""
    orgs = {org.region_id: org for org in UnionOrg.objects.filter(region__in={one.county for one in histories})}
    people = [member("mediator", f"m{n}", certified=True) for n in range(10)]
    rules = {rule.code: rule for rule in DeadlineRule.objects.filter(province=None).order_by("valid_from")}
    cases = DisputeCase.objects.bulk_create([row(one, orgs[one.county], people) for one in histories], batch_size=1000)
    pairs = list(zip(cases, histories, strict=True))
    write_clocks(pairs, rules)
    write_money(pairs)
    with connection.cursor() as cursor:  # as autovacuum does it, which cannot see what is not committed
        cursor.execute("ANALYZE disputes_disputecase, disputes_disputedeadline, disputes_instalment, disputes_payment")
    return cases


def row(one, org, people):
    return DisputeCase(
        org=org,
        scope=org.path,
        state=state(one),
        opened_at=dt.datetime.combine(one.received, dt.time(2), tzinfo=dt.UTC),
        category_id=one.category,
        origin=one.origin,
        legal_ground="labour",
        received_on=one.received,
        accepted_on=one.accepted,
        closed_on=one.closed,
        outcome=one.outcome,
        mediator=None if one.mediator is None else people[one.mediator],
        worker_count=one.workers,
        is_group=one.group,
        amount_claimed=one.claimed,
        amount_agreed=one.agreed,
        amount_paid=max(Decimal(0), sum(paid.amount for paid in one.payments)),
    )


def state(one):
    if one.merged:
        return "merged"
    if one.closed:
        return "performing" if one.payments else "closed_out"
    return "mediating" if one.accepted else "applied"


def write_clocks(pairs, rules):
    clocks = [
        (DisputeDeadline(file=case, rule=rules[rule], started_on=one.received, due_on=due), one, n)
        for case, one in pairs
        for n, (rule, due) in enumerate(one.clocks)
    ]
    DisputeDeadline.objects.bulk_create([clock for clock, _one, _n in clocks], batch_size=2000)
    DisputePause.objects.bulk_create(
        DisputePause(deadline=clock, from_on=begin, until_on=until, reason="-")
        for clock, one, n in clocks
        for of, begin, until in one.stops
        if of == n
    )


def write_money(pairs):
    parts = {}
    for case, one in pairs:
        for n, (due, amount) in enumerate(one.parts):
            parts[case.pk, n] = Instalment(file=case, position=n + 1, due_on=due, amount=amount)
    Instalment.objects.bulk_create(parts.values(), batch_size=2000)
    for backwards in (False, True):
        write_payments(pairs, parts, backwards)
    PostAgreementRoute.objects.bulk_create(
        PostAgreementRoute(
            org=case.org,
            scope=case.scope,
            case=case,
            kind=way.kind,
            state=way.state,
            filed_on=way.filed,
            ended_on=way.ended,
            opened_at=case.opened_at,
            body="-",
        )
        for case, one in pairs
        for way in one.ways
    )


def write_payments(pairs, parts, backwards):
    """What went back names the payment it takes back, so it is written second."""
    Payment.objects.bulk_create(
        [
            Payment(
                file=case,
                instalment=parts[case.pk, paid.part],
                paid_on=paid.on,
                amount=paid.amount,
                kind=paid.kind,
                person_count=paid.persons,
                reverses=first_payment(case, parts[case.pk, paid.part]) if backwards else None,
            )
            for case, one in pairs
            for paid in one.payments
            if (paid.reverses is not None) is backwards
        ],
        batch_size=2000,
    )


def first_payment(case, part):
    return case.payments.filter(instalment=part).first()
