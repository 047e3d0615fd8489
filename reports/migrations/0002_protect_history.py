from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    """History is not rewritten; a frozen figure and the record of who fetched an export stay."""

    replaces = [
        ("reports", "0001_reports_filed"),
        ("reports", "0002_protect_reports"),
        ("reports", "0003_exports"),
        ("reports", "0004_rollups"),
    ]
    dependencies = [("reports", "0001_initial")]

    operations = [
        ProtectHistory("reports_filingevent"),
        ProtectHistory("reports_snapshot"),
        ProtectHistory("reports_exportfetch"),
    ]
