"""Numbers are gap-free per organisation, series and year, however many ask at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, transaction

from casework.models import Counter
from casework.numbering import take_number
from organizations.models import UnionOrg

DAY = date(2024, 6, 5)


class Abandoned(Exception):
    """The transaction around the number fails."""


@pytest.mark.django_db
def test_a_number_prints_as_the_federation_set_it():
    org = UnionOrg.objects.get(region="530902")
    assert take_number(org, "reminder_letter", DAY) == "临翔工劳监提〔2024〕1号"
    assert take_number(org, "reminder_letter", DAY) == "临翔工劳监提〔2024〕2号"
    assert take_number(org, "opinion", DAY) == "临翔工劳监意〔2024〕1号"
    assert take_number(org, "reminder_letter", date(2025, 1, 2)) == "临翔工劳监提〔2025〕1号"


@pytest.mark.django_db(transaction=True)
def test_forty_at_once_with_every_fifth_failing_leave_neither_gap_nor_double():
    org = UnionOrg.objects.get(path="53/29/23/")

    def take(n):
        try:
            with transaction.atomic():
                number = Counter.objects.take(org, "case", 2024)
                if n % 5 == 0:
                    raise Abandoned
                return number
        except Abandoned:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        taken = [number for number in pool.map(take, range(40)) if number]
    assert sorted(taken) == list(range(1, 33))
