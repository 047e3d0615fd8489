"""A letter to all employers may name its season and its last day, and the template that came with the system says so."""

import json
from pathlib import Path
from typing import Any

from django.db import migrations, models
from django.utils import timezone

TEMPLATE = Path(__file__).parents[1] / "data" / "documents" / "reminder_letter.json"


def renew_template(apps: Any, schema_editor: Any) -> None:
    """A new version of today where a federation has made none of its own; a new database gets the text anyway."""
    rows = apps.get_model("casework", "DocumentTemplate").objects.using(schema_editor.connection.alias)
    for row in rows.filter(code="supervision.reminder_letter", region=None):
        if rows.filter(code=row.code).count() == 1:
            row.pk, row.version, row.valid_from = None, row.version + 1, timezone.localdate()
            row.parts = json.loads(TEMPLATE.read_text(encoding="utf-8"))["parts"]
            row.save(force_insert=True)


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0003_paper_forms"),
        ("organizations", "0001_initial"),
        ("supervision", "0004_restricted_matters"),
    ]

    operations = [
        migrations.AddField(
            model_name="supervisiondocument",
            name="occasion",
            field=models.CharField(
                blank=True,
                choices=[("festival", "Before a festival"), ("heat", "Hot weather"), ("wages", "Wage arrears")],
                max_length=8,
                verbose_name="season or occasion",
            ),
        ),
        migrations.AddField(
            model_name="supervisiondocument",
            name="valid_until",
            field=models.DateField(blank=True, null=True, verbose_name="valid until"),
        ),
        migrations.AddConstraint(
            model_name="supervisiondocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("audience", "public"),
                    models.Q(("occasion", ""), ("valid_until", None)),
                    _connector="OR",
                ),
                name="only_public_letters_have_a_season",
            ),
        ),
        migrations.RunPython(renew_template, migrations.RunPython.noop, elidable=True),
    ]
