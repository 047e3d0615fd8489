"""One act is one transaction, however many verbs it is made of."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from casework.errors import Refused
from casework.locking import lock
from casework.transactions import all_or_nothing, one_transaction
from disputes.models import DisputeCase
from tests.factories.disputes import CaseFactory

pytestmark = pytest.mark.django_db
SEEN = transaction.TransactionManagementError


@one_transaction
def rename(case, by, facts, then=None):
    held = lock(case, by)
    held.facts = facts
    held.save(update_fields=["facts"])
    if then:
        then(held)
    return held


@one_transaction
def refuse(*_given):
    raise Refused("not today")


def facts_of(case):
    return DisputeCase.objects.get(pk=case.pk).facts


def sent(act):
    with CaptureQueriesContext(connection) as seen:
        act()
    return [query["sql"] for query in seen.captured_queries]


def test_a_verb_within_a_verb_has_no_savepoint_and_reads_no_row_it_holds(zhao):
    case = CaseFactory()
    statements = sent(lambda: rename(case, zhao, "一", then=lambda held: rename(held, zhao, "二")))
    assert sum(sql.startswith("SAVEPOINT") for sql in statements) == 1  # that of the test's own transaction
    assert sum("FOR UPDATE" in sql for sql in statements) == 1
    assert facts_of(case) == "二"


def test_another_object_of_a_held_row_is_read_anew_and_is_the_one_held_from_then_on(zhao):
    case = CaseFactory()
    older = []

    def twice(held):
        older.append(held)
        assert rename(DisputeCase(pk=case.pk), zhao, "二") is not held
        assert lock(held, zhao).facts == "二"

    rename(case, zhao, "一", then=twice)
    assert older[0].facts == "一"


def test_what_was_held_in_one_act_is_not_held_in_the_next(zhao):
    case = CaseFactory()
    held = rename(case, zhao, "一")
    DisputeCase.objects.filter(pk=case.pk).update(facts="别处所改")
    assert rename(held, zhao, "二") is not held


def test_a_refusal_undoes_the_whole_act(zhao):
    case = CaseFactory()
    before = facts_of(case)
    with pytest.raises(Refused):
        rename(case, zhao, "一", then=refuse)
    assert facts_of(case) == before


def test_many_acts_that_stand_or_fall_together_need_no_savepoint_each(zhao):
    case = CaseFactory()
    before = facts_of(case)

    @all_or_nothing()
    def played():
        rename(case, zhao, "一")
        rename(case, zhao, "二")

    assert sum(sql.startswith("SAVEPOINT") for sql in sent(played)) == 1  # that of the test's own transaction
    with pytest.raises(Refused), all_or_nothing():
        rename(case, zhao, "三", then=refuse)
    assert facts_of(case) == "二" != before


def test_a_refusal_swallowed_among_many_acts_ends_them_all(zhao):
    case = CaseFactory()
    before = facts_of(case)

    @all_or_nothing()
    def played():
        rename(case, zhao, "一")
        with pytest.raises(Refused):
            refuse()

    with pytest.raises(SEEN):
        played()
    assert facts_of(case) == before


def test_a_swallowed_refusal_is_no_success(zhao):
    """Half an act would stay otherwise, or all of it be taken back in silence."""
    case = CaseFactory()
    before = facts_of(case)

    def swallow(held):
        with pytest.raises(Refused):
            refuse()

    with pytest.raises(SEEN):
        rename(case, zhao, "一", then=swallow)
    assert facts_of(case) == before


def test_a_savepoint_lets_the_act_go_on_with_the_rows_as_they_are(zhao):
    case = CaseFactory()

    def attempt(held):
        with pytest.raises(Refused), transaction.atomic():
            rename(held, zhao, "二", then=refuse)
        assert lock(held, zhao).facts == "一"

    rename(case, zhao, "一", then=attempt)
    assert facts_of(case) == "一"
