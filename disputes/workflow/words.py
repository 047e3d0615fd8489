"""What the parts of the table share: states, duties, and the order of days."""

from __future__ import annotations

from disputes.guards.order import days_follow_each_other
from disputes.models import DisputeCase
from organizations.models import Duty

S = DisputeCase.State
OFFICER, MEDIATOR, DIRECTOR, LIAISON = Duty.CASE_OFFICER, Duty.MEDIATOR, Duty.COMMITTEE_DIRECTOR, Duty.LIAISON
COUNTER = {OFFICER, LIAISON, Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}
IN_HAND = {S.ACCEPTED, S.ASSIGNED, S.MEDIATING}
DAYS = [days_follow_each_other]
