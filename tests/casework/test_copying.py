"""Rows copied in are the rows a save would have written."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casework.copying import copy_in
from disputes.models import DisputeCase, DisputeEvent, Party
from tests.factories.disputes import CaseFactory

pytestmark = pytest.mark.django_db
ODD = "反斜杠 \\N 与\t制表、\n换行 🀄"


def test_a_copied_row_says_the_same_as_a_saved_one(zhao):
    saved = CaseFactory("applied")
    case = DisputeCase.objects.get(pk=saved.pk)
    case.pk, case.facts, case.further_advice = None, ODD, ["arbitration"]
    copy_in([case])
    found = DisputeCase.objects.get(pk=case.pk)
    same = [
        f.attname
        for f in DisputeCase._meta.concrete_fields
        if f.attname not in {"id", "facts", "further_advice", "rank"}
    ]
    assert {name: getattr(found, name) for name in same} == {name: getattr(saved, name) for name in same}
    assert (found.facts, found.further_advice, found.pk > saved.pk) == (ODD, ["arbitration"], True)
    assert not case._state.adding


def test_sealed_columns_and_their_indexes_are_kept_as_by_a_save():
    case = CaseFactory("applied")
    copy_in([Party(file=case, role=Party.Role.APPLICANT, name="杨测试", phone="13800001234", id_number="")])
    party = case.parties.latest("pk")
    assert (party.phone, party.id_number, party.id_index) == ("13800001234", "", "")
    assert party.phone_index == case.parties.model._meta.get_field("phone_index").blind("13800001234")
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM disputes_party WHERE id = %s", [party.pk])
        assert "13800001234" not in cursor.fetchone()[0]


def test_many_cost_as_many_statements_as_one_and_none_costs_nothing(zhao, now):
    case = CaseFactory("applied")
    counts = []
    for length in (1, 30, 0):
        events = [DisputeEvent(file=case, verb="rate", at=now, by=zhao) for _n in range(length)]
        with CaptureQueriesContext(connection) as seen:
            copy_in(events)
        counts.append(len(seen))
    assert counts == [2, 2, 0]
    assert len({event.pk for event in case.events.all()}) == 32
