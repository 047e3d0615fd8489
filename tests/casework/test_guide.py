"""The page of what states mean: made of the tables of steps, so it can leave nothing out."""

import pytest
from django.utils import translation

from casework.guide import kinds, states_of


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_state_of_every_kind_has_a_name_and_a_way(language):
    with translation.override(language):
        for name, model in kinds().items():
            found = list(states_of(model))
            assert [state.value for state in found] == list(model.State.values), name
            for state in found:
                assert state.label, (name, state)
                assert state.came or state.onward or state.meanwhile, (name, state)


@pytest.mark.django_db
def test_a_page_says_how_a_state_is_left_and_by_whom(client, zhao):
    client.force_login(zhao.user)
    text = client.get("/guide/disputes.disputecase/").content.decode()
    for word in ('id="state-mediating"', "已申请 · 受理", "调解员", "拟订调解协议"):
        assert word in text, word
    assert client.get("/guide/disputes.party/").status_code == 404
