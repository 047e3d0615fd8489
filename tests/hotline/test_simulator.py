"""The exchange for training posts what a real one would, to this machine only."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from hotline.models import LineCall
from tests.factories.telephony import exchange_of, seat


@pytest.mark.django_db(transaction=True)
def test_every_scenario_is_played_over_http(live_server, ma, luo, capsys):
    seat(ma, "801", since=timezone.now() - dt.timedelta(hours=1))
    seat(luo, "802", since=timezone.now() - dt.timedelta(hours=1))
    for scenario in ("answered", "missed", "transferred", "never_ends", "burst"):
        call_command("simulate_calls", extension="801", scenario=scenario, pace=0, count=3, url=live_server.url)
    calls = list(LineCall.objects.order_by("pk"))
    assert [call.is_missed for call in calls] == [False, True, False, False, True, True, True]
    assert [call.is_over for call in calls[:4]] == [True, True, True, False]
    assert (calls[2].officer, calls[2].transferred_to) == (luo, "802")


@pytest.mark.django_db
def test_invented_calls_stay_on_this_machine():
    exchange_of()
    with pytest.raises(CommandError, match="this machine"):
        call_command("simulate_calls", extension="801", url="http://192.0.2.1")
    with pytest.raises(CommandError, match="Nobody answers"):
        call_command("simulate_calls", extension="801", pace=0, url="http://127.0.0.1:9")


@pytest.mark.django_db
def test_without_an_exchange_there_is_nobody_to_speak_for():
    with pytest.raises(CommandError, match="Name one exchange"):
        call_command("simulate_calls", extension="801")
