"""Addresses of authorities as administrators keep them: one enters, another confirms, secrets are shown once."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from organizations.models import Authority
from referrals.models import Endpoint
from tests.conftest import member

pytestmark = pytest.mark.django_db
LIST = "/control/referrals/endpoint/"


@pytest.fixture
def office() -> Authority:
    return Authority.objects.create(kind="court", name="某某法院", region_id="532923")


@pytest.fixture
def second(db):
    return member("system_admin", "second")


@pytest.fixture
def entered(client, tan, office) -> Endpoint:
    client.force_login(tan.user)
    typed = {"authority": office.pk, "address": "https://court.example/in", "active": "on"}
    assert client.post(f"{LIST}add/", typed).status_code == 302
    return Endpoint.objects.get()


def act(client, name: str, endpoint: Endpoint) -> str:
    typed = {"action": name, "_selected_action": [endpoint.pk]}
    return client.post(LIST, typed, follow=True).content.decode()


def test_an_address_is_used_once_another_administrator_confirmed_it(client, entered, second, office):
    assert Endpoint.objects.of(office) is None
    act(client, "confirm", entered)
    assert Endpoint.objects.of(office) is None
    client.force_login(second.user)
    act(client, "confirm", entered)
    assert Endpoint.objects.of(office) == entered


def test_a_changed_address_has_to_be_confirmed_again(client, entered, second, office):
    client.force_login(second.user)
    act(client, "confirm", entered)
    typed = {"authority": office.pk, "address": "https://elsewhere.example/in", "active": "on"}
    assert client.post(f"{LIST}{entered.pk}/change/", typed).status_code == 302
    assert Endpoint.objects.of(office) is None


def test_the_database_refuses_one_person_for_both(entered):
    with pytest.raises(IntegrityError), transaction.atomic():
        Endpoint.objects.update(confirmed_by=entered.entered_by)


def test_a_secret_is_shown_when_it_is_made_and_kept_sealed(client, entered):
    shown = client.get(LIST).content.decode()
    assert entered.secret in shown
    assert entered.secret not in client.get(LIST).content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM referrals_endpoint")
        assert entered.secret not in cursor.fetchone()[0]


def test_a_new_secret_leaves_the_former_in_force_until_it_is_withdrawn(client, entered):
    act(client, "renew", entered)
    renewed = Endpoint.objects.get()
    assert renewed.secrets == [renewed.secret, entered.secret]
    act(client, "withdraw", entered)
    assert Endpoint.objects.get().secrets == [renewed.secret]


@pytest.mark.parametrize("who", ["li", "zhao", "hr_officer", "shen"])
def test_others_know_nothing_of_it(client, request, entered, who):
    officer = request.getfixturevalue(who)
    client.force_login(officer.user)
    assert client.get(LIST).status_code == 403
    assert not Endpoint.objects.visible_to(officer).exists()
