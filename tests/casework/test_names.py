"""The parts of an employer's name, and one spelling for the ways people write it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import names, sounds

PARTS = [
    # name, divisions, trade name, trade, branch
    ("云南省大理州祥云县恒达建筑有限公司", ["530000", "532900", "532923"], "恒达", "建筑", ""),
    ("大理白族自治州祥云县恒达建筑有限责任公司", ["532900", "532923"], "恒达", "建筑", ""),
    ("云南恒达（祥云）建筑工程有限公司", ["530000", "532923"], "恒达", "建筑工程", ""),
    ("恒达建筑工程（云南）有限公司", ["530000"], "恒达", "建筑工程", ""),
    ("云南恒达建筑有限公司祥云分公司", ["530000"], "恒达", "建筑", "祥云分公司"),
    ("恒达建筑祥云分公司", [], "恒达", "建筑", "祥云分公司"),
    ("祥云县第三建筑公司", ["532923"], "第3", "建筑", ""),
    ("祥云县第十二建筑公司", ["532923"], "第12", "建筑", ""),
    ("祥云县曾记米线店", ["532923"], "曾记", "米线", ""),
    ("祥云县老杨木器厂（个体工商户）", ["532923"], "老杨木器", "", ""),
    ("ＡＢＣ科技（集团）股份有限公司", [], "abc", "科技", ""),
    ("大理石材厂", [], "大理", "石材", ""),
    ("云县酒厂", ["530922"], "酒", "", ""),
    ("云南𠮷庆餐饮管理有限公司", ["530000"], "𠮷庆", "餐饮管理", ""),
    ("北京䶮达科技有限公司", [], "北京䶮达", "科技", ""),
    ("祥云县", [], "祥云", "", ""),
    ("公司", [], "公司", "", ""),
    ("", [], "", "", ""),
]


@pytest.mark.parametrize(("name", "divisions", "trade", "industry", "branch"), PARTS)
def test_a_name_has_four_parts(name, divisions, trade, industry, branch):
    parts = names.parse(name)
    assert [d.code for d in parts.divisions] == divisions
    assert (parts.trade, parts.industry, parts.branch) == (trade, industry, branch)


SAME = [
    ("云南恒达(祥云)建筑有限公司", "云南（祥云）恒达建筑有限责任公司"),
    ("恒达建筑（云南）有限公司", "云南恒达建筑有限公司"),
    ("祥云县恒达建筑有限公司", " 祥云 恒达建筑公司 "),
    ("祥云恒达建筑", "祥云县恒达建筑有限公司"),
    ("祥云第三建筑公司", "祥云县第３建筑有限公司"),
    ("云南[恒达]建筑集团有限公司", "云南恒达建筑（集团）有限公司"),
    ("恒达·建筑，有限公司", "恒达建筑有限公司"),
    ("ABC科技有限公司", "ａｂｃ科技公司"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_a_name_are_one(one, other):
    assert names.normal(one) == names.normal(other)


PIECES = [
    "云南省",
    "大理州",
    "祥云县",
    "祥云",
    "恒达",
    "鑫",
    "建筑",
    "第三",
    "有限公司",
    "厂",
    "分公司",
    "（",
    "）",
    "(",
    ")",
]
written = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)


@given(st.one_of(written, st.text(max_size=60)))
@settings(max_examples=150, deadline=None)
def test_normalising_twice_changes_nothing(text):
    once = names.normal(text)
    assert names.normal(once) == once


@given(st.sampled_from(["祥云", "祥云县", "云南省"]), st.sampled_from("([（【〔"))
@settings(max_examples=20, deadline=None)
def test_it_does_not_matter_which_brackets_a_division_stands_in(place, opening):
    closing = {"(": ")", "[": "]", "（": "）", "【": "】", "〔": "〕"}[opening]
    assert names.normal(f"恒达{opening}{place}{closing}建筑有限公司") == names.normal(f"{place}恒达建筑有限公司")


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_reader(text):
    assert len(names.spellings(text, "532923")) <= 3
    typed = names.normal(text)[:20]
    assert len(sounds.typed_ways(typed)) <= sounds.MOST_WAYS


@pytest.mark.parametrize(
    ("text", "sounded"),
    [
        ("重庆", "chong qing"),
        ("银行", "yin hang"),
        ("曾记", "zeng ji"),
        ("曾记", "ceng ji"),
        ("解氏", "xie shi"),
        ("单家", "shan jia"),
        ("仇记", "qiu ji"),
        ("朝阳", "chao yang"),
        ("长乐", "chang le"),
        ("𠮷庆", "ji qing"),
        ("䶮达", "yan da"),
    ],
)
def test_every_reading_people_type_is_known(text, sounded):
    assert sounded in [" ".join(way) for way in sounds.readings(text)]


@pytest.mark.parametrize(
    ("letters", "way"),
    [("hengda", ["heng", "da"]), ("hd", ["h", "d"]), ("hengd", ["heng", "d"]), ("xian", ["xi", "an"])],
)
def test_letters_are_cut_into_syllables_and_initials(letters, way):
    assert way in sounds.ways(letters)
