"""A hundred ways to ask for an employer, and the entry that must be among the first (N10)."""

import pytest

from casework.employers import enter_named, learn_name
from casework.models import Employer
from casework.recognition import MOST, recognise

XIANGYUN, BINCHUAN, KUNMING, CHENGGONG = "532923", "532924", "530100", "530114"
REGISTER = {
    "hengda": ("祥云县恒达建筑有限公司", XIANGYUN),
    "hengda2": ("宾川县恒达建筑有限公司", BINCHUAN),
    "xinyuan": ("云南鑫源（祥云）商贸有限责任公司", XIANGYUN),
    "chongqing": ("重庆银行股份有限公司昆明分公司", KUNMING),
    "zengji": ("曾记米线店", XIANGYUN),
    "xieshi": ("祥云县解氏餐饮管理有限公司", XIANGYUN),
    "shanjia": ("单家豆腐坊", XIANGYUN),
    "qiuji": ("仇记火锅店", XIANGYUN),
    "ji": ("云南𠮷庆餐饮管理有限公司", CHENGGONG),
    "yan": ("䶮达科技有限公司", CHENGGONG),
    "abc": ("ABC科技（昆明）有限公司", KUNMING),
    "third": ("祥云县第三建筑公司", XIANGYUN),
    "huahui": ("云南测试花卉有限公司", CHENGGONG),
    "laoyang": ("老杨", XIANGYUN),
    "chaoyang": ("祥云朝阳物业服务有限公司", XIANGYUN),
    "changle": ("长乐旅游开发有限公司", XIANGYUN),
    "dali": ("大理石材厂", XIANGYUN),
}
CODE, PHONE = "91532923MA6K00000X", "0872-3120000"
QUERIES = [
    ("hengda", text)
    for text in (
        "祥云县恒达建筑有限公司", "祥云县恒达建筑", "祥云恒达建筑", "祥云恒达", "恒达", "恒达建筑", "恒达建筑有限",
        "云南省大理州祥云县恒达", "祥云　恒达", "（祥云）恒达建筑", "恒达（祥云）建筑有限责任公司", "达建", "达建筑",
        "xyhd", "hd", "hdjz", "xyhdjz", "xiangyunhengda", "hengda", "hengd", "hengdajianzhu", "HENGDA", "ｈｅｎｇｄａ",
        "祥云hd", "祥云hengda", "恒d", "恒da", "h达", "hengda建筑", "hdjianzhu", "xiangyunhd", "衡达", "恒大建筑",
        CODE, CODE[:8], CODE.lower(), "ＭＡ", "9153 2923 MA6K", PHONE, "08723120000", "０８７２－３１２００００",
        "龙翔新城", "龙翔新城二号地块", "lxxc", "新城2号", "longxiang", "恒泰建筑", "htjz", "老恒达", "恒达那个工地",
    )
    if text != "ＭＡ"
] + [
    ("xinyuan", "鑫源"), ("xinyuan", "鑫源商贸"), ("xinyuan", "祥云鑫源"), ("xinyuan", "xinyuan"), ("xinyuan", "xy"),
    ("xinyuan", "xysm"), ("xinyuan", "云南鑫源商贸"), ("xinyuan", "新源商贸"), ("xinyuan", "源商"),
    ("chongqing", "重庆"), ("chongqing", "重庆银行"), ("chongqing", "chongqing"), ("chongqing", "cqyh"),
    ("chongqing", "chongqingyinhang"), ("chongqing", "重庆yh"), ("chongqing", "银行"),
    ("zengji", "曾记"), ("zengji", "zengji"), ("zengji", "zj"), ("zengji", "zjmx"), ("zengji", "cengji"),
    ("zengji", "zeng"),
    ("zengji", "曾ji"), ("xieshi", "解氏"), ("xieshi", "xieshi"), ("xieshi", "xscy"), ("xieshi", "jieshi"),
    ("shanjia", "单家"), ("shanjia", "shanjia"), ("shanjia", "sjdf"), ("qiuji", "仇记"), ("qiuji", "qiuji"),
    ("qiuji", "qjhg"),
    ("ji", "𠮷庆"), ("ji", "云南𠮷"), ("ji", "jiqing"), ("ji", "jqcy"), ("yan", "䶮达"), ("yan", "yanda"),
    ("yan", "ydkj"),
    ("abc", "ABC"), ("abc", "abc科技"), ("abc", "ＡＢＣ"), ("third", "第三建筑"), ("third", "祥云第3建筑"),
    ("huahui", "花卉"), ("huahui", "云南测试花卉"), ("huahui", "cshh"), ("laoyang", "老杨"), ("laoyang", "laoyang"),
    ("chaoyang", "chaoyang"), ("changle", "长乐"), ("changle", "changle"), ("dali", "大理石"),
]  # fmt: skip


@pytest.fixture
def register(db, ma, now):
    found = {key: enter_named(name=name, region_id=region) for key, (name, region) in REGISTER.items()}
    hengda = found["hengda"]
    hengda.uscc = CODE
    hengda.save(update_fields=["uscc"])
    hengda.phones.create(number=PHONE)
    hengda.projects.create(name="龙翔新城二号地块")
    hengda.names.create(text="祥云县恒泰建筑有限公司", kind="former")
    learn_name(hengda, "老恒达", by=ma, at=now)
    learn_name(hengda, "恒达那个工地", by=ma, at=now)
    return found


def test_there_are_a_hundred_questions():
    assert len(QUERIES) >= 100


def test_every_question_finds_its_entry(register, ma):
    missed = [(key, text) for key, text in QUERIES if register[key].pk not in [p.pk for p in recognise(ma, text)]]
    assert missed == []


def test_the_own_county_comes_first(register, ma):
    assert [p.pk for p in recognise(ma, "恒达")][:2] == [register["hengda"].pk, register["hengda2"].pk]
    assert recognise(ma, "hd")[0].pk == register["hengda"].pk


@pytest.mark.parametrize(
    "text", ["", "恒", "魑魅", "zzzz", "uvi", "%%", "\\d+", "'; --", "a" * 300, "（）", "12", "\x00\x00恒达"]
)
def test_what_finds_nothing_breaks_nothing(register, ma, text):
    assert len(recognise(ma, text)) <= MOST


def test_the_register_of_another_province_is_not_proposed(register, ma):
    other = enter_named(name="贵州恒达建筑有限公司", region=None)
    other.keys.update(province="52")
    assert other.pk not in [p.pk for p in recognise(ma, "恒达")]


@pytest.mark.parametrize(
    ("text", "most"), [("恒达", 2), ("祥云hd", 2), ("xyhd", 2), ("hengda", 2), (CODE, 2), (PHONE, 2)]
)
def test_it_takes_one_statement_or_two(register, ma, django_assert_max_num_queries, text, most):
    with django_assert_max_num_queries(most):
        recognise(ma, text)


def test_a_whole_register_of_one_trade_gives_eight(ma, db):
    for n in range(20):
        enter_named(name=f"祥云建筑{n}号有限公司", region_id=XIANGYUN)
    assert len(recognise(ma, "建筑")) == MOST
    assert Employer.objects.count() == 20
