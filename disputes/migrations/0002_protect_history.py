from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("disputes", "0001_initial")]

    operations = [ProtectHistory("disputes_disputeevent")]
