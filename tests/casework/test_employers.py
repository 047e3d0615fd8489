"""The register of employers: entering, correcting, joining, separating."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from casework import employers as verbs
from casework import joining
from casework.errors import Refused, WrongDuty
from casework.models import Employer, EmployerEvent, EmployerKey
from casework.recognition import recognise
from tests.conftest import member

XIANGYUN = "532923"
CODES = ["91532923MA6K00000X", "91532923MA6K00001Y"]


def entry(name, **known):
    return verbs.enter_named(name=name, region_id=XIANGYUN, **known)


def names_found(officer, text):
    return [proposal.name for proposal in recognise(officer, text)]


def joined(one, into, by, now):
    return joining.merge(one, by=by, at=now, into=into, reason="同一单位")


def test_an_entry_that_was_joined_stays_and_leads_to_the_one_that_stands(zhao, now):
    old, new = entry("祥云恒达建筑"), entry("祥云县恒达建筑有限公司")
    done = joined(old, new, zhao, now)
    assert done.head == new
    assert set(Employer.objects.family(done)) == set(Employer.objects.family(new)) == {old, new}
    assert names_found(zhao, "恒达") == [new.name]
    assert [e.verb for e in old.events.all()] == ["merge"]
    assert [(e.verb, e.note, e.other) for e in new.events.all()] == [("take_over", "同一单位", old)]


def test_a_later_file_under_the_old_name_goes_to_the_one_that_stands(zhao, now):
    old, new = entry("祥云恒达建筑"), entry("祥云县恒达建筑有限公司")
    joined(old, new, zhao, now)
    assert verbs.employer_named("祥云恒达建筑", old.region) == new


def test_a_join_is_undone_with_those_that_came_along(zhao, now):
    first, second, third = (entry(f"祥云样板{n}厂") for n in "甲乙丙")
    joined(first, second, zhao, now)
    joined(second, third, zhao, now)
    first.refresh_from_db()
    assert first.merged_into == third
    joining.split(Employer.objects.get(pk=second.pk), by=zhao, at=now, reason="两家")
    first.refresh_from_db()
    assert first.merged_into == second
    assert names_found(zhao, "样板甲") == [second.name]
    assert names_found(zhao, "样板丙") == [third.name]
    assert [e.verb for e in second.events.order_by("pk")] == ["take_over", "merge", "split"]


def test_two_credit_codes_are_two_employers(zhao, now):
    one, other, third = entry("祥云甲厂", uscc=CODES[0]), entry("祥云乙厂", uscc=CODES[1]), entry("祥云丙厂")
    with pytest.raises(Refused):
        joined(one, other, zhao, now)
    joined(third, other, zhao, now)
    with pytest.raises(Refused):
        joined(other, one, zhao, now)


def test_an_entry_is_joined_once_and_never_to_itself(zhao, now):
    one, other = entry("祥云甲厂"), entry("祥云乙厂")
    with pytest.raises(Refused):
        joined(one, one, zhao, now)
    joined(one, other, zhao, now)
    with pytest.raises(Refused):
        joined(other, Employer.objects.get(pk=one.pk), zhao, now)
    with pytest.raises(Refused):
        joining.split(other, by=zhao, at=now, reason="没有合并")


@pytest.mark.parametrize(
    ("duty", "may"),
    [
        ("case_officer", True),
        ("duty_leader", True),
        ("supervisor", True),
        ("hotline_operator", False),
        ("statistician", False),
    ],
)
def test_only_some_duties_join(db, now, duty, may):
    one, other, by = entry("祥云甲厂"), entry("祥云乙厂"), member(duty, "somebody")
    if may:
        assert joined(one, other, by, now).merged_into == other
        return
    with pytest.raises(WrongDuty):
        joined(one, other, by, now)


def test_the_register_of_another_province_cannot_be_joined(zhao, now):
    from organizations.models import Region

    far = Region.objects.create(code="520000", name="贵州省", level="province")
    there = verbs.enter_named(name="贵州甲厂", region=far)
    with pytest.raises(Employer.DoesNotExist):
        joined(entry("祥云甲厂"), there, zhao, now)


def test_a_name_that_is_replaced_stays_as_a_former_one(zhao, now):
    one = entry("祥云恒泰建筑有限公司", phone="0872-3120000")
    given = {"phone": one.phone, "projects": [{"name": "龙翔新城"}], "region": one.region}
    verbs.correct(one, by=zhao, at=now, name="祥云恒达建筑有限公司", reason="更名", **given)
    assert {(n.text, n.kind) for n in one.names.all()} == {
        ("祥云恒泰建筑有限公司", "former"),
        ("祥云恒达建筑有限公司", "official"),
    }
    for text in ("恒泰", "恒达", "hengtai", "龙翔新城", "0872-3120000"):
        assert names_found(zhao, text) == ["祥云恒达建筑有限公司"]
    event = one.events.get()
    assert (event.verb, event.note) == ("correct", "更名")
    assert "3120000" not in str(event.details)


def test_a_known_way_to_say_it_is_learnt_once(ma, now):
    one = entry("祥云恒达建筑有限公司")
    for said in ("恒达的工地", "恒达的工地", "祥云恒达建筑公司", ""):
        verbs.learn_name(one, said, by=ma, at=now)
    assert [n.text for n in one.names.all()] == ["祥云恒达建筑有限公司", "恒达的工地"]


def test_two_valid_codes_under_one_name_are_two_entries(db):
    one = entry("祥云恒达建筑", uscc=CODES[0])
    assert verbs.employer_named("祥云恒达建筑", one.region, CODES[1]) != one
    assert verbs.employer_named("祥云恒达建筑", one.region, CODES[0]) == one


def test_history_cannot_be_rewritten_in_the_database(zhao, now):
    joined(entry("祥云甲厂"), entry("祥云乙厂"), zhao, now)
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE casework_employerevent SET note = ''")
    assert EmployerEvent.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_those_who_join_at_the_same_time_make_no_circle(zhao):
    ring = [entry(f"祥云样板{n}厂") for n in "甲乙丙丁"]

    def join(n):
        try:
            joined(Employer.objects.get(pk=ring[n].pk), ring[(n + 1) % 4], zhao, timezone.now())
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(join, range(4)))
    assert any(done)
    rows = {row.pk: row.merged_into_id for row in Employer.objects.all()}
    assert all(rows[head] is None for head in rows.values() if head)
    assert set(EmployerKey.objects.values_list("employer", flat=True)) == {
        pk for pk, head in rows.items() if head is None
    }
