from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("disputes", "0011_endings_archive_and_relations")]

    operations = [ProtectHistory("disputes_destructionrecord")]
