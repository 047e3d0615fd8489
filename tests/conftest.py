"""A small cast that every test shares, so that a test names only what it is about.

Everybody serves Xiangyun county (532923) but He, who oversees from Dali (532900), and Wang, who sits in the next
county (Binchuan, 532924) and must never see anything.
"""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import TransactionTestCase
from django.utils import timezone

from casework.reference import seed
from hotline.telephony.hub import hub
from organizations.models import Officer
from tests.factories.organizations import AuthorityOfficerFactory, OfficerFactory
from tests.seeded import Seeded


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The reference data is there once for all tests, and again after those that do not roll back."""
    with django_db_blocker.unblock():
        seed()
        seeded = Seeded()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: seeded.restore())
        yield
    hub.close()  # or its connection would keep the database from being removed


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Tests with real transactions come last; the browser's own grouping would put them between the others."""
    items.sort(key=empties_tables)


def empties_tables(item) -> bool:
    marker = item.get_closest_marker("django_db")
    real = {"transactional_db", "live_server"} & set(item.fixturenames)
    return bool(real or (marker and marker.kwargs.get("transaction")))


@pytest.fixture
def now() -> dt.datetime:
    return timezone.now()


def member(duty: str, name: str, region: str = "532923", certified: bool = False) -> Officer:
    officer: Officer = OfficerFactory(
        duty=duty, region=region, user__username=name, user__display_name=name.title(), certified=certified
    )
    return officer


@pytest.fixture
def yang(db) -> Officer:
    """Mediator in Xiangyun, with a valid certificate."""
    return member("mediator", "yang", certified=True)


@pytest.fixture
def zhao(db) -> Officer:
    """Case officer in Xiangyun."""
    return member("case_officer", "zhao")


@pytest.fixture
def he(db) -> Officer:
    """Statistician of Dali prefecture, Xiangyun's superior."""
    return member("statistician", "he", region="532900")


@pytest.fixture
def wang(db) -> Officer:
    """Case officer of Binchuan: the outsider."""
    return member("case_officer", "wang", region="532924")


@pytest.fixture
def ma(db) -> Officer:
    """Hotline operator."""
    return member("hotline_operator", "ma")


@pytest.fixture
def luo(db) -> Officer:
    """Duty leader."""
    return member("duty_leader", "luo")


@pytest.fixture
def su(db) -> Officer:
    """Supervisor with a valid certificate."""
    return member("supervisor", "su", certified=True)


@pytest.fixture
def duan(db) -> Officer:
    """Committee director."""
    return member("committee_director", "duan")


@pytest.fixture
def mu(db) -> Officer:
    """Signatory."""
    return member("signatory", "mu")


@pytest.fixture
def li(db) -> Officer:
    """Liaison officer."""
    return member("liaison", "li")


@pytest.fixture
def bai(db) -> Officer:
    """Quality inspector."""
    return member("quality_inspector", "bai")


@pytest.fixture
def gao(db) -> Officer:
    """Archivist."""
    return member("archivist", "gao")


@pytest.fixture
def shen(db) -> Officer:
    """Auditor."""
    return member("auditor", "shen")


@pytest.fixture
def tan(db) -> Officer:
    """System administrator."""
    return member("system_admin", "tan")


@pytest.fixture
def hr_officer(db) -> Officer:
    """Officer of Xiangyun's HR office."""
    officer: Officer = AuthorityOfficerFactory(kind="hr", user__username="hr_officer")
    return officer
