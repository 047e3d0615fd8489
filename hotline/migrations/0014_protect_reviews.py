from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("hotline", "0013_quality_and_imports")]

    operations = [ProtectHistory("hotline_reviewevent")]
