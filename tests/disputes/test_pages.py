"""The pages of dispute cases."""

import pytest
from django.urls import reverse

from casework.safekeeping import save_draft
from disputes.models import DisputeCase
from tests.factories.disputes import STEPS, CaseFactory

pytestmark = pytest.mark.django_db
READERS = ["zhao", "duan", "mu", "li", "he", "gao", "luo", "ma", "su", "bai", "yang"]
OTHERS = ["shen", "tan", "hr_officer"]


@pytest.fixture
def sign_in(client, request):
    def go(name):
        client.force_login(request.getfixturevalue(name).user)
        return client

    return go


@pytest.mark.parametrize("name", READERS)
def test_the_list_opens_for_every_duty_with_cases(sign_in, name):
    assert sign_in(name).get(reverse("disputes:cases")).status_code == 200


@pytest.mark.parametrize("name", OTHERS)
def test_the_list_is_closed_to_other_duties(sign_in, name):
    assert sign_in(name).get(reverse("disputes:cases")).status_code == 403


@pytest.mark.parametrize("state", sorted(STEPS))
def test_a_case_shows_its_page_in_every_state(sign_in, zhao, yang, gao, state):
    case = CaseFactory(state, mediator=yang)
    for name in ("zhao", "yang", "gao"):
        if name == "yang" and case.mediator != yang:
            continue
        page = sign_in(name).get(case.get_absolute_url())
        assert page.status_code == 200
        assert "杨某某" in page.content.decode()
        assert "杨测试" not in page.content.decode()
        assert "13800001234" not in page.content.decode()
