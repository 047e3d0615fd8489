import django.db.models.deletion
from django.db import migrations, models

MOVE = """
    INSERT INTO disputes_paymentreason (file_id, payment_id, text)
    SELECT file_id, id, reason FROM disputes_payment WHERE reason <> ''
"""
# The ledger refuses UPDATE, also on the way back: there the words are lost with the table.
BACK = migrations.RunSQL.noop


class Migration(migrations.Migration):

    dependencies = [
        ('disputes', '0002_history_and_search_texts'),
    ]

    operations = [
        migrations.CreateModel(
            name='PaymentReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='reason')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payment_reasons', to='disputes.disputecase')),
                ('payment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='taken_back_because', to='disputes.payment', verbose_name='payment')),
            ],
            options={
                'verbose_name': 'reason of a payment taken back',
                'verbose_name_plural': 'reasons of payments taken back',
            },
        ),
        migrations.RunSQL(MOVE, BACK),
        migrations.RemoveField(
            model_name='payment',
            name='reason',
        ),
    ]
