import uuid

from django.db import migrations, models


def first_version(apps, schema_editor):
    apps.get_model("organizations", "ReferenceState").objects.create()


class Migration(migrations.Migration):
    dependencies = [("organizations", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="ReferenceState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.UUIDField(default=uuid.uuid4, verbose_name="version")),
            ],
            options={"verbose_name": "state of the rules", "verbose_name_plural": "state of the rules"},
        ),
        migrations.RunPython(first_version, migrations.RunPython.noop),
    ]
