"""History is never rewritten, and state and history are one act."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.factories.disputes import CaseFactory
from tests.factories.hotline import OrderFactory
from tests.factories.referrals import make_referral
from tests.factories.supervision import draft

pytestmark = pytest.mark.django_db
TABLES = [
    "disputes_disputeevent",
    "hotline_callevent",
    "hotline_orderevent",
    "supervision_matterevent",
    "supervision_documentevent",
    "referrals_referralevent",
]


@pytest.fixture
def files(su, now):
    case = CaseFactory("accepted")
    return [case, OrderFactory(), draft(su, now), make_referral(case)]


def test_python_refuses_to_rewrite_an_event(files):
    event = files[0].events.first()
    event.note = "changed"
    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        type(event).objects.all().delete()
    with pytest.raises(TypeError):
        type(event).objects.update(note="changed")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["UPDATE {} SET note = 'x'", "DELETE FROM {}"])
def test_postgresql_refuses_too(files, table, statement):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone()[0] > 0
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            cursor.execute(statement.format(table))


def test_the_last_event_says_the_state_of_every_file(files):
    for file in files:
        file.refresh_from_db()
        assert file.events.exclude(after="").order_by("-pk").first().after == file.state


def test_showing_personal_data_is_an_event_with_its_reason(client, files, zhao):
    case = files[0]
    client.force_login(zhao.user)
    address = f"/cases/{case.pk}/reveal/"
    assert client.get(address).status_code == 200
    assert "13800001234" not in client.get(address).content.decode()
    assert client.post(address, {"reason": ""}).status_code == 422
    shown = client.post(address, {"reason": "核对联系电话"})
    assert "13800001234" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    event = case.events.get(verb="reveal")
    assert (event.by, event.note, event.before, event.after) == (zhao, "核对联系电话", "", "")


def test_personal_data_is_sealed_in_the_tables(files):
    with connection.cursor() as cursor:
        for table, column in [("disputes_party", "phone"), ("hotline_callrecord", "caller_phone")]:
            cursor.execute(f"SELECT {column} FROM {table} WHERE {column} <> ''")
            values = [row[0] for row in cursor.fetchall()]
            assert values
            assert not [value for value in values if "13800001234" in value]
