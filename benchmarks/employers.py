"""Recognising an employer while typing: classes of queries, at 10,000 and at 300,000 employers of one province.

.venv/bin/python -m benchmarks.employers [size …]
"""

import random
import sys
from itertools import pairwise
from time import perf_counter
from typing import Any

from benchmarks.database import database, settle
from benchmarks.timing import Timing, report, say, timed

SIZES = [10_000, 300_000]
BATCH = 5_000
QUERIES = 60
TABLES = ("casework_employer", "casework_employerkey", "casework_employerphone", "casework_employername")
SIGNS = (
    "恒达鑫源宏盛泰和永兴嘉禾瑞丰华腾金鼎龙翔天成润泽光明东方新云海山川林木水火春秋福"
    "禄寿喜安康宁祥顺利通远大正中信诚义仁德智勇国民生财富贵荣昌盛景星辰月明朗清风雅致"
    "美佳优品冠群英杰雄伟力量强"
)
TRADES = [
    "建筑工程",
    "建筑劳务",
    "建筑",
    "商贸",
    "餐饮管理",
    "物流",
    "科技",
    "农业开发",
    "物业服务",
    "建材",
    "食品",
    "装饰工程",
    "旅游",
    "汽车服务",
    "花卉",
    "茶业",
    "矿业",
    "机械制造",
    "人力资源服务",
    "文化传播",
]
FORMS = ["有限公司"] * 8 + ["有限责任公司", "厂", "经营部", "店"]


def invented(chance: random.Random, region: Any, n: int) -> tuple[str, str, str]:
    """A name of the usual shape, a project for every tenth, a telephone."""
    trade = "".join(chance.choices(SIGNS, k=chance.choice([2, 2, 2, 3, 3, 4])))
    place = chance.choice([region.name, region.name.rstrip("市县区"), "云南", "云南省" + region.name])
    name = f"{place}{trade}{chance.choice(TRADES)}{chance.choice(FORMS)}"
    project = f"{region.name}{chance.choice(SIGNS)}{chance.choice(SIGNS)}{n % 997}号地块" if n % 10 == 0 else ""
    return name, project, f"139{n:08d}"


def build(chance: random.Random, begin: int, end: int) -> None:
    """Rows in bulk, with the keys the verbs would write."""
    from casework.employers import keys_of
    from casework.models import Employer, EmployerKey, EmployerName, EmployerPhone, EmployerProject
    from organizations.models import Region

    counties = list(Region.objects.filter(level="county"))
    for start in range(begin, end, BATCH):
        numbers = range(start, min(start + BATCH, end))
        made = [(chance.choice(counties), n) for n in numbers]
        known = [(region, *invented(chance, region, n)) for region, n in made]
        rows = Employer.objects.bulk_create(
            Employer(name=name, region=region, uscc=f"91{region.pk}MA6{n:07d}")
            for (region, name, _p, _t), n in zip(known, numbers, strict=True)
        )
        EmployerName.objects.bulk_create(EmployerName(employer=row, text=row.name, kind="official") for row in rows)
        EmployerProject.objects.bulk_create(
            EmployerProject(employer=row, name=p) for row, (_r, _n, p, _t) in zip(rows, known, strict=True) if p
        )
        EmployerPhone.objects.bulk_create(
            EmployerPhone(employer=row, number=t) for row, (_r, _n, _p, t) in zip(rows, known, strict=True)
        )
        EmployerKey.objects.bulk_create(
            EmployerKey(employer=row, **columns)
            for row, (region, name, project, _t) in zip(rows, known, strict=True)
            for columns in keys_of([(name, region.pk)], [project] if project else [], region.pk)
        )


def questions(chance: random.Random) -> dict[str, list[str]]:
    """Texts to type, by class, taken from what is in the register."""
    from casework.models import Employer, EmployerPhone, EmployerProject
    from casework.names import parse
    from casework.sounds import initials, read

    picked = list(Employer.objects.order_by("?").select_related("region")[:QUERIES])
    parts = [parse(row.name) for row in picked]
    trades = [part.trade + part.industry for part in parts]
    return {
        "two characters, frequent": chance.choices(["建筑", "商贸", "工程", "云南", "科技", "祥云"], k=QUERIES),
        "two characters, rare": [trade[:2] for trade in trades],
        "two, inside": [part.trade[-1] + part.industry[0] for part in parts if part.industry],
        "three characters": [trade[:3] for trade in trades],
        "four characters": [trade[:4] for trade in trades],
        "whole name": [row.name for row in picked],
        "none": [f"{a}魑{b}" for a, b in zip(trades, reversed(trades), strict=True)],
        "pinyin": ["".join(read(trade[:3])) for trade in trades],
        "pinyin, unfinished": ["".join(read(trade[:3]))[:-1] for trade in trades],
        "initials, two": [initials(read(trade[:2])) for trade in trades],
        "initials, four": [initials(read(part.full))[:4] for part in parts],
        "mixed": [part.full[:2] + initials(read(part.full[2:4])) for part in parts],
        "mixed, sounds first": ["".join(read(trade[:2])) + trade[2:] for trade in trades],
        "code": [row.uscc[: chance.choice([8, 12, 18])] for row in picked],
        "telephone": [row.number for row in EmployerPhone.objects.filter(employer__in=picked)],
        "project": [p.name for p in EmployerProject.objects.order_by("?")[:QUERIES]],
        "project, inside": [p.name[3:7] for p in EmployerProject.objects.order_by("?")[:QUERIES]],
    }


def main(sizes: list[int]) -> None:
    from casework.recognition import recognise
    from organizations.models import Officer
    from tests.factories.organizations import OfficerFactory

    officer: Officer = OfficerFactory(duty="hotline_operator", region="532923")
    found: dict[str, list[Timing]] = {}
    for begin, end in pairwise([0, *sizes]):
        began = perf_counter()
        build(random.Random(begin), begin, end)
        settle(*TABLES)
        say(f"• {end:,} employers ({perf_counter() - began:.0f} s)")
        for name, texts in questions(random.Random(end)).items():
            found.setdefault(name, []).append(timed(lambda text: recognise(officer, text), texts))
    report("Recognising an employer", sizes, found)
    say(f"worst p95: {max(timings[-1].p95 for timings in found.values()):.1f} ms (at most 50)")


if __name__ == "__main__":
    with database():
        main([int(size) for size in sys.argv[1:]] or SIZES)
