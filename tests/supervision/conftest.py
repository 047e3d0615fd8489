"""The union of Linxiang (530902) and of Qujing (530300), where the worked examples take place."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.conftest import member


def house(region: str) -> SimpleNamespace:
    return SimpleNamespace(
        supervisor=member("supervisor", f"supervisor.{region}", region, certified=True),
        director=member("committee_director", f"director.{region}", region),
        signatory=member("signatory", f"signatory.{region}", region),
        liaison=member("liaison", f"liaison.{region}", region),
    )


@pytest.fixture
def linxiang(db) -> SimpleNamespace:
    return house("530902")


@pytest.fixture
def qujing(db) -> SimpleNamespace:
    return house("530300")
