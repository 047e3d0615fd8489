"""The tables shipped with the system: complete, well formed and in step with each other."""

import csv
import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from casework.periods import Unit

ROOT = Path(__file__).parents[2]
MOHRSS_GROUPS = {
    "pay",
    "social_insurance",
    "injury",
    "conclusion",
    "change",
    "dissolution",
    "ending",
    "hours",
    "other",
    "none",
}


def rows(path):
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rules():
    return {row["code"]: row for row in rows("casework/data/deadline_rules.csv")}


def days(year, kind, region=""):
    return {
        date.fromisoformat(row["date"])
        for row in rows("casework/data/holidays.csv")
        if row["date"].startswith(str(year)) and (row["kind"], row["region_code"]) == (kind, region)
    }


def span(*ends):
    first, last = (date(*end) for end in ends)
    return {first + timedelta(n) for n in range((last - first).days + 1)}


def test_yunnan_has_16_prefectures_and_129_counties():
    levels = Counter(row["level"] for row in rows("organizations/data/regions.csv"))
    assert levels == {"province": 1, "prefecture": 16, "county": 129}


def test_every_region_lies_in_the_one_its_code_names():
    regions = {row["code"]: row for row in rows("organizations/data/regions.csv")}
    for code, row in regions.items():
        parent = {"province": "", "prefecture": code[:2] + "0000", "county": code[:4] + "00"}[row["level"]]
        assert row["parent_code"] == parent
        assert not parent or parent in regions


def test_every_town_lies_in_a_county_of_the_table():
    counties = {row["code"] for row in rows("organizations/data/regions.csv") if row["level"] == "county"}
    towns = rows("organizations/data/towns.csv")
    assert all(town["parent_code"] in counties and town["code"].startswith(town["parent_code"]) for town in towns)
    assert {"530114003": "斗南街道", "530181007": "草铺街道"}.items() <= {t["code"]: t["name"] for t in towns}.items()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("530114", "呈贡区"),
        ("530181", "安宁市"),
        ("530300", "曲靖市"),
        ("530902", "临翔区"),
        ("532324", "南华县"),
        ("532800", "西双版纳傣族自治州"),
        ("532823", "勐腊县"),
        ("532900", "大理白族自治州"),
        ("532923", "祥云县"),
        ("532924", "宾川县"),
    ],
)
def test_the_regions_of_the_examples_have_their_codes(code, name):
    assert {row["code"]: row["name"] for row in rows("organizations/data/regions.csv")}[code] == name


@pytest.mark.parametrize(
    ("code", "length", "unit", "rolls"),
    [
        ("letter.reply", 15, "natural", True),
        ("opinion.reply", 15, "working", False),
        ("recommendation.docket", 5, "working", False),
        ("inspection.accept", 5, "working", False),
        ("inspection.finish", 60, "working", False),
        ("inspection.finish.extension", 30, "working", False),
        ("supervision.decline_notice", 5, "working", False),
        ("procuratorial.reply", 2, "months", True),
        ("judicial.reply", 2, "months", True),
        ("order.dispatch", 1, "working", False),
        ("order.sign", 1, "working", False),
        ("order.finish.ordinary", 5, "working", False),
        ("order.finish.difficult", 15, "working", False),
        ("order.finish.complex", 30, "working", False),
        ("order.callback", 3, "working", False),
        ("case.accept", 3, "working", False),
        ("case.mediate", 15, "natural", True),
        ("case.court_assigned", 30, "natural", True),
        ("case.court_entrusted.ordinary", 15, "natural", True),
        ("case.court_entrusted.summary", 7, "natural", True),
        ("court.assignment_answer", 3, "working", False),
        ("agreement.judicial_confirmation", 30, "natural", True),
        ("agreement.arbitral_review", 15, "natural", True),
        ("confirmation.rule", 30, "natural", True),
        ("payment_order.answer", 5, "natural", True),
        ("payment_order.issue", 15, "natural", True),
        ("payment_order.object", 15, "natural", True),
        ("payment_order.serve_limit", 30, "natural", True),
        ("enforcement.apply", 2, "years", True),
        ("arbitration.limitation", 1, "years", True),
        ("arbitration.accept", 5, "working", False),
        ("arbitration.award", 45, "natural", True),
        ("arbitration.award.extension", 15, "natural", True),
        ("legal_aid.decide", 7, "natural", True),
        ("legal_aid.appoint", 3, "natural", True),
        ("injury.employer_report", 30, "natural", True),
        ("injury.worker_apply", 1, "years", True),
        ("referral.ack", 5, "working", False),
        ("referral.ack.urgent", 1, "working", False),
        ("referral.result", 30, "natural", True),
        ("petition.inform", 15, "natural", True),
        ("petition.finish", 60, "natural", True),
        ("petition.finish.extension", 30, "natural", True),
        ("case.supplement_lapse", 15, "natural", True),
        ("document.remind", 3, "working", False),
    ],
)
def test_the_rule_table(code, length, unit, rolls):
    rule = rules()[code]
    assert (int(rule["length"]), rule["unit"], rule["rolls"] == "1") == (length, unit, rolls)


def test_every_rule_has_a_unit_a_name_and_a_basis():
    for row in rows("casework/data/deadline_rules.csv"):
        assert row["unit"] in set(Unit)
        assert row["label"]
        assert row["basis"]
        assert row["assumed"] in ("0", "1")


def test_no_rule_is_named_twice():
    keys = [(row["code"], row["province_code"], row["valid_from"]) for row in rows("casework/data/deadline_rules.csv")]
    assert len(keys) == len(set(keys))


def test_an_extension_has_the_unit_of_what_it_extends():
    table = rules()
    for code in (code for code in table if code.endswith(".extension")):
        assert table[code]["unit"] == table[code.removesuffix(".extension")]["unit"]


@pytest.mark.parametrize(
    ("year", "off", "work"),
    [
        (2024, 1 + 8 + 3 + 5 + 1 + 3 + 7, {(2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12)}),
        (2025, 1 + 8 + 3 + 5 + 3 + 8, {(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)}),
        (2026, 3 + 9 + 3 + 5 + 3 + 3 + 7, {(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)}),
    ],
)
def test_the_national_days_of_the_notices(year, off, work):
    assert len(days(year, "off")) == off
    assert days(year, "work") == {date(year, *day) for day in work}


def test_the_end_of_2023_has_plain_weeks():
    marked = days(2023, "off") | days(2023, "work")
    assert not {day for day in marked if day >= date(2023, 11, 1)}


@pytest.mark.parametrize(
    ("region", "year", "expected"),
    [
        ("532800", 2025, span((2025, 4, 14), (2025, 4, 16))),
        ("533100", 2025, span((2025, 4, 10), (2025, 4, 13))),
        ("532300", 2025, span((2025, 4, 14), (2025, 4, 15))),
        ("532900", 2025, span((2025, 4, 12), (2025, 4, 14))),
        ("532900", 2024, span((2024, 4, 23), (2024, 4, 25)) | span((2024, 11, 22), (2024, 11, 23))),
        (
            "532300",
            2024,
            span((2024, 4, 15), (2024, 4, 16))
            | span((2024, 7, 29), (2024, 7, 31))
            | span((2024, 12, 21), (2024, 12, 24)),
        ),
        ("532500", 2024, {date(2024, 7, 12), date(2024, 7, 29)} | span((2024, 11, 18), (2024, 11, 19))),
        (
            "533100",
            2024,
            span((2024, 2, 22), (2024, 2, 23))
            | span((2024, 4, 11), (2024, 4, 12))
            | span((2024, 7, 22), (2024, 7, 23)),
        ),
    ],
)
def test_the_holidays_of_ethnic_areas(region, year, expected):
    assert days(year, "off", region) == expected


def test_no_day_stands_twice_in_one_place():
    keys = [(row["date"], row["region_code"]) for row in rows("casework/data/holidays.csv")]
    assert len(keys) == len(set(keys))


def test_working_days_are_weekends_and_the_year_after_the_last_notice_is_provisional():
    assert all(day.weekday() >= 5 for year in range(2023, 2027) for day in days(year, "work"))
    years = {row["year"]: row["status"] for row in rows("casework/data/calendar_years.csv")}
    assert years == {**dict.fromkeys(["2023", "2024", "2025", "2026"], "published"), "2027": "provisional"}


def test_every_category_has_a_group_of_the_official_statistics_and_its_parent():
    table = {row["code"]: row for row in rows("casework/data/categories.csv")}
    for code, row in table.items():
        assert row["group"] in MOHRSS_GROUPS
        assert row["parent_code"] == code[:-2]
        assert not row["parent_code"] or row["parent_code"] in table
    assert Counter(len(code) for code in table) == {2: 14, 4: 61}


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("0302", "injury"),
        ("0605", "ending"),
        ("0601", "dissolution"),
        ("1001", "pay"),
        ("1004", "other"),
        ("9901", "none"),
    ],
)
def test_a_category_counts_where_the_official_form_puts_it(code, group):
    assert {row["code"]: row["group"] for row in rows("casework/data/categories.csv")}[code] == group


def test_every_policy_has_a_value_a_name_and_a_basis():
    table = {row["code"]: row for row in rows("casework/data/policies.csv")}
    assert all(row["label"] and row["basis"] for row in table.values())
    values = {code: json.loads(row["value"]) for code, row in table.items()}
    assert values["regional_holidays_count"] is True
    assert values["regional_holidays_roll"] is False
    assert values["small_number_floor"] == values["group_case_threshold"] == 10
