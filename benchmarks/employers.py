"""Recognising an employer while typing: classes of queries, at 10,000 and at 300,000 employers of one province.

.venv/bin/python -m benchmarks.employers [size …]
"""

import random
import sys
from itertools import pairwise
from time import perf_counter
from typing import Any, cast

from benchmarks.database import fresh_database, run
from benchmarks.spread import Spread, report, say, timed

SIZES = [10_000, 300_000]
BATCH = 5_000
QUERIES = 40
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


def invented(chance: random.Random, signs: str, region: Any, n: int) -> tuple[str, str, str]:
    """A name of the usual shape, a project for every tenth, a telephone."""
    trade = "".join(chance.choices(signs, k=chance.choice([2, 2, 2, 3, 3, 4])))
    place = chance.choice([region.name, region.name.rstrip("市县区"), "云南", "云南省" + region.name])
    name = f"{place}{trade}{chance.choice(TRADES)}{chance.choice(FORMS)}"
    project = f"{region.name}{chance.choice(signs)}{chance.choice(signs)}{n % 997}号地块" if n % 10 == 0 else ""
    return name, project, f"139{n:08d}"


def build(chance: random.Random, begin: int, end: int) -> None:
    """Rows in bulk, with the keys the verbs would write."""
    from casework.employer_keys import keys_of
    from casework.models import Employer, EmployerKey, EmployerName, EmployerPhone, EmployerProject
    from organizations.models import Region

    counties = list(Region.objects.filter(level="county"))
    signs = "".join(trade_signs())
    for start in range(begin, end, BATCH):
        numbers = range(start, min(start + BATCH, end))
        places = [(chance.choice(counties), n) for n in numbers]
        known = [(region, *invented(chance, signs, region, n)) for region, n in places]
        rows = Employer.objects.bulk_create(
            Employer(name=name, region=region, uscc=f"91{region.pk}MA6{n:07d}")
            for (region, name, _p, _t), n in zip(known, numbers, strict=True)
        )
        made = list(zip(rows, known, strict=True))
        EmployerName.objects.bulk_create(EmployerName(employer=row, text=row.name, kind="official") for row in rows)
        EmployerProject.objects.bulk_create(EmployerProject(employer=row, name=k[2]) for row, k in made if k[2])
        EmployerPhone.objects.bulk_create(EmployerPhone(employer=row, number=k[3]) for row, k in made)
        EmployerKey.objects.bulk_create(
            EmployerKey(employer=row, **columns)
            for row, (region, name, project, _t) in made
            for columns in keys_of([(name, region.pk)], [project] if project else [], region.pk)
        )


def trade_signs() -> list[str]:
    """Signs of trade names that stand in no division, trade or form: copies may exchange them and nothing else."""
    from casework.names import divisions

    taken = set("".join([*divisions(), *TRADES, *FORMS, "新城地块号"]))
    return [sign for sign in dict.fromkeys(SIGNS) if sign not in taken]


def multiply(have: int, wanted: int) -> None:
    """Further employers as copies with other trade names, made by the database: only so many are made one by one."""
    from django.db import connection

    signs, sounds = "".join(trade_signs()), sounds_of_keys()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE sound (sign text PRIMARY KEY, sound text)")
        cursor.executemany("INSERT INTO sound VALUES (%s, %s)", sounds)
        for copy in range(1, wanted // have):
            turn = copy % len(signs)
            turned = signs[turn:] + signs[:turn]
            for statement in COPIES:
                cursor.execute(statement, {"old": signs, "new": turned, "shift": copy * have, "have": have})
        cursor.execute("DROP TABLE sound")


def sounds_of_keys() -> list[tuple[str, str]]:
    from casework.models import EmployerKey
    from casework.sounds import read

    found = {sign for text in EmployerKey.objects.values_list("text", flat=True) for sign in text}
    return [(sign, read(sign)[0]) for sign in sorted(found | set(trade_signs()))]


COPIES = [
    """INSERT INTO casework_employer (id, name, uscc, region_id, address, phone, legal_representative, version)
       OVERRIDING SYSTEM VALUE
       SELECT id + %(shift)s, translate(name, %(old)s, %(new)s),
              substr(uscc, 1, 11) || lpad((id + %(shift)s)::text, 7, '0'), region_id, '', '', '', 1
       FROM casework_employer WHERE id <= %(have)s""",
    """INSERT INTO casework_employerphone (employer_id, number, index)
       SELECT employer_id + %(shift)s, '', md5((id + %(shift)s)::text)
       FROM casework_employerphone WHERE employer_id <= %(have)s""",
    """INSERT INTO casework_employerkey (employer_id, province, kind, text, sounds, initials, pairs)
       SELECT employer_id + %(shift)s, province, kind, turned, spelled.sounds, spelled.initials,
              CASE WHEN pairs IS NOT NULL THEN
                  ARRAY(SELECT DISTINCT substr(turned, n, 2) FROM generate_series(1, length(turned) - 1) n) END
       FROM casework_employerkey, translate(text, %(old)s, %(new)s) turned,
            LATERAL (SELECT string_agg(coalesce(sound, part), ' ' ORDER BY n) AS sounds,
                            string_agg(left(coalesce(sound, part), 1), '' ORDER BY n) AS initials
                     FROM string_to_table(turned, NULL) WITH ORDINALITY AS parts (part, n)
                     LEFT JOIN sound ON sign = part) spelled
       WHERE employer_id <= %(have)s""",
]


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
        "telephone": [row.number for row in EmployerPhone.objects.order_by("pk")[:QUERIES]],
        "project": [p.name for p in EmployerProject.objects.order_by("?")[:QUERIES]],
        "project, inside": [p.name[3:7] for p in EmployerProject.objects.order_by("?")[:QUERIES]],
    }


def main(sizes: list[int]) -> None:
    from casework.recognition import recognise
    from organizations.models import Officer
    from tests.factories.organizations import OfficerFactory

    officer = cast("Officer", OfficerFactory(duty="hotline_operator", region="532923"))
    found: dict[str, list[Spread]] = {}
    for begin, end in pairwise([0, *sizes]):
        began = perf_counter()
        if begin:
            multiply(begin, end)
        else:
            build(random.Random(begin), begin, end)
        for table in TABLES:
            run(f"VACUUM ANALYZE {table}")
        say(f"• {end:,} employers ({perf_counter() - began:.0f} s)")
        for name, texts in questions(random.Random(end)).items():
            found.setdefault(name, []).append(timed(lambda text: recognise(officer, text), texts))
    report("Recognising an employer", sizes, found)
    say(f"worst p95: {max(timings[-1].p95 for timings in found.values()):.1f} ms (at most 50)")


if __name__ == "__main__":
    with fresh_database():
        main([int(size) for size in sys.argv[1:]] or SIZES)
