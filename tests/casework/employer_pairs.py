"""Five hundred invented pairs of employers, each labelled same or not, as calls and registers write them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casework.sameness import Traits

SIGNS = (
    "恒达鑫源宏盛泰和永兴嘉禾瑞丰华腾金鼎龙翔天成润泽光明东方新云海山川春秋福禄康宁祥"
    "顺利通远正信诚义德智勇国富荣昌景星辰朗清雅致美佳优品冠群英杰"
)
ALIKE = {
    "鑫": "新",
    "恒": "衡",
    "达": "答",
    "盛": "胜",
    "源": "元",
    "泰": "太",
    "禾": "和",
    "丰": "峰",
    "祥": "翔",
    "诚": "成",
}
TRADES = ["建筑工程", "劳务", "商贸", "餐饮管理", "物流", "农业开发", "物业服务", "花卉", "矿业", "机械制造"]
COUNTIES = [
    ("532923", "祥云县"),
    ("532924", "宾川县"),
    ("530114", "呈贡区"),
    ("530181", "安宁市"),
    ("532324", "南华县"),
]


@dataclass(frozen=True)
class Pair:
    kind: str
    called: Traits
    entered: Traits
    same: bool


@dataclass(frozen=True)
class Firm:
    trade: str
    industry: str
    county: tuple[str, str]
    phone: str
    project: str

    @property
    def name(self) -> str:
        return f"{self.county[1]}{self.trade}{self.industry}有限公司"

    def entry(self, **changes: object) -> Traits:
        given = {
            "names": (self.name,),
            "region": self.county[0],
            "phones": frozenset({self.phone}),
            "projects": frozenset({self.project}),
        }
        return Traits(**{**given, **changes})  # type: ignore[arg-type]

    def said(self, name: str, **more: object) -> Traits:
        return Traits((name,), region=self.county[0], **more)  # type: ignore[arg-type]


def firm(chance: random.Random, **fixed: object) -> Firm:
    made = {
        "trade": "".join(chance.sample(SIGNS, chance.choice([2, 2, 3]))),
        "industry": chance.choice(TRADES),
        "county": chance.choice(COUNTIES),
        "phone": f"139{chance.randrange(10**8):08d}",
        "project": f"{chance.choice(SIGNS)}{chance.choice(SIGNS)}新城{chance.randrange(2, 90)}号地块",
    }
    return Firm(**{**made, **fixed})  # type: ignore[arg-type]


def another(chance: random.Random, taken: object, choices: list) -> object:
    return chance.choice([choice for choice in choices if choice != taken])


def abbreviated(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    short = chance.choice(
        [one.trade + one.industry, one.trade + one.industry[:2], one.county[1][:2] + one.trade, one.trade + "公司"]
    )
    return one.said(short), one.entry()


def rewritten(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    name = chance.choice(
        [
            f"云南{one.trade}（{one.county[1]}）{one.industry}有限责任公司",
            f"云南省{one.name}",
            f" {one.trade} {one.industry}有限公司（{one.county[1]}）",
        ]
    )
    return one.said(name), one.entry()


def misheard(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    trade = "".join(ALIKE.get(sign, sign) for sign in one.trade)
    if trade == one.trade and len(trade) > 2:
        trade = trade[:-1] + str(another(chance, trade[-1], list(SIGNS)))
    return one.said(trade + one.industry), one.entry()


def branch(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    head = f"云南{one.trade}{one.industry}有限公司"
    return one.said(f"{head}{one.county[1]}分公司"), one.entry(names=(head,), region=chance.choice(["", one.county[0]]))


def shortened_on_the_site(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    return one.said(one.trade[:2] + "公司", projects=frozenset({one.project})), one.entry()


def renamed(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    new = firm(chance, county=one.county)
    return one.said(one.trade), new.entry(names=(new.name, one.name))


def coded(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    return one.said(firm(chance).name, uscc="CODE"), one.entry(uscc="CODE")


def other_county(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    there = firm(chance, trade=one.trade, industry=one.industry, county=another(chance, one.county, COUNTIES))
    return one.said(chance.choice([one.name, one.trade + one.industry])), there.entry()


def other_trade(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    return one.said(one.name), firm(
        chance, trade=one.trade, county=one.county, industry=another(chance, one.industry, TRADES)
    ).entry()


def same_site(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    other = firm(chance, county=one.county, project=one.project)
    return one.said(one.name, projects=frozenset({one.project})), other.entry()


def same_agent(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    return one.said(one.name, phones=frozenset({one.phone})), firm(chance, county=one.county, phone=one.phone).entry()


def near_name(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    trade = one.trade[0] + str(another(chance, one.trade[1], list(SIGNS)))
    return one.said(one.name), firm(chance, trade=trade, county=one.county, industry=one.industry).entry()


def other_branch(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    head, there = f"云南{one.trade}{one.industry}有限公司", another(chance, one.county, COUNTIES)
    return one.said(f"{head}{one.county[1]}分公司"), Traits((f"{head}{there[1]}分公司",), region=there[0])  # type: ignore[index]


def two_codes(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    return one.said(one.name, uscc="CODE"), one.entry(uscc="OTHER")


def strangers(chance: random.Random, one: Firm) -> tuple[Traits, Traits]:
    return one.said(one.name), firm(chance).entry()


Make = Callable[[random.Random, Firm], tuple[Traits, Traits]]
SAME: list[Make] = [abbreviated, abbreviated, rewritten, misheard, branch, shortened_on_the_site, renamed, coded]
APART: list[Make] = [other_county, other_trade, same_site, same_agent, near_name, other_branch, two_codes, strangers]


def labelled(count: int = 500, seed: int = 20261125) -> Iterator[Pair]:
    chance = random.Random(seed)  # noqa: S311 - nothing is guarded by it
    for n in range(count):
        makers, same = (SAME, True) if n % 2 else (APART, False)
        make = makers[n // 2 % len(makers)]
        called, entered = make(chance, firm(chance))
        yield Pair(make.__name__, called, entered, same)
