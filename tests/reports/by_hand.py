"""The figures of case histories counted one history at a time, in plain Python: nothing here comes from the product.

A figure is a number, an average, or a pair (numerator, denominator).
"""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from tests.reports.histories import days

SETTLED = {"agreed", "reconciled"}
ENDED = {"agreed", "reconciled", "failed", "terminated", "withdrawn"}


def last_day(one):
    clocks = [due for rule, due in one.clocks if rule in {"case.mediate", "case.court_assigned"}]
    return clocks[-1] if clocks else None


def open_on(one, day):
    """Accepted by that evening and not closed by it."""
    return bool(one.accepted) and one.accepted <= day and not (one.closed and one.closed <= day)


def stopped(one):
    length = 0
    for clock, begin, until in one.stops:
        if until and one.clocks[clock][0] in {"case.mediate", "case.court_assigned", "court.assignment_answer"}:
            length += (until - begin).days
    return length


def figures(histories, first, last, today):
    """Every figure of the cases of one place for the days from `first` to `last`, asked on `today`."""
    end = min(last, today)
    total = defaultdict(int)
    for one in histories:
        if not one.merged:
            one_case(total, one, first, end, lambda day: bool(day) and first <= day <= end)
    return presented(total)


def one_case(total, one, first, end, inside):
    total["opening_backlog"] += open_on(one, first - days(1))
    due = last_day(one)
    total["overdue_open"] += bool(due) and due < end and open_on(one, end)
    accepted_case(total, one, inside)
    if inside(one.closed):
        closed_case(total, one, due)
    money(total, one, inside)


def accepted_case(total, one, inside):
    if inside(one.accepted):
        total["accepted"] += 1
        total["amount_claimed_accepted"] += one.claimed
        total["intake_open"] += not one.closed
        total["intake_done"] += one.outcome in ENDED
        total["intake_won"] += one.outcome in SETTLED


def closed_case(total, one, due):
    if one.outcome == "transferred":
        total["transferred"] += 1
        total["transferred_accepted"] += bool(one.accepted)
    if one.outcome not in ENDED or not one.accepted:
        return
    won = one.outcome in SETTLED
    total[one.outcome] += 1
    total["concluded"] += 1
    total["won"] += won
    total["persons_involved"] += one.workers
    total["persons_won"] += one.workers if won else 0
    total["group_cases"] += one.group
    total["group_persons"] += one.workers if one.group else 0
    total["court"] += one.origin == "court_assigned"
    total["court_won"] += won and one.origin == "court_assigned"
    total["in_time"] += one.closed <= due
    total["amount_claimed"] += one.claimed
    total["amount_agreed"] += one.agreed if won else 0
    total["length"] += (one.closed - one.received).days - stopped(one)


def money(total, one, inside):
    for paid in one.payments:
        if inside(paid.on):
            total["recovered"] += paid.amount
            total[f"recovered_{paid.kind}"] += paid.amount
            total["recovered_persons"] += paid.persons if paid.amount > 0 else 0
    for n, (due, amount) in enumerate(one.parts):
        if inside(due):
            in_time = sum(paid.amount for paid in one.payments if paid.part == n and paid.on <= due)
            total["owed"] += amount
            total["owed_paid"] += in_time
            total["parts"] += 1
            total["parts_kept"] += in_time >= amount and any(p.part == n and p.on <= due for p in one.payments)
    if one.parts and inside(ultimate := max(due for due, _amount in one.parts)):
        early = [paid.amount for paid in one.payments if paid.on <= ultimate]
        total["promises"] += 1
        total["promises_kept"] += bool(early) and sum(early) >= sum(amount for _due, amount in one.parts)
    ways(total, one, inside)


def ways(total, one, inside):
    confirming = [way for way in one.ways if way.kind == "judicial_confirmation"]
    granted = any(way.state == "granted" for way in confirming)
    for rule, due in one.clocks:
        if rule == "agreement.judicial_confirmation" and inside(due):
            total["windows"] += 1
            total["confirmed"] += granted
            total["pending"] += not granted and any(way.state in {"filed", "docketed"} for way in confirming)
    for way in one.ways:
        total[f"{way.kind}_filed"] += inside(way.filed)
        if way.kind == "judicial_confirmation" and way.state == "granted":
            total["judicial_confirmations"] += inside(way.ended)


PLAIN = [
    *["opening_backlog", "overdue_open", "accepted", "amount_claimed_accepted", "transferred", "concluded"],
    *["agreed", "reconciled", "failed", "terminated", "withdrawn", "persons_involved", "group_cases", "group_persons"],
    *["amount_claimed", "amount_agreed", "recovered", "recovered_persons", "recovered_wages"],
    *["recovered_compensation", "recovered_injury", "recovered_social_insurance", "recovered_other"],
    "judicial_confirmations",
]
RATES = {
    "mediation_success_rate": ("won", "concluded"),
    "mediation_success_rate_by_intake": ("intake_won", "intake_done"),
    "intake_open_rate": ("intake_open", "accepted"),
    "mediation_success_rate_by_persons": ("persons_won", "persons_involved"),
    "court_assigned_success_rate": ("court_won", "court"),
    "on_time_closure_rate": ("in_time", "concluded"),
    "judicial_confirmation_rate": ("confirmed", "windows"),
    "performance_rate": ("promises_kept", "promises"),
    "performance_rate_amount": ("owed_paid", "owed"),
    "instalments_kept_rate": ("parts_kept", "parts"),
}


def presented(total):
    found = {name: total[name] for name in PLAIN}
    found |= {name: (total[top], total[bottom]) for name, (top, bottom) in RATES.items()}
    begun = total["opening_backlog"] + total["accepted"]
    found["closing_backlog"] = begun - total["concluded"] - total["transferred_accepted"]
    found["closure_rate"] = (total["concluded"], begun)
    found["mediation_success_rate_excl_withdrawn"] = (total["won"], total["concluded"] - total["withdrawn"])
    found["avg_days"] = None
    if total["concluded"]:
        exact = Decimal(total["length"]) / total["concluded"]
        found["avg_days"] = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    found["recovered_cash"] = total["recovered"] - total["recovered_social_insurance"]
    found["judicial_confirmation_pending"] = total["pending"]
    found["confirmations_filed"] = total["judicial_confirmation_filed"]
    found["reviews_filed"] = total["arbitral_review_filed"]
    found["payment_orders_filed"] = total["payment_order_filed"]
    return found
