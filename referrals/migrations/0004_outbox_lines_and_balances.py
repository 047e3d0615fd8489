import hashlib
import json

import casework.secrets.fields
import django.db.models.deletion
import referrals.clock
import referrals.models.endpoints
from django.conf import settings
from django.db import migrations, models

# A message is its number, its bytes and the file in whose order it comes; what nobody received and nobody withdrew is
# kept whatever happens.
KEEP = """
    CREATE FUNCTION referrals_delivery_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'DELETE' THEN
            IF OLD.done_at IS NULL AND OLD.cancelled_at IS NULL THEN
                RAISE EXCEPTION 'an undelivered message is never deleted';
            END IF;
            RETURN OLD;
        END IF;
        IF (OLD.message_id, OLD.digest, OLD.source, OLD.authority_id, OLD.referral_id)
            IS DISTINCT FROM (NEW.message_id, NEW.digest, NEW.source, NEW.authority_id, NEW.referral_id) THEN
            RAISE EXCEPTION 'a message is fixed once it is queued';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER referrals_delivery_keep BEFORE UPDATE OR DELETE ON referrals_delivery
    FOR EACH ROW EXECUTE FUNCTION referrals_delivery_keep();
"""
FREE = "DROP TRIGGER referrals_delivery_keep ON referrals_delivery; DROP FUNCTION referrals_delivery_keep();"


def fix_bodies(apps, schema_editor):
    """What was queued before stood as JSON: it becomes the text that is sent, sealed, with its digest."""
    model = apps.get_model("referrals", "Delivery")
    for row in model.objects.select_related("referral__authority").iterator(500):
        row.body = json.dumps(row.told, ensure_ascii=False, separators=(",", ":"))
        row.digest = hashlib.sha256(row.body.encode()).hexdigest()
        row.authority_id = row.referral.authority_id
        row.parked_reason = "exhausted" if row.parked_at else ""
        row.save(update_fields=["body", "digest", "authority", "parked_reason"])


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0001_initial'),
        ('referrals', '0003_content_of_each_kind'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Balance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=referrals.clock.ClockTimestamp(), db_index=True, verbose_name='counted at')),
                ('accepted', models.PositiveBigIntegerField(verbose_name='accepted for delivery')),
                ('delivered', models.PositiveBigIntegerField(verbose_name='delivered')),
                ('pending', models.PositiveBigIntegerField(verbose_name='under way')),
                ('parked', models.PositiveBigIntegerField(verbose_name='given up, with a person')),
                ('cancelled', models.PositiveBigIntegerField(verbose_name='withdrawn by a person')),
                ('lag', models.PositiveIntegerField(default=0, verbose_name='seconds late')),
            ],
            options={
                'verbose_name': 'balance of deliveries',
                'verbose_name_plural': 'balances of deliveries',
                'get_latest_by': 'at',
            },
        ),
        migrations.CreateModel(
            name='Circuit',
            fields=[
                ('authority', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='circuit', serialize=False, to='organizations.authority', verbose_name='receiving authority')),
                ('at_once', models.PositiveSmallIntegerField(db_default=4, default=4, verbose_name='messages at a time')),
                ('failures', models.PositiveIntegerField(db_default=0, default=0, verbose_name='failures in a row')),
                ('probe_at', models.DateTimeField(blank=True, null=True, verbose_name='tried again from')),
            ],
            options={
                'verbose_name': 'line to an authority',
                'verbose_name_plural': 'lines to authorities',
            },
        ),
        migrations.CreateModel(
            name='Endpoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=300, validators=[referrals.models.endpoints.plain_https], verbose_name='address')),
                ('active', models.BooleanField(default=True, verbose_name='in use')),
                ('secret', casework.secrets.fields.EncryptedTextField(default=referrals.models.endpoints.fresh_secret, editable=False, verbose_name='secret')),
                ('former_secret', casework.secrets.fields.EncryptedTextField(blank=True, editable=False, verbose_name='former secret, still valid')),
            ],
            options={
                'verbose_name': 'address of an authority',
                'verbose_name_plural': 'addresses of authorities',
            },
        ),
        migrations.RemoveIndex(
            model_name='delivery',
            name='delivery_due',
        ),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AddField(
            model_name='delivery',
            name='authority',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='organizations.authority', verbose_name='receiving authority'),
        ),
        migrations.AddField(
            model_name='delivery',
            name='digest',
            field=models.CharField(default="", max_length=64, verbose_name='SHA-256 of what is sent'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='delivery',
            name='leased_until',
            field=models.DateTimeField(null=True, verbose_name='leased until'),
        ),
        migrations.AddField(
            model_name='delivery',
            name='matter',
            field=models.CharField(choices=[('referral.sent', 'Referral'), ('referral.recalled', 'Notice of a recall'), ('referral.received', 'Receipt'), ('referral.result', 'Result')], default='referral.sent', max_length=20, verbose_name='what is told'),
        ),
        migrations.AddField(
            model_name='delivery',
            name='parked_reason',
            field=models.CharField(blank=True, choices=[('exhausted', 'Ten days of attempts in vain'), ('gone', 'The receiving system takes no messages any more'), ('altered', 'What is kept differs from what was approved')], max_length=10, verbose_name='why it was given up'),
        ),
        migrations.AddField(
            model_name='delivery',
            name='passed_at',
            field=models.DateTimeField(null=True, verbose_name='later messages let past'),
        ),
        migrations.AddField(
            model_name='deliveryattempt',
            name='status',
            field=models.PositiveSmallIntegerField(null=True, verbose_name='status of the answer'),
        ),
        migrations.RenameField(model_name='delivery', old_name='body', new_name='told'),
        migrations.AddField(
            model_name='delivery',
            name='body',
            field=casework.secrets.fields.EncryptedTextField(default="", verbose_name='what is sent'),
            preserve_default=False,
        ),
        migrations.RunPython(fix_bodies, migrations.RunPython.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RemoveField(model_name='delivery', name='told'),
        migrations.AlterField(
            model_name='delivery',
            name='authority',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='organizations.authority', verbose_name='receiving authority'),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='channel',
            field=models.CharField(choices=[('desk', "The authority's desk in this system"), ('http', 'From system to system'), ('paper', 'On paper')], max_length=10, verbose_name='way of delivery'),
        ),
        migrations.AlterField(
            model_name='referral',
            name='channel',
            field=models.CharField(choices=[('desk', "The authority's desk in this system"), ('http', 'From system to system'), ('paper', 'On paper')], default='desk', max_length=10, verbose_name='way of delivery'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('cancelled_at', None), ('done_at', None), ('parked_at', None)), fields=['authority', 'next_attempt_at', 'id'], name='delivery_due'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('cancelled_at', None), ('done_at', None), ('lease__isnull', False), ('parked_at', None)), fields=['authority', 'leased_until'], name='delivery_under_way'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('parked_at__isnull', False)), fields=['parked_at'], name='delivery_parked'),
        ),
        migrations.AddIndex(
            model_name='referralevent',
            index=models.Index(condition=models.Q(('verb__in', ('enqueue', 'enqueue_notice'))), fields=['id'], name='referral_accepted'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(('parked_at', None), models.Q(('parked_reason', ''), _negated=True), _connector='OR'), name='delivery_parked_for_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='circuit',
            constraint=models.CheckConstraint(condition=models.Q(('at_once__gte', 1)), name='circuit_lets_one_through'),
        ),
        migrations.AddField(
            model_name='endpoint',
            name='authority',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='endpoint', to='organizations.authority', verbose_name='receiving authority'),
        ),
        migrations.AddField(
            model_name='endpoint',
            name='confirmed_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by'),
        ),
        migrations.AddField(
            model_name='endpoint',
            name='entered_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by'),
        ),
        migrations.AddConstraint(
            model_name='endpoint',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_by', None), models.Q(('confirmed_by', models.F('entered_by')), _negated=True), _connector='OR'), name='endpoint_is_kept_by_two'),
        ),
        migrations.RunSQL(KEEP, FREE),
    ]
