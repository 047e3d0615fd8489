"""Kills, freezes and a wiped broker while referrals are approved: what was accepted arrives, and once."""

from __future__ import annotations

import os
import socket

import pytest
from django.db import connection

from benchmarks.couriers import Troop, connect, until
from benchmarks.endurance import Clients, Storm, faults_of, verdict
from benchmarks.referrals import nothing_waits
from referrals.models.endpoints import fresh_secret
from tests.factories.referrals import officer
from tests.referrals.workers import wipe_broker

pytestmark = pytest.mark.django_db(transaction=True)
# Leases of a tenth of the ordinary length, so that what a dead courier held is due again in seconds.
SHORT = {"DELIVERY_TOTAL_SECONDS": "3", "DELIVERY_CONNECT_SECONDS": "1"}


@pytest.fixture
def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_nothing_accepted_is_lost_whatever_dies_meanwhile(tmp_path, unused_port):
    secret = fresh_secret()
    connect("hr", secret, unused_port)
    for duty in ("case_officer", "liaison", "committee_director"):
        officer(duty)
    wipe_broker()
    address = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"
    troop = Troop(tmp_path, secret, couriers=1, port=unused_port, more={"DATABASE_URL": address, **SHORT})
    clients, faults = Clients(2), faults_of(troop, wipe_broker)
    chosen = {name: faults[name] for name in ("broker wiped", "courier 0 killed", "courier 0 frozen", "beat frozen")}
    with troop.running():
        with clients.at_work():
            storm = Storm(chosen, seed=3, every=0.8)
            storm.blow(4)
        until(nothing_waits, 60)
        found = verdict(clients, troop)
    assert clients.accepted
    assert (found["lost"], found["phantom"], found["missing in the sums"]) == (0, 0, 0)
