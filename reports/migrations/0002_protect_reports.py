from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_reports_filed")]

    operations = [ProtectHistory("reports_filingevent"), ProtectHistory("reports_snapshot")]
