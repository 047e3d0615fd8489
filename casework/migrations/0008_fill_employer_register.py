from itertools import islice

from django.db import migrations

from casework.employers import keys_of
from casework.operations import ProtectHistory

BATCH = 1000


def fill(apps, schema_editor):
    """Names, telephones and search keys for the employers that are in the register already."""
    employers = apps.get_model("casework", "Employer").objects.order_by("pk").iterator(BATCH)
    while batch := list(islice(employers, BATCH)):
        fill_batch(apps, batch)


def fill_batch(apps, batch):
    name, phone, key = (apps.get_model("casework", f"Employer{kind}") for kind in ("Name", "Phone", "Key"))
    name.objects.bulk_create(name(employer=row, text=row.name, kind="official") for row in batch)
    phone.objects.bulk_create(phone(employer=row, number=row.phone) for row in batch if row.phone)
    key.objects.bulk_create(
        key(employer=row, **columns)
        for row in batch
        for columns in keys_of([(row.name, row.region_id or "")], division=row.region_id or "")
    )


class Migration(migrations.Migration):
    dependencies = [("casework", "0007_imports")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        ProtectHistory("casework_employerevent"),
    ]
