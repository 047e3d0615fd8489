from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("hotline", "0007_telephony")]

    operations = [ProtectHistory("hotline_lineevent")]
