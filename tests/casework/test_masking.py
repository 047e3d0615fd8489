import pytest

from casework.masking import mask_bank_card, mask_id_number, mask_name, mask_phone


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张某"),
        ("张小明", "张某某"),
        ("范陈丽英", "范某某"),
        ("欧阳锋", "欧阳某"),
        ("欧阳小锋", "欧阳某某"),
        ("欧阳", "欧某"),
        ("王", "王某"),
        ("阿依古丽·买买提", "阿依古丽·某某"),
        ("岩•温香", "岩·某某"),
        ("John Smith", "J***"),
        ("  李四 ", "李某"),
        ("", ""),
    ],
)
def test_of_a_name_only_the_surname_is_left(name, masked):
    assert mask_name(name) == masked


@pytest.mark.parametrize("name", ["张三", "欧阳小锋", "阿依古丽·买买提", "John Smith"])
def test_of_a_minors_name_nothing_is_left(name):
    assert mask_name(name, minor=True) == "某某"


@pytest.mark.parametrize(
    "name", ["祥云县某某建筑有限公司", "大理某餐饮有限公司\uff08下关店\uff09", "云南驿镇老王米线店", "祥云县人民法院"]
)
def test_names_of_organisations_are_not_masked(name):
    assert mask_name(name) == name


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812345678", "138****5678"),
        ("138-1234-5678", "138****5678"),
        ("+86 138 1234 5678", "138****5678"),
        ("0872-3123456", "0872-*****56"),
        ("08723123456", "0872-*****56"),
        ("010-12345678", "010-******78"),
        ("01012345678", "010-******78"),
        ("(0871)63123456", "0871-******56"),
        ("3123456", "*****56"),
        ("12", "**"),
        ("", ""),
    ],
)
def test_of_a_phone_number_too_little_is_left_to_ring_it(phone, masked):
    assert mask_phone(phone) == masked


def test_of_an_id_number_the_first_three_and_last_four_are_left():
    assert mask_id_number("53292319900101123X") == "532***********123X"


def test_a_short_document_number_is_wholly_hidden():
    assert mask_id_number("E1234567") == "********"


def test_of_a_bank_card_the_last_four_are_left():
    assert mask_bank_card("6222 0212 3456 7890") == "************7890"
