"""Which entries are proposed as the same employer, and why."""

from collections import Counter

import pytest

from casework.sameness import Reason, Traits, compare
from tests.casework.employer_pairs import labelled

XIANGYUN, BINCHUAN = "532923", "532924"
FIRM = Traits(
    ("祥云县恒达建筑有限公司",),
    region=XIANGYUN,
    phones=frozenset({"13900001111"}),
    projects=frozenset({"龙翔新城2号地块"}),
)


def test_of_five_hundred_labelled_pairs_few_are_wrongly_joined_and_most_are_found():
    found = Counter((compare(pair.called, pair.entered).is_likely, pair.same) for pair in labelled())
    right, wrong, missed = found[True, True], found[True, False], found[False, True]
    assert right + wrong + missed + found[False, False] == 500
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.85


@pytest.mark.parametrize(
    ("called", "reasons", "likely"),
    [
        (Traits(("恒达建筑",), region=XIANGYUN), {Reason.TRADE, Reason.INDUSTRY, Reason.PLACE}, True),
        (Traits(("衡达建筑公司",), region=XIANGYUN), {Reason.SOUND, Reason.INDUSTRY, Reason.PLACE}, True),
        (Traits(("恒达建筑",), region=BINCHUAN), {Reason.TRADE, Reason.INDUSTRY, Reason.OTHER_PLACE}, False),
        (Traits(("恒达餐饮",), region=XIANGYUN), {Reason.TRADE, Reason.OTHER_INDUSTRY, Reason.PLACE}, False),
        (Traits(("金鼎物流",), region=XIANGYUN, projects=frozenset({"龙翔新城2号地块"})), {Reason.PROJECT}, False),
        (Traits(("金鼎物流",), region=XIANGYUN, phones=frozenset({"13900001111"})), {Reason.PHONE}, False),
    ],
)
def test_every_score_says_why(called, reasons, likely):
    judged = compare(called, FIRM)
    assert (set(judged.reasons), judged.is_likely) == (reasons, likely)
    assert all(judged.labels)


def test_a_credit_code_decides_alone():
    one, same, other = (Traits((name,), uscc=code) for name, code in [("甲厂", "A"), ("乙公司", "A"), ("甲厂", "B")])
    assert compare(one, same).score == 1
    assert compare(one, other).score == 0


def test_it_does_not_matter_which_side_is_which():
    assert all(compare(p.called, p.entered).score == compare(p.entered, p.called).score for p in labelled(100))
