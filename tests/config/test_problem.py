"""Errors of the API are problem+json, and no request makes a 500."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from config.environment import request_limits

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.problem_urls")]


@pytest.fixture
def api() -> Client:
    return Client(raise_request_exception=False)


def problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body.keys() >= {"type", "title", "status", "detail"}
    assert body["status"] == status
    return body


def post(api: Client, path: str, body: str) -> Any:
    return api.post(f"/api/v1/{path}/", body, content_type="application/json")


def test_a_refused_step_is_409_with_its_reasons(api: Client) -> None:
    assert problem(post(api, "fail/refused", "{}"), 409)["reasons"] == ["The employer is missing."]


def test_another_refusal_of_the_domain_is_409_with_its_reasons(api: Client) -> None:
    assert problem(post(api, "fail/domain", "{}"), 409)["reasons"] == ["No number is left."]


def test_a_lost_update_is_409(api: Client) -> None:
    problem(post(api, "fail/stale", "{}"), 409)


@pytest.mark.parametrize("name", ["duty", "forbidden"])
def test_the_wrong_duty_is_403(api: Client, name: str) -> None:
    problem(post(api, f"fail/{name}", "{}"), 403)


def test_missing_and_out_of_scope_have_the_same_body(api: Client) -> None:
    bodies = [problem(api.get(f"/api/v1/{path}/"), 404) for path in ("fail/missing", "fail/http404", "nowhere")]
    assert bodies[0] == bodies[1] == bodies[2]


def test_no_sign_in_is_401_with_a_challenge(api: Client) -> None:
    answer = api.get("/api/v1/closed/")
    problem(answer, 401)
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_wrong_token_is_401(api: Client) -> None:
    problem(api.get("/api/v1/closed/", headers={"Authorization": "Bearer \x00nonsense"}), 401)


def test_a_wrong_method_is_405(api: Client) -> None:
    answer = api.delete("/api/v1/fail/refused/")
    problem(answer, 405)
    assert answer["Allow"]


def test_another_media_type_is_415(api: Client) -> None:
    problem(api.post("/api/v1/keep/", "<a/>", content_type="text/xml"), 415)


def test_errors_of_fields_are_listed_by_field(api: Client) -> None:
    errors = problem(post(api, "fail/field", "{}"), 400)["errors"]
    assert errors == {"amount": ["Not a number."], "claims": [{}, {"kind": ["Unknown."]}]}


def test_errors_of_values_are_listed_by_field(api: Client) -> None:
    assert problem(post(api, "fail/value", "{}"), 400)["errors"] == {"phone": ["Too short."]}


def test_too_many_requests_say_how_long_to_wait(api: Client) -> None:
    answer = post(api, "fail/throttled", "{}")
    problem(answer, 429)
    assert answer["Retry-After"] == "30"


def test_a_database_that_is_away_is_503(api: Client) -> None:
    answer = post(api, "fail/away", "{}")
    problem(answer, 503)
    assert int(answer["Retry-After"]) > 0


def test_a_statement_that_took_too_long_is_503_and_says_what_to_do(api: Client) -> None:
    answer = post(api, "fail/slow", "{}")
    assert "范围" in problem(answer, 503)["detail"]
    assert int(answer["Retry-After"]) > 0
    page = api.get("/page/slow/")
    assert page.status_code == 503
    assert page["Retry-After"]
    assert "用时过长" in page.content.decode()


@pytest.mark.parametrize(("given", "limit"), [({}, "10s"), ({"REQUEST_SQL_SECONDS": "3"}, "3s")])
def test_a_request_has_a_limit_for_each_statement(given: dict[str, str], limit: str) -> None:
    assert f"statement_timeout={limit} " in request_limits(given)


@pytest.mark.parametrize("seconds", ["0", "", "-1", "1.5", "ten"])
def test_a_limit_that_is_none_stops_the_start(seconds: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        request_limits({"REQUEST_SQL_SECONDS": seconds})


def test_a_fault_of_ours_says_nothing_about_itself(api: Client) -> None:
    assert "ZeroDivision" not in str(problem(post(api, "fail/fault", "{}"), 500))


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "[1",
        "nul",
        "\x00",
        '{"text": "a\\u0000b"}',
        '{"text": "\\ud800"}',
        '{"number": 99999999999999999999}',
        '{"number": 1e400}',
        '{"number": "x"}',
        '{"number": ' + "9" * 5000 + "}",
        "[" * 100_000,
    ],
    ids=lambda body: body[:20],
)
def test_a_malformed_or_impossible_body_is_400(api: Client, body: str) -> None:
    problem(post(api, "keep", body), 400)


def test_a_body_that_is_no_utf_8_is_400(api: Client) -> None:
    problem(api.post("/api/v1/keep/", b'{"text": "\xff\xfe"}', content_type="application/json"), 400)


def test_a_large_body_is_413(api: Client) -> None:
    problem(post(api, "keep", '{"text": "' + "x" * 3_000_000 + '"}'), 413)
    problem(post(api, "fail/large", "{}"), 413)


def test_nul_in_an_address_is_400(api: Client) -> None:
    problem(api.get("/api/v1/closed/?q=%00"), 400)


def test_a_page_is_told_in_html(api: Client) -> None:
    answer = api.get("/page/away/")
    assert answer.status_code == 503
    assert answer["Content-Type"].startswith("text/html")
    assert answer["Retry-After"]


def test_a_missing_csrf_token_is_403() -> None:
    assert Client(enforce_csrf_checks=True).post("/page/away/").status_code == 403
