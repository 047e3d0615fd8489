"""Long runs count by one state of the rules; everybody else sees a change at once."""

from datetime import date

import pytest

from casework.models import Policy
from casework.steady import steady

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
