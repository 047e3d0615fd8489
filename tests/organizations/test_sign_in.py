"""Signing in: bounded guesses, sessions that end, duties that take effect at once."""

import datetime as dt

import pytest
from django.contrib.messages import INFO
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from organizations.models import AccessToken, LoginAttempt, Officer
from organizations.notices import Notices
from tests.conftest import member
from tests.factories.organizations import OfficerFactory

WORD = "correct horse battery"


@pytest.fixture
def signed(zhao):
    zhao.user.set_password(WORD)
    zhao.user.save()
    return zhao.user


def try_page(client, name, word):
    return client.post("/login/", {"username": name, "password": word})


def test_name_and_password_open_the_desk(client, signed):
    assert try_page(client, signed.username, WORD).status_code == 302
    assert client.get("/account/").status_code == 200


def test_a_wrong_password_keeps_the_name_typed(client, signed):
    answer = try_page(client, signed.username, "wrong")
    assert answer.status_code == 422
    assert signed.username in answer.content.decode()


def test_the_eleventh_guess_is_refused_even_with_the_right_password(client, signed, settings):
    for _ in range(settings.LOGIN_ATTEMPTS_PER_NAME):
        assert try_page(client, signed.username, "wrong").status_code == 422
    answer = try_page(client, signed.username, WORD)
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0


def test_writing_the_name_differently_is_the_same_name(client, signed, settings):
    for n in range(settings.LOGIN_ATTEMPTS_PER_NAME):
        try_page(client, signed.username.upper() if n % 2 else f" {signed.username}", "wrong")
    assert try_page(client, signed.username, WORD).status_code == 429


def test_an_invented_forwarded_address_does_not_make_a_new_visitor(client, signed, settings):
    settings.LOGIN_ATTEMPTS_PER_ADDRESS = 2
    for n in range(2):
        client.post("/login/", {"username": f"nobody{n}", "password": "x"}, headers={"X-Forwarded-For": f"10.0.0.{n}"})
    refused = client.post("/login/", {"username": "x", "password": "x"}, headers={"X-Forwarded-For": "10.0.0.9"})
    assert refused.status_code == 429


def test_behind_our_own_proxy_every_visitor_has_an_own_count(client, signed, settings):
    settings.BEHIND_PROXY, settings.LOGIN_ATTEMPTS_PER_ADDRESS = True, 1
    answers = [
        client.post("/login/", {"username": "x", "password": "x"}, headers={"X-Forwarded-For": f"1.1.1.1, 10.0.0.{n}"})
        for n in (1, 2, 2)
    ]
    assert [answer.status_code for answer in answers] == [422, 422, 429]


def test_success_starts_the_count_anew(client, signed):
    try_page(client, signed.username, "wrong")
    try_page(client, signed.username, WORD)
    assert not LoginAttempt.objects.filter(key=f"name:{signed.username}").exists()


def test_an_idle_session_ends(client, signed, settings):
    client.force_login(signed)
    client.get("/account/")
    session = client.session
    session["seen"] = session["seen"] - settings.SESSION_IDLE_SECONDS - 1
    session.save()
    assert client.get("/account/").status_code == 302


def test_a_session_ends_after_its_longest_life_however_busy(client, signed, settings):
    client.force_login(signed)
    client.get("/account/")
    session = client.session
    session["began"] = session["began"] - settings.SESSION_COOKIE_AGE - 1
    session.save()
    assert client.get("/account/").status_code == 302


def test_signing_out_everywhere_ends_other_sessions_and_tokens(client, signed, django_user_model):
    other = type(client)()
    client.force_login(signed)
    other.force_login(signed)
    token = AccessToken.objects.issue(signed)
    client.post("/account/sign-out-everywhere/")
    assert other.get("/account/").status_code == 302
    assert AccessToken.objects.holder_of(token) is None


def test_rights_that_end_take_effect_with_the_next_click(client, zhao):
    client.force_login(zhao.user)
    assert client.get("/account/").status_code == 200
    Officer.objects.filter(pk=zhao.pk).update(valid_until=timezone.localdate() - dt.timedelta(days=1))
    assert client.get("/account/").url == "/no-duty/"
    assert client.get("/no-duty/").status_code == 403


def test_one_person_switches_between_the_duties_held(client, zhao):
    second = OfficerFactory(user=zhao.user, duty="liaison")
    client.force_login(zhao.user)
    client.post(f"/duty/{second.pk}/")
    assert client.get("/account/").wsgi_request.officer == second


def test_somebody_elses_duty_is_as_good_as_absent(client, zhao, wang):
    client.force_login(zhao.user)
    assert client.post(f"/duty/{wang.pk}/").status_code == 404


@pytest.mark.parametrize("duty", [d for d in Officer.Duty.values if d not in {"system", "authority_officer"}])
def test_only_the_system_administrator_enters_the_administration(client, db, duty):
    client.force_login(member(duty, "somebody").user)
    assert client.get("/control/").status_code == (200 if duty == "system_admin" else 403)


@pytest.mark.parametrize("table", ["organizations/certificate", "organizations/officer", "casework/category"])
def test_a_table_of_the_administration_costs_as_much_for_many_rows(client, db, table):
    client.force_login(member("system_admin", "somebody").user)
    cost = []
    for people in (range(2), range(2, 6)):
        for n in people:
            member("mediator", f"mediator{n}", certified=True)
        client.get(f"/control/{table}/")
        with CaptureQueriesContext(connection) as seen:
            assert client.get(f"/control/{table}/").status_code == 200
        cost.append(len(seen))
    assert cost[0] == cost[1] < 25


def test_the_token_of_the_api(client, signed):
    wrong = client.post("/api/v1/token/", {"username": signed.username, "password": "wrong"}, "application/json")
    assert wrong.status_code == 401
    right = client.post("/api/v1/token/", {"username": signed.username, "password": WORD}, "application/json")
    bearer = {"HTTP_AUTHORIZATION": f"Bearer {right.json()['token']}"}
    assert client.get("/api/v1/regions/", **bearer).status_code == 200
    assert client.delete("/api/v1/token/", **bearer).status_code == 204
    assert client.get("/api/v1/regions/", **bearer).status_code == 401


def test_a_token_expires(client, signed):
    token = AccessToken.objects.issue(signed)
    AccessToken.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert client.get("/api/v1/regions/", HTTP_AUTHORIZATION=f"Bearer {token}").status_code == 401


def test_the_first_administrator_of_an_empty_system_may_enter(client, db, django_user_model):
    person = django_user_model.objects.create_superuser("first", password=WORD)
    client.force_login(person)
    assert client.get("/control/").status_code == 200


def test_the_line_left_for_one_person_is_nothing_to_the_next_at_the_same_machine_and_goes(client, zhao, ma):
    client.force_login(zhao.user)
    request = RequestFactory().get("/")
    request.session = client.session
    left = HttpResponse()
    notices = Notices(request)
    notices.add(INFO, "已办理：转交马话务员")
    notices.update(left)
    client.force_login(ma.user)
    client.cookies["messages"] = left.cookies["messages"].value
    answer = client.get("/")
    assert "转交马话务员" not in answer.content.decode()
    assert answer.cookies["messages"]["max-age"] == 0
