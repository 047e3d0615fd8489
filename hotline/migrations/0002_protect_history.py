from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("hotline", "0001_initial")]

    operations = [ProtectHistory("hotline_callevent"), ProtectHistory("hotline_orderevent")]
