"""The ledger has the payments after a referral, and what is entered there marks the months of the referral."""

from dataclasses import asdict

from django.db import migrations, models

from reports.operations import Child, MarkStale

BEFORE = MarkStale(
    kind="referral",
    table="referrals_referral",
    days=(
        "f.sent_on", "f.acked_on", "f.result_on", "(f.opened_at AT TIME ZONE 'Asia/Shanghai')::date",
    ),
    watched=(
        "scope", "state", "direction", "authority_id", "opened_at", "sent_on", "acked_on", "decided_on", "result_on",
        "returned_code",
    ),
    children=(Child("referrals_referraldeadline", "file_id", ("c.due_on",), ("file_id", "rule_id", "due_on")),),
)
PAID = Child(
    "referrals_referralrecovery", "file_id", ("c.paid_on",), ("file_id", "paid_on", "amount", "kind", "person_count")
)
AFTER = MarkStale(**{**asdict(BEFORE.source), "children": (*BEFORE.source.children, PAID)})


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0004_days_and_passwords'),
        ('referrals', '0003_what_is_paid_after_a_referral'),
    ]

    operations = [
        migrations.AddField(
            model_name='referralmonth',
            name='recovered',
            field=models.DecimalField(decimal_places=2, default=0, max_digits=18),
        ),
        migrations.AddField(
            model_name='referralmonth',
            name='recovered_compensation',
            field=models.DecimalField(decimal_places=2, default=0, max_digits=18),
        ),
        migrations.AddField(
            model_name='referralmonth',
            name='recovered_injury',
            field=models.DecimalField(decimal_places=2, default=0, max_digits=18),
        ),
        migrations.AddField(
            model_name='referralmonth',
            name='recovered_other',
            field=models.DecimalField(decimal_places=2, default=0, max_digits=18),
        ),
        migrations.AddField(
            model_name='referralmonth',
            name='recovered_persons',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='referralmonth',
            name='recovered_social_insurance',
            field=models.DecimalField(decimal_places=2, default=0, max_digits=18),
        ),
        migrations.AddField(
            model_name='referralmonth',
            name='recovered_wages',
            field=models.DecimalField(decimal_places=2, default=0, max_digits=18),
        ),
        migrations.RunSQL(BEFORE.reverse_sql, BEFORE.sql),
        AFTER,
    ]
