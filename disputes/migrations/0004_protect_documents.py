from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("disputes", "0003_case_documents")]

    operations = [ProtectHistory("disputes_casedocument")]
