"""How many statements a request may send: the same for ten and for fifty rows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.models import Category
from tests.factories.hotline import PHONE, CallFactory, OrderFactory, officer_of
from tests.hotline.test_pages import INQUIRY

pytestmark = pytest.mark.django_db
UNCOUNTED = ("SAVEPOINT", "RELEASE", "ROLLBACK", 'UPDATE "django_session"')


def statements(ask) -> int:
    """What is read or written; not counted are marks of transactions, and the minute a session was last seen in."""
    with CaptureQueriesContext(connection) as seen:
        assert ask().status_code < 400
    return sum(not query["sql"].startswith(UNCOUNTED) for query in seen.captured_queries)


LISTS = [
    ("/calls/", {"show": "all"}),
    ("/calls/", {"show": "today"}),
    ("/calls/", {"show": "mine"}),
    ("/calls/", {"show": "unanswered"}),
    ("/calls/", {"show": "all", "request_type": "complaint"}),
    ("/calls/", {"show": "all", "employer": "测试"}),
    ("/work-orders/", {"show": "open"}),
    ("/work-orders/", {"show": "overdue"}),
    ("/work-orders/", {"show": "all", "employer": "测试"}),
]


@pytest.mark.parametrize(("who", "most"), [("luo", 11), ("he", 8)])
def test_a_list_page_takes_at_most_eight_and_a_desk_three_more(client, request, who, most):
    """Who answers calls has the draft, the seat, the shift and the counters of the day above the list."""
    client.force_login(request.getfixturevalue(who).user)
    client.get("/calls/")
    counts = []
    for more in (10, 40):
        for _n in range(more):
            OrderFactory()
        counts.append([statements(lambda ask=ask: client.get(*ask)) for ask in LISTS])
    # A word that has become frequent is found by one statement less.
    assert all(many in (few, few - 1) for few, many in zip(*counts, strict=True))
    assert max(counts[0]) <= most


def test_the_rows_of_a_page_are_found_before_anything_is_joined_to_them(client, he):
    client.force_login(he.user)
    with CaptureQueriesContext(connection) as seen:
        client.get("/work-orders/", {"show": "overdue"})
    (page,) = [query["sql"] for query in seen.captured_queries if "LIMIT 51" in query["sql"]]
    shown, found = page.split("ARRAY(SELECT", 1)
    assert " JOIN " in shown
    assert " JOIN " not in found


def test_the_contacts_of_a_number_take_at_most_six(client, ma):
    client.force_login(ma.user)
    for more in (1, 4):
        for _n in range(more):
            CallFactory(by=ma)
        assert statements(lambda: client.post("/calls/contacts/", {"caller_phone": PHONE})) <= 6


@pytest.mark.parametrize(("duty", "most"), [("hotline_operator", 2), ("case_officer", 1), ("quality_inspector", 1)])
def test_the_counters_of_a_duty_take_one_and_who_is_on_duty_another(duty, most):
    from hotline.desk import cards

    officer = officer_of(duty)
    with CaptureQueriesContext(connection) as seen:
        assert cards(officer, timezone.localdate())
    assert len(seen) <= most


ORDER = {
    "request_type": "complaint",
    "next_step": "order",
    "claim": "要求支付工资",
    "employer_name": "测试建筑有限公司",
}
ANSWER = {"next_step": "answer"}


@pytest.fixture
def kept(settings):
    """As a process that has answered before."""
    settings.REFERENCE_KEPT = True


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(("end", "most"), [(ANSWER, 8), (ORDER, 23)], ids=["answered", "with an order"])
def test_a_call_is_saved_by_a_bounded_number_of_statements(client, ma, end, most):
    client.force_login(ma.user)
    said = {**INQUIRY, "caller_phone": PHONE, **end}
    client.post("/calls/new/", {**said, "_mark": "first of the year"})
    assert statements(lambda: client.post("/calls/new/", {**said, "_mark": "another"})) <= most


@pytest.mark.usefixtures("kept")
def test_a_call_is_saved_by_the_api_with_its_answer_read_back_once(client, ma):
    client.force_login(ma.user)

    def post(key):
        said = {**INQUIRY, "caller_phone": PHONE, **ANSWER}
        return client.post("/api/v1/calls/", said, content_type="application/json", headers={"Idempotency-Key": key})

    post("first of the year")
    assert statements(lambda: post("another")) <= 14


def test_the_verbs_of_one_act_set_no_savepoints(client, ma):
    """But the one of the test's own transaction, which is a real one when nobody tests."""
    client.force_login(ma.user)
    said = {**INQUIRY, "caller_phone": PHONE, **ORDER}
    client.post("/calls/new/", {**said, "_mark": "the employer is entered"})
    with CaptureQueriesContext(connection) as seen:
        client.post("/calls/new/", {**said, "_mark": "another"})
    assert sum(query["sql"].startswith("SAVEPOINT") for query in seen.captured_queries) == 1


@pytest.mark.usefixtures("kept")
def test_a_category_abolished_a_moment_ago_is_no_choice_any_more(client, ma):
    client.force_login(ma.user)
    said = {**INQUIRY, "caller_phone": PHONE, **ANSWER}
    assert client.post("/calls/new/", said).status_code == 302
    Category.objects.filter(code=INQUIRY["category"]).update(valid_to=timezone.localdate())
    assert client.post("/calls/new/", said).status_code == 422
