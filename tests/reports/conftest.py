"""Nine cases of a county union whose figures were worked out by hand for the first half of 2024."""

import datetime as dt
from decimal import Decimal

import pytest

from disputes import actions
from disputes.models import DisputeDeadline
from tests.conftest import member
from tests.factories.disputes import CaseFactory, signatures


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"20{text}")


def at(text: str) -> dt.datetime:
    return dt.datetime.combine(day(text), dt.time(3), tzinfo=dt.UTC)


class County:
    """Xiangyun with its officers; every case is opened and moved by them on its own days."""

    def __init__(self) -> None:
        self.officer = member("case_officer", "zhao")
        self.mediator = member("mediator", "yang", certified=True)

    def case(self, received, claimed, workers=1, **more):
        claims = [{"category": None, "amount": Decimal(claimed)}]
        return CaseFactory(received_on=day(received), claims=claims, worker_count=workers, when=at(received), **more)

    def accepted(self, received, claimed, workers=1, **more):
        case, when = self.case(received, claimed, workers, **more), at(received)
        case = actions.accept(case, by=self.officer, at=when, accepted_on=day(received))
        case = actions.assign(case, by=self.officer, at=when, mediator=self.mediator, assigned_on=day(received))
        return actions.hold_meeting(case, by=self.mediator, at=when, held_on=day(received), minutes="双方到场")

    def extend(self, case, on, until):
        limit = case.deadlines.of_rule("case.mediate").get().due_on
        days = (day(until) - limit).days
        return actions.extend(
            case, by=self.mediator, at=at(on), days=days, consented_on=day(on), reason="双方书面同意延期"
        )

    def agree(self, case, on, amount, paid):
        plan = [{"due_on": day(paid), "amount": Decimal(amount)}]
        settled = {"agreed": [{"claim": 1, "amount": Decimal(amount)}], "instalments": plan}
        case = actions.agree(case, by=self.mediator, at=at(on), terms="一次付清", **settled, **signatures(day(on)))
        return self.pay(case, amount, paid)

    def reconcile(self, case, on, amount):
        plan = [{"due_on": day(on), "amount": Decimal(amount)}]
        settled = {"agreed": [{"claim": 1, "amount": Decimal(amount)}], "instalments": plan}
        case = actions.reconcile(case, by=self.mediator, at=at(on), closed_on=day(on), settlement="自行和解", **settled)
        return self.pay(case, amount, on)

    def pay(self, case, amount, on):
        part = case.instalments.get()
        return actions.record_payment(
            case, by=self.mediator, at=at(on), instalment=part, amount=Decimal(amount), paid_on=day(on)
        )

    def end(self, verb, case, on, **more):
        reason = {"reason": "演练", "closed_on": day(on), **more}
        return getattr(actions, verb)(case, by=self.mediator, at=at(on), **reason)


WHY = {"end_reason": "other", "advice": "arbitration"}


@pytest.fixture
def county(db):
    """K1 to K9, as the reference has them."""
    union = County()
    k1 = union.extend(union.accepted("23-12-20", 32000), "24-01-03", "24-01-25")
    union.agree(k1, "24-01-19", 28000, "24-01-19")
    union.agree(union.accepted("24-01-08", 118600, 6), "24-01-19", 112000, "24-01-30")
    union.end("fail", union.accepted("24-02-26", 45000), "24-03-12", **WHY)
    union.end("withdraw", union.accepted("24-03-04", 5000), "24-03-08")
    union.end("terminate", union.accepted("24-04-10", 236400, 12), "24-04-26", **WHY)
    union.reconcile(union.accepted("24-05-06", 9800, 2), "24-05-17", 9800)
    union.accepted("24-06-11", 20000)
    moved = union.case("24-06-20", 1000, 3)
    actions.transfer(
        moved, by=union.officer, at=at("24-06-24"), closed_on=day("24-06-24"), passed_to="信访部门", reason="转办"
    )
    union.extend(union.accepted("23-12-28", 15000), "24-01-05", "24-07-31")
    assert DisputeDeadline.objects.filter(due_on=day("24-07-31")).exists()
    return union
