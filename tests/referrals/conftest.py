"""A case of Xiangyun to refer, and the people around it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

import disputes.actions
from casework.models import Category
from organizations.models import Officer


def open_case(by: Officer, at: dt.datetime) -> Any:
    today = timezone.localdate(at)
    return disputes.actions.apply(
        by=by,
        at=at,
        received_on=today,
        origin="walk_in",
        category=Category.objects.in_use(today).first(),
        facts="拖欠两个月工资。",
        applicants=[{"name": "杨小明", "id_number": "", "phone": "13800001234", "address": "祥城镇"}],
        respondents=[{"name": "祥云县甲餐饮有限公司", "uscc": "", "phone": "", "address": "祥城镇"}],
        claims=[{"category": None, "claimant": "", "amount": Decimal("12000.00")}],
        worker_count=1,
    )


@pytest.fixture
def case(zhao: Officer, now: dt.datetime) -> Any:
    return open_case(zhao, now)
