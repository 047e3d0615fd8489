from django.db import migrations

from casework.operations import ProtectHistory


class Migration(migrations.Migration):
    dependencies = [("referrals", "0006_ways_questions_and_joint_matters")]

    operations = [ProtectHistory("referrals_jointevent")]
