"""The register of employers: list, page, API."""

import pytest
from stdnum.cn import uscc

from casework.employers import enter_named
from casework.models import Employer
from casework.recognition import recognise
from tests.conftest import member
from tests.factories.disputes import RESPONDENT, CaseFactory
from tests.factories.hotline import CallFactory

CODE = "91532923MA6K00000"
CODE += uscc.calc_check_digit(CODE)


@pytest.fixture
def case(zhao, yang):
    return CaseFactory("mediating", mediator=yang)


def test_the_list_is_narrowed_by_part_of_the_name_or_the_beginning_of_the_code(client, zhao, case):
    enter_named(name="宾川样板物流有限公司", uscc=CODE, region_id="532924")
    client.force_login(zhao.user)
    assert [e.name for e in client.get("/employers/", {"text": "样板"}).context["page"]] == ["宾川样板物流有限公司"]
    assert [e.uscc for e in client.get("/employers/", {"text": CODE[:10]}).context["page"]] == [CODE]
    assert "没有符合条件的用人单位" in client.get("/employers/", {"text": "不存在"}).content.decode()


def test_the_page_shows_the_files_in_scope_and_only_those(client, zhao, wang, case):
    page = Employer.objects.get(name=RESPONDENT).get_absolute_url()
    client.force_login(zhao.user)
    assert case.number in client.get(page).content.decode()
    client.force_login(wang.user)
    assert "您的范围内没有涉及该单位的事项" in client.get(page).content.decode()


@pytest.mark.parametrize("address", ["/employers/", "/employers/1/"])
def test_authorities_and_administrators_do_not_browse_the_register(client, request, address):
    for who in ("tan", "hr_officer"):
        client.force_login(request.getfixturevalue(who).user)
        assert client.get(address).status_code in {403, 404}


def test_a_longer_list_takes_no_more_queries(client, zhao, django_assert_max_num_queries):
    client.force_login(zhao.user)
    Employer.objects.bulk_create(Employer(name=f"样板{n}", region_id="532923") for n in range(5))
    with django_assert_max_num_queries(20) as few:
        client.get("/employers/")
    Employer.objects.bulk_create(Employer(name=f"示例{n}", region_id="532923") for n in range(20))
    with django_assert_max_num_queries(len(few)):
        client.get("/employers/")


def enter(client, officer, **known):
    client.force_login(officer.user)
    return client.post("/api/v1/employers/", {"name": "样板茶业", **known}, content_type="application/json")


def test_an_employer_is_entered_once_for_its_credit_code(client, zhao):
    first = enter(client, zhao, uscc=CODE, region="532923")
    assert (first.status_code, first.json()["region"]) == (201, "532923")
    second = enter(client, zhao, uscc=CODE)
    assert (second.status_code, list(second.json()["errors"])) == (400, ["uscc"])


def test_a_wrong_code_is_named_and_others_may_not_enter(client, zhao, he):
    assert list(enter(client, zhao, uscc="123").json()["errors"]) == ["uscc"]
    assert enter(client, he).status_code == 403


def test_the_api_lists_and_shows(client, zhao):
    pk = enter(client, zhao, uscc=CODE).json()["id"]
    found = client.get("/api/v1/employers/", {"text": "样板"}).json()["results"]
    assert [row["id"] for row in found] == [pk]
    assert client.get(f"/api/v1/employers/{pk}/").json()["uscc"] == CODE


def test_people_behind_an_employer_are_masked(client, zhao):
    employer = Employer.objects.create(
        name="祥云测试建筑有限公司", region_id="532923", phone="13800009876", legal_representative="李测试"
    )
    client.force_login(zhao.user)
    for address in (employer.get_absolute_url(), f"/api/v1/employers/{employer.pk}/"):
        shown = client.get(address).content.decode()
        assert "13800009876" not in shown
        assert "李测试" not in shown
        assert "138****9876" in shown


def entry(name, **known):
    return enter_named(name=name, region_id="532923", **known)


@pytest.mark.parametrize("text", ["样板", "yangban", "ybsn", "祥云yb", CODE])
def test_the_list_finds_by_pinyin_and_initials_too(client, zhao, text):
    entry("祥云样板水泥有限公司", uscc=CODE)
    entry("祥云别家茶业有限公司")
    client.force_login(zhao.user)
    for address, name in (("/employers/", "text"), ("/api/v1/employers/", "q")):
        answer = client.get(address, {name: text})
        rows = answer.context["page"] if answer.context else answer.json()["results"]
        assert [str(getattr(row, "name", "") or row["name"]) for row in rows] == ["祥云样板水泥有限公司"]


def test_entries_are_joined_and_separated_on_their_pages(client, zhao, case):
    old, new = Employer.objects.get(name=RESPONDENT), entry("云南测试花卉有限公司呈贡分公司")
    client.force_login(zhao.user)
    answer = client.post(f"/employers/{old.pk}/merge/", {"into": new.pk, "reason": "同一单位"})
    assert (answer.status_code, answer.url) == (302, new.get_absolute_url())
    shown = client.get(new.get_absolute_url()).content.decode()
    assert case.number in shown
    assert "同一单位" in shown
    assert "已并入" in client.get(old.get_absolute_url()).content.decode()
    assert client.post(f"/employers/{old.pk}/split/", {"reason": "两家"}).status_code == 302
    assert case.number not in client.get(new.get_absolute_url()).content.decode()


def test_a_refused_join_keeps_what_was_typed_and_says_why(client, zhao):
    one, other = entry("祥云甲厂", uscc=CODE), entry("祥云乙厂", uscc="91532923MA6K00001Y")
    client.force_login(zhao.user)
    answer = client.post(f"/employers/{one.pk}/merge/", {"into": other.pk, "reason": "看着像"})
    assert answer.status_code == 409
    assert "信用代码不同" in answer.content.decode()
    assert "看着像" in answer.content.decode()
    api = client.post(f"/api/v1/employers/{one.pk}/merge/", {"into": other.pk, "reason": "看着像"}, "application/json")
    assert (api.status_code, bool(api.json()["reasons"])) == (409, True)


def test_an_entry_is_corrected_and_people_behind_it_stay_as_they_are(client, zhao):
    one = entry("祥云甲厂", phone="13800009876", legal_representative="李测试")
    client.force_login(zhao.user)
    shown = client.get(f"/employers/{one.pk}/correct/").content.decode()
    assert "13800009876" not in shown
    typed = {
        "name": "祥云甲水泥厂",
        "region": "532923",
        "reason": "执照名称",
        "projects-0-name": "龙翔新城",
        "version": 1,
    }
    assert client.post(f"/employers/{one.pk}/correct/", typed).status_code == 302
    one.refresh_from_db()
    assert (one.name, one.phone, one.legal_representative) == ("祥云甲水泥厂", "13800009876", "李测试")
    assert client.post(f"/employers/{one.pk}/correct/", typed).status_code == 409
    known = client.get(f"/api/v1/employers/{one.pk}/").json()
    assert (known["names"], known["projects"]) == (["祥云甲厂", "祥云甲水泥厂"], ["龙翔新城"])


@pytest.mark.parametrize("verb", ["correct", "merge", "split"])
def test_who_only_reads_does_not_change_the_register(client, he, tan, verb):
    one = entry("祥云甲厂")
    client.force_login(he.user)
    assert client.get(f"/employers/{one.pk}/{verb}/").status_code == 403
    assert client.post(f"/api/v1/employers/{one.pk}/{verb}/", {}, "application/json").status_code == 403
    client.force_login(tan.user)
    assert client.get(f"/employers/{one.pk}/{verb}/").status_code == 404
    assert client.post(f"/api/v1/employers/{one.pk}/{verb}/", {}, "application/json").status_code == 404


def test_suggestions_say_what_is_under_way_in_scope(client, zhao, wang, case):
    enter_named(name=RESPONDENT + "祥云分公司", region_id="532923")
    for officer, count in ((zhao, 1), (wang, 0)):
        client.force_login(officer.user)
        found = client.post("/api/v1/employers/suggestions/", {"text": RESPONDENT}, "application/json").json()
        assert {row["name"]: row["under_way"] for row in found} == {RESPONDENT: count, RESPONDENT + "祥云分公司": 0}


def test_the_card_names_reasons_calls_and_open_files_and_takes_no_more_queries(
    client, ma, django_assert_max_num_queries
):
    CallFactory(by=ma, next_step="order", employer_name="祥云县恒达建筑有限公司", workers_affected=12)
    client.force_login(ma.user)
    typed = {"employer_name": "恒达建筑", "region": "532923", "place": "", "employer": ""}
    shown = client.post("/employers/sightings/", typed).content.decode()
    for words in ("祥云县恒达建筑有限公司", "字号相同", "行政区划相同", "涉及 12 人", "可能是集体争议", "GD532923"):
        assert words in shown
    with django_assert_max_num_queries(40) as few:
        client.post("/employers/sightings/", typed)
    for n in range(5):
        CallFactory(by=ma, next_step="order", employer_name="祥云县恒达建筑有限公司", caller_name=f"杨{n}")
    with django_assert_max_num_queries(len(few)):
        client.post("/employers/sightings/", typed)


def test_the_number_of_calls_of_the_neighbour_is_not_told(client, ma):
    CallFactory(by=ma, employer_name="祥云县恒达建筑有限公司", workers_affected=12)
    client.force_login(member("hotline_operator", "neighbour", region="532924").user)
    shown = client.post("/employers/sightings/", {"employer_name": "祥云恒达建筑"}).content.decode()
    assert "祥云县恒达建筑有限公司" in shown
    assert "近期没有来电" in shown


def test_the_employer_chosen_is_kept_with_the_words_of_the_caller(ma, now):
    one = entry("祥云县恒达建筑有限公司")
    call = CallFactory(by=ma, when=now, employer=one, employer_name="老恒达")
    assert (call.employer, call.employer_name) == (one, "老恒达")
    assert [proposal.pk for proposal in recognise(ma, "老恒达")] == [one.pk]


def test_the_page_of_an_employer_counts_money_once_and_takes_a_fixed_number_of_queries(
    client, zhao, case, django_assert_max_num_queries
):
    page = Employer.objects.get(name=RESPONDENT).get_absolute_url()
    client.force_login(zhao.user)
    with django_assert_max_num_queries(45) as few:
        shown = client.get(page)
    assert shown.context["money"].claimed == case.amount_claimed
    CaseFactory("mediating", mediator=case.mediator)
    with django_assert_max_num_queries(len(few)):
        again = client.get(page)
    assert again.context["money"].claimed == 2 * case.amount_claimed
