import base64
from io import StringIO

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.test.utils import isolate_apps

from casework.secrets import vault
from casework.secrets.ciphers import AesGcm, Sm4Gcm
from casework.secrets.errors import UnreadableSecret
from casework.secrets.fields import BlindIndexed, BlindIndexField, EncryptedTextField, by_blind
from casework.secrets.keyring import parse
from casework.secrets.rotation import rotate, stale


def key(byte):
    return base64.b64encode(bytes([byte]) * 32).decode()


OLD, NEW = f"old:{key(1)}", f"new:{key(2)}"


def digits(text):
    return "".join(sign for sign in text if sign.isdigit())


@pytest.fixture(autouse=True)
def keys(settings):
    settings.FIELD_KEYS = OLD
    settings.FIELD_CIPHER = "aes"


@pytest.fixture(params=["aes", "sm4"])
def cipher(request, settings):
    settings.FIELD_CIPHER = request.param
    return request.param


def test_what_is_sealed_opens_again(cipher):
    token = vault.seal("13812345678 张某某", "person.phone")
    assert token.startswith(f"v1.{cipher}.old.")
    assert vault.unseal(token, "person.phone") == "13812345678 张某某"


def test_the_same_text_is_never_sealed_the_same_way_twice(cipher):
    assert vault.seal("13812345678", "person.phone") != vault.seal("13812345678", "person.phone")


def test_a_sealed_value_does_not_open_in_another_column(cipher):
    token = vault.seal("13812345678", "person.phone")
    with pytest.raises(UnreadableSecret):
        vault.unseal(token, "person.id_number")


def test_a_changed_value_does_not_open(cipher):
    head, _, body = vault.seal("13812345678", "person.phone").rpartition(".")
    for place in range(len(body) - 1):
        changed = body[:place] + ("A" if body[place] != "A" else "B") + body[place + 1 :]
        with pytest.raises(UnreadableSecret):
            vault.unseal(f"{head}.{changed}", "person.phone")


@pytest.mark.parametrize(
    "token", ["", "13812345678", "v1.aes.old.", "v1.aes.old.AAAA", "v2.aes.old.AAAA", "v1.des.old.A", "v1.aes.x.A"]
)
def test_what_is_no_sealed_value_does_not_open(token):
    with pytest.raises(UnreadableSecret):
        vault.unseal(token, "person.phone")


def test_a_former_key_still_opens_and_the_current_one_seals(settings):
    token = vault.seal("13812345678", "person.phone")
    settings.FIELD_KEYS = f"{NEW},{OLD}"
    assert vault.unseal(token, "person.phone") == "13812345678"
    assert vault.seal("13812345678", "person.phone").startswith("v1.aes.new.")


def test_a_value_under_a_removed_key_does_not_open(settings):
    token = vault.seal("13812345678", "person.phone")
    settings.FIELD_KEYS = NEW
    with pytest.raises(UnreadableSecret):
        vault.unseal(token, "person.phone")


def test_values_of_both_ciphers_stay_readable_side_by_side(settings):
    token = vault.seal("13812345678", "person.phone")
    settings.FIELD_CIPHER = "sm4"
    assert vault.unseal(token, "person.phone") == "13812345678"


def test_sm4_gcm_gives_the_published_test_vector():
    cipher = Sm4Gcm(bytes.fromhex("0123456789abcdeffedcba9876543210"))
    plain = bytes.fromhex("aa" * 8 + "bb" * 8 + "cc" * 8 + "dd" * 8 + "ee" * 8 + "ff" * 8 + "ee" * 8 + "aa" * 8)
    nonce, context = (
        bytes.fromhex("00001234567800000000abcd"),
        bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
    )
    sealed = (
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
        "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
        "83de3541e4c2b58177e065a9bf7b62ec"
    )
    assert cipher.encrypt(nonce, plain, context).hex() == sealed
    assert cipher.decrypt(nonce, bytes.fromhex(sealed), context) == plain


def test_aes_is_plain_aes_256_gcm():
    cipher = AesGcm(bytes(32))
    sealed = cipher.seal(b"plain", b"context")
    assert AESGCM(bytes(32)).decrypt(sealed[:12], sealed[12:], b"context") == b"plain"


@pytest.mark.parametrize(
    "text",
    ["", "a:short", f"a:{key(1)},a:{key(2)}", f"a b:{key(1)}", "a:" + "!" * 44, f"{key(1)},{key(1)}"],
)
def test_a_malformed_ring_is_refused_without_showing_a_key(text):
    with pytest.raises(ImproperlyConfigured) as refused:
        parse(text)
    assert key(1) not in str(refused.value)


def test_a_key_without_an_id_is_known_wherever_it_stands():
    alone, behind = parse(key(1)), parse(f"{key(2)},{key(1)}")
    assert alone.current in behind.keys
    assert alone.current != behind.current


def test_a_list_of_keys_is_a_ring_too(settings):
    token = vault.seal("text", "c")
    settings.FIELD_KEYS = [NEW, OLD]
    assert vault.unseal(token, "c") == "text"


def test_an_unknown_cipher_is_refused(settings):
    settings.FIELD_CIPHER = "des"
    with pytest.raises(ImproperlyConfigured):
        vault.seal("text", "c")


def test_keys_for_different_purposes_differ():
    ring = parse(OLD)
    derived = {ring.derive("old", purpose, 32) for purpose in ("seal aes", "seal sm4", "blind person.phone")}
    assert len(derived) == 3
    assert ring.keys["old"] not in derived


def test_a_ring_does_not_show_its_keys():
    assert "\\x01" not in repr(parse(OLD))


@pytest.fixture
def person():
    """A table of its own, gone with the test's transaction."""
    with isolate_apps("casework"):

        class Person(BlindIndexed):
            phone = EncryptedTextField(blank=True)
            note = EncryptedTextField(null=True)
            place = models.CharField(max_length=20, default="")
            phone_index = BlindIndexField(of="phone", normalise=digits)

            class Meta:
                app_label = "casework"

        yield Person


@pytest.fixture
def table(person, db, monkeypatch):
    with connection.schema_editor(atomic=True) as editor:
        editor.create_model(person)
    monkeypatch.setattr("casework.secrets.rotation.apps.get_models", lambda **_: [person])
    return person


def raw(model, column="phone"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {model._meta.db_table} ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def test_a_column_is_sealed_in_the_database_and_plain_in_python(table):
    table.objects.create(phone="138 1234 5678", note=None)
    assert raw(table)[0].startswith("v1.aes.old.")
    assert raw(table, "note") == [None]
    assert table.objects.get().phone == "138 1234 5678"
    assert table.objects.values_list("phone", flat=True).get() == "138 1234 5678"


def test_nothing_is_sealed_as_nothing(table):
    table.objects.create(phone="")
    assert raw(table) == [""]
    assert raw(table, "phone_index") == [""]


def test_updates_and_bulk_writes_are_sealed_too(table):
    rows = table.objects.bulk_create([table(phone="1"), table(phone="2")])
    table.objects.filter(pk=rows[0].pk).update(phone="3")
    rows[1].phone = "4"
    table.objects.bulk_update([rows[1]], ["phone"])
    assert all(value.startswith("v1.") for value in raw(table))
    assert list(table.objects.order_by("pk").values_list("phone", flat=True)) == ["3", "4"]


@pytest.mark.parametrize("lookup", ["phone", "phone__contains", "phone__in", "phone__startswith", "phone__lower"])
def test_a_sealed_column_cannot_be_searched(person, lookup):
    with pytest.raises(FieldError, match="blind index"):
        person.objects.filter(**{lookup: "138"})


def test_whether_something_is_there_may_be_asked(table):
    table.objects.create(note=None)
    assert table.objects.filter(note__isnull=True).exists()


def test_a_person_is_found_by_any_spelling_of_the_number(table):
    someone = table.objects.create(phone="138-1234-5678")
    index = table._meta.get_field("phone_index")
    assert table.objects.filter(by_blind(index, "138 1234 5678")).get() == someone
    assert not table.objects.filter(by_blind(index, "13812345679")).exists()


def test_searching_for_nothing_finds_nobody(table):
    table.objects.create(phone="")
    assert not table.objects.filter(by_blind(table._meta.get_field("phone_index"), " ")).exists()


def test_a_person_is_found_under_a_former_key(table, settings):
    someone = table.objects.create(phone="13812345678")
    settings.FIELD_KEYS = f"{NEW},{OLD}"
    assert table.objects.filter(by_blind(table._meta.get_field("phone_index"), "13812345678")).get() == someone


def test_saving_a_field_alone_saves_its_index(table):
    someone = table.objects.create(phone="13812345678")
    someone.phone = "13987654321"
    someone.save(update_fields=["phone"])
    assert table.objects.filter(by_blind(table._meta.get_field("phone_index"), "13987654321")).exists()


def test_saving_other_fields_leaves_the_index_alone(table):
    someone = table.objects.create(phone="13812345678")
    before = raw(table, "phone_index")
    someone.place = "532923"
    someone.save(update_fields=["place"])
    assert raw(table, "phone_index") == before


def test_indexes_of_two_columns_cannot_be_compared(person):
    assert vault.fingerprint("1", "person.phone") != vault.fingerprint("1", "person.id_number")


def test_rotation_reseals_every_row_and_lets_the_former_key_go(table, settings):
    table.objects.bulk_create([table(phone=str(n), note="n" if n % 2 else None) for n in range(7)])
    settings.FIELD_KEYS = f"{NEW},{OLD}"
    assert list(rotate(table, 3))[-1].done == 7
    settings.FIELD_KEYS = NEW
    assert list(table.objects.order_by("pk").values_list("phone", flat=True)) == [str(n) for n in range(7)]
    assert table.objects.filter(by_blind(table._meta.get_field("phone_index"), "6")).exists()


def test_rotation_stopped_half_way_goes_on_with_the_rest(table, settings):
    table.objects.bulk_create([table(phone=str(n)) for n in range(6)])
    settings.FIELD_KEYS = f"{NEW},{OLD}"
    next(rotate(table, 2))
    assert stale(table).count() == 4
    assert list(rotate(table, 10))[-1].done == 4
    assert not stale(table).exists()


def test_rotation_changes_the_cipher_too(table, settings):
    table.objects.create(phone="1")
    settings.FIELD_CIPHER = "sm4"
    list(rotate(table))
    assert raw(table)[0].startswith("v1.sm4.old.")


def test_the_command_says_what_it_did(table, settings):
    table.objects.create(phone="1")
    settings.FIELD_KEYS = f"{NEW},{OLD}"
    out = StringIO()
    call_command("rotate_field_keys", dry_run=True, stdout=out)
    assert "1 rows under former keys" in out.getvalue()
    call_command("rotate_field_keys", stdout=out)
    assert "Former keys may be removed" in out.getvalue()


def test_the_command_names_rows_it_cannot_read_and_reseals_the_others(table, settings):
    lost = table.objects.create(phone="1")
    settings.FIELD_KEYS = NEW
    table.objects.create(phone="2")
    with pytest.raises(CommandError, match=str(lost.pk)):
        call_command("rotate_field_keys", stdout=StringIO())
    assert list(stale(table).values_list("pk", flat=True)) == [lost.pk]


def test_a_migration_shows_neither_key_nor_fixed_settings(person):
    written = MigrationWriter.serialize(person._meta.get_field("phone_index"))[0]
    assert "of='phone'" in written
    assert "max_length" not in written
    assert key(1) not in written
    assert "EncryptedTextField(blank=True)" in MigrationWriter.serialize(person._meta.get_field("phone"))[0]


def test_a_field_rebuilt_from_a_migration_is_the_same(person):
    field = person._meta.get_field("phone_index")
    assert field.clone().deconstruct()[1:] == field.deconstruct()[1:]


@isolate_apps("casework")
def test_an_index_that_would_fall_behind_is_reported():
    class Loose(models.Model):  # noqa: DJ008
        phone_index = BlindIndexField(of="phone")

        class Meta:
            app_label = "casework"

    assert {problem.id for problem in Loose.check()} >= {"casework.E001", "casework.E002"}
