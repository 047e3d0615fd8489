from django.db import migrations

from casework.operations import ProtectHistory

FROZEN = ("hotline_chase", "hotline_progressreport", "hotline_circular", "hotline_circularentry")


class Migration(migrations.Migration):
    dependencies = [("hotline", "0009_follow_orders_up")]

    operations = [ProtectHistory(table) for table in FROZEN]
