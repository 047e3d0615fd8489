"""What came back and why: the share of returns, by kind and reason."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from referrals.models import Referral
from tests.factories.referrals import make_referral

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "status"), [("li", 200), ("duan", 200), ("he", 200), ("ma", 403), ("hr_officer", 403), ("tan", 403)]
)
def test_the_table_is_for_those_who_refer_decide_or_count(client, request, who, status):
    client.force_login(request.getfixturevalue(who).user)
    assert client.get("/referrals/returns/").status_code == status


def test_the_share_counts_what_was_decided_on_in_the_time_and_the_area(client, case, li, wang):
    today = timezone.localdate()
    for state in ("accepted", "completed", "returned", "sent"):
        make_referral(case, state)
    client.force_login(li.user)
    rows = client.get("/referrals/returns/").context["rows"]
    whole, joint = rows
    assert (whole.taken, whole.returned, whole.share) == (2, 1, "33.33 %")
    assert (str(joint.label), joint.by_reason) == ("联合调解", {"not_in_charge": 1})
    assert whole.reasons[0] == (1, "33.33 %")
    assert whole.reasons[1] == (0, "")
    past = {"since": today - dt.timedelta(days=9), "until": today - dt.timedelta(days=1)}
    assert client.get("/referrals/returns/", past).context["rows"] == []
    assert client.get("/referrals/returns/", {"since": today, "until": "2020-01-01"}).status_code == 422
    client.force_login(wang.user)
    assert client.get("/referrals/returns/").context["rows"] == []
    assert Referral.objects.count() == 4
