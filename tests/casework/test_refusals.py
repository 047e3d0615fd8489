"""A refusal no page shows in a place of its own: a page with the reasons, under the status of its kind."""

import pytest

from casework.errors import Refused, StepRefused, TooOften, WrongDuty
from casework.middleware import RefusalMiddleware

REFUSALS = [
    (Refused("卷内缺页"), 409, None),
    (StepRefused("print", "卷内缺页"), 409, None),
    (WrongDuty("卷内缺页"), 403, None),
    (TooOften("卷内缺页", retry_after=60), 429, "60"),
]


@pytest.mark.parametrize(("refusal", "status", "later"), REFUSALS)
def test_a_refusal_is_a_page_with_its_reasons(rf, refusal, status, later):
    answer = RefusalMiddleware(lambda _request: None).process_exception(rf.get("/cases/1/"), refusal)
    assert (answer.status_code, answer.get("Retry-After")) == (status, later)
    assert "卷内缺页" in answer.content.decode()


def test_a_fault_of_ours_stays_one(rf):
    assert RefusalMiddleware(lambda _request: None).process_exception(rf.get("/"), ValueError()) is None
