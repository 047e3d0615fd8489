"""How many statements a step on a case may send, by page and by API."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.disputes import CaseFactory

pytestmark = pytest.mark.django_db
UNCOUNTED = ("SAVEPOINT", "RELEASE")
SIGNED = ("applicants_signed_on", "respondents_signed_on", "mediator_signed_on", "seal_on")
# state, who, verb, what is typed, statements by page, by API (which answers with the whole case)
STEPS = [
    ("applied", "zhao", "accept", {"accepted_on": "2024-01-08", "both_sides_willing": True}, 15, 32),
    ("accepted", "zhao", "assign", {"assigned_on": "2024-01-08", "reason": "合适"}, 25, 42),
    (
        "assigned",
        "yang",
        "hold_meeting",
        {
            "held_on": "2024-01-15",
            "manner": "on_site",
            "rights_read": True,
            "parties_present": True,
            "minutes": "双方到场",
        },
        15,
        33,
    ),
    ("mediating", "yang", "extend", {"days": 5, "consented_on": "2024-01-19", "reason": "双方同意"}, 18, 36),
    (
        "mediating",
        "yang",
        "agree",
        {
            "terms": "一次付清",
            "agreed": [{"claim": 1, "amount": "112000.00"}],
            "instalments": [{"due_on": "2024-01-30", "amount": "112000.00"}],
            **dict.fromkeys(SIGNED, "2024-01-19"),
        },
        36,
        54,
    ),
    ("mediating", "yang", "rate", {"urgency": 2, "reason": "风险变化"}, 8, 26),
]


AGREED = next(typed for _state, _who, verb, typed, *_most in STEPS if verb == "agree")


def as_form(body):
    """The same as a browser sends it."""
    tables = {name: rows for name, rows in body.items() if isinstance(rows, list)}
    cells = {
        f"{name}-{n}-{cell}": value
        for name, rows in tables.items()
        for n, row in enumerate(rows)
        for cell, value in row.items()
    }
    return {**{name: value for name, value in body.items() if name not in tables}, **cells}


def sent(ask, status):
    with CaptureQueriesContext(connection) as seen:
        answer = ask()
    assert answer.status_code == status, answer.content.decode()
    return [query["sql"] for query in seen.captured_queries]


@pytest.mark.parametrize(("state", "who", "verb", "typed", "by_page", "by_api"), STEPS, ids=[step[2] for step in STEPS])
def test_a_step_sends_a_bounded_number_of_statements(
    client, request, settings, yang, state, who, verb, typed, by_page, by_api
):
    settings.REFERENCE_KEPT = True  # as in a process that has answered before
    officer = request.getfixturevalue(who)
    client.force_login(officer.user)
    typed = typed if verb != "assign" else {**typed, "mediator": yang.pk}
    for case in (CaseFactory(state, mediator=yang), CaseFactory(state, mediator=yang)):
        page = sent(lambda case=case: client.post(f"/cases/{case.pk}/{verb}/", as_form(typed)), 302)
    for case in (CaseFactory(state, mediator=yang), CaseFactory(state, mediator=yang)):
        url = f"/api/v1/cases/{case.pk}/{verb}/"
        api = sent(lambda url=url: client.post(url, typed, content_type="application/json"), 200)
    assert sum(sql.startswith("SAVEPOINT") for sql in page) == 1  # that of the test's own transaction
    counted = [sum(not sql.startswith(UNCOUNTED) for sql in sqls) for sqls in (page, api)]
    assert counted[0] <= by_page
    assert counted[1] <= by_api


def test_a_plan_of_many_payments_costs_what_a_plan_of_one_costs(client, settings, yang):
    settings.REFERENCE_KEPT = True
    client.force_login(yang.user)
    quarters = [{"due_on": f"2024-0{month}-28", "amount": "28000.00"} for month in (2, 3, 4, 5)]
    counts = []
    for plan in (AGREED["instalments"], AGREED["instalments"], quarters):
        case = CaseFactory("mediating", mediator=yang)
        ask = partial(client.post, f"/cases/{case.pk}/agree/", as_form({**AGREED, "instalments": plan}))
        counts.append(len(sent(ask, 302)))
        assert case.instalments.count() == len(plan)
    assert counts[1] == counts[2]
