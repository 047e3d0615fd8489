"""An operator who sits at a telephone, and a call on it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from hotline.models import LineCall
from tests.factories.telephony import LineCallFactory, seat


@pytest.fixture
def operator(client, ma):
    client.force_login(ma.user)
    seat(ma, since=timezone.now() - dt.timedelta(days=2))
    return client


@pytest.fixture
def line(operator) -> LineCall:
    return LineCallFactory("ringing", "answered", began=timezone.now() - dt.timedelta(seconds=30))
