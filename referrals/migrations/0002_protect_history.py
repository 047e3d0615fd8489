from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_initial")]

    operations = [ProtectHistory("referrals_referralevent")]
