from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("disputes", "0009_agreements_and_ways")]
    operations = [
        ProtectHistory("disputes_routeevent"),
        ProtectHistory("disputes_payment"),
        ProtectHistory("disputes_paymentshare"),
        ProtectHistory("disputes_agreementsignature"),
    ]
