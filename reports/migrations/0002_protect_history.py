from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    """History is not rewritten; a frozen figure and the record of who fetched an export stay."""

    dependencies = [("reports", "0001_initial")]

    operations = [
        ProtectHistory("reports_filingevent"),
        ProtectHistory("reports_snapshot"),
        ProtectHistory("reports_exportfetch"),
    ]
