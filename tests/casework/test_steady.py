"""Long runs count by one state of the rules; everybody else sees a change at once."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from casework.models import CalendarYear, Category, DeadlineRule, Holiday, Policy
from casework.steady import steady
from organizations.models import Officer, ReferenceState, Region

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def floor() -> int:
    return Policy.objects.value_of("small_number_floor", None, DAY)


def test_a_setting_changed_meanwhile_does_not_touch_a_long_run():
    with steady():
        before = floor()
        Policy.objects.filter(code="small_number_floor").update(value=before + 5)
        assert floor() == before


def test_after_the_run_and_without_one_a_change_counts_at_once():
    with steady():
        before = floor()
    Policy.objects.filter(code="small_number_floor").update(value=before + 5)
    assert floor() == before + 5
    Policy.objects.filter(code="small_number_floor").update(value=before)
    assert floor() == before


@pytest.fixture
def kept(settings):
    settings.REFERENCE_KEPT = True


def version():
    return ReferenceState.objects.get().version


def asked() -> tuple[int, int]:
    """The setting as a new request sees it, and how many statements that took."""
    with CaptureQueriesContext(connection) as seen, steady(version()):
        return floor(), len(seen) - 1


@pytest.mark.usefixtures("kept")
def test_the_next_request_of_the_process_reads_no_settings_and_sees_a_change_at_once():
    before, _cold = asked()
    assert asked() == (before, 0)
    Policy.objects.filter(code="small_number_floor").update(value=before + 5)
    assert asked()[0] == before + 5


@pytest.mark.usefixtures("kept")
def test_what_is_taken_back_was_never_kept():
    """A transaction that changes a setting, reads it and fails leaves nothing of it in the process."""
    with transaction.atomic(), steady(version()):
        before = Policy.objects.get(code="small_number_floor").value
        Policy.objects.filter(code="small_number_floor").update(value=before + 5)
        assert floor() == before + 5
        transaction.set_rollback(True)
    assert asked()[0] == before


WRITES = [
    "INSERT INTO {table} SELECT * FROM {table} WHERE false",
    "UPDATE {table} SET {key} = {key} WHERE false",
    "DELETE FROM {table} WHERE false",
]


@pytest.mark.parametrize("kind", [Policy, DeadlineRule, Holiday, CalendarYear, Category, Region])
def test_whatever_writes_to_a_table_that_is_kept_makes_a_new_version(kind):
    seen = {version()}
    for write in WRITES:
        with connection.cursor() as cursor:
            cursor.execute(write.format(table=kind._meta.db_table, key=kind._meta.pk.column))
        seen.add(version())
    assert len(seen) == 1 + len(WRITES)


def test_who_is_signed_in_comes_with_the_version_of_the_rules(zhao):
    assert Officer.objects.of(zhao.user).get().reference == version()
