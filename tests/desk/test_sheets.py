"""What callers of the demonstration tell fits the tables, and is the same every time."""

import datetime as dt

import pytest

from desk.demonstration.sheets import sheet
from tests.factories.hotline import CallFactory, at


@pytest.mark.django_db
def test_every_sheet_can_be_registered_and_some_say_little(ma):
    begin = at("2026-03-02")
    sheets = [sheet(begin + dt.timedelta(hours=n), "13800001234") for n in range(80)]
    assert sheets[0] == sheet(begin, "13800001234")
    for told in sheets:
        CallFactory(by=ma, **told)
    assert any(told.get("call_times") for told in sheets)
    assert any("relation" in told for told in sheets)
    assert sum(len(told) <= 2 for told in sheets) > 10
