import casework.secrets.fields
import datetime
import django.db.models.deletion
import django.db.models.expressions
import referrals.clock
import referrals.models.deliveries
import referrals.models.endpoints
from django.conf import settings
from django.db import migrations, models

from casework.operations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_initial'),
        ('disputes', '0001_initial'),
        ('hotline', '0001_initial'),
        ('organizations', '0001_initial'),
        ('supervision', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
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
                name='Heartbeat',
                fields=[
                    ('part', models.CharField(max_length=20, primary_key=True, serialize=False, verbose_name='part')),
                    ('at', models.DateTimeField(verbose_name='last sign of life')),
                ],
                options={
                    'verbose_name': 'sign of life',
                    'verbose_name_plural': 'signs of life',
                },
            ),
            migrations.CreateModel(
                name='ReferralKind',
                fields=[
                    ('code', models.CharField(max_length=30, primary_key=True, serialize=False, verbose_name='code')),
                    ('label', models.CharField(max_length=60, verbose_name='name of the kind')),
                    ('direction', models.CharField(choices=[('out', 'Outgoing'), ('in', 'Incoming'), ('both', 'Both ways'), ('internal', 'Within the union')], max_length=8, verbose_name='direction')),
                    ('authority_kind', models.CharField(blank=True, choices=[('court', "People's court"), ('procuratorate', "People's procuratorate"), ('hr', 'Human resources and social security office'), ('justice', 'Justice bureau'), ('other', 'Other authority'), ('union', 'Legal-aid centre of the union')], max_length=15, verbose_name='addressee')),
                    ('acts', models.JSONField(default=list, verbose_name='acts possible, the usual one first')),
                    ('ack_rule', models.CharField(max_length=50, verbose_name='period for signing')),
                    ('urgent_ack_rule', models.CharField(blank=True, max_length=50, verbose_name='period for signing, urgent')),
                    ('decision_rule', models.CharField(blank=True, max_length=50, verbose_name='period for taking it on')),
                    ('result_rule', models.CharField(max_length=50, verbose_name='period for the result')),
                    ('result_from', models.CharField(choices=[('sent', 'The day it was sent'), ('accepted', 'The day the authority took it on')], default='sent', max_length=8, verbose_name='result counted from')),
                    ('extension_rule', models.CharField(blank=True, max_length=50, verbose_name='extension of the period for the result')),
                    ('feedback_rule', models.CharField(blank=True, max_length=50, verbose_name='period for telling the union of a result')),
                    ('taken_on_rule', models.CharField(blank=True, max_length=50, verbose_name='period that begins when the union takes it on')),
                    ('by_agreement', models.BooleanField(default=False, verbose_name='the day of the result may be agreed')),
                    ('needs_approval', models.BooleanField(default=True, verbose_name='a leader approves it')),
                    ('needs_papers', models.BooleanField(default=False, verbose_name='papers must go with it')),
                    ('grounds', models.JSONField(default=list, verbose_name='grounds for passing personal data on')),
                    ('basis', models.CharField(blank=True, max_length=300, verbose_name='legal basis')),
                    ('shares', models.JSONField(default=list, verbose_name='data that may be passed on')),
                    ('fields', models.JSONField(default=list, verbose_name='what is told besides')),
                    ('papers', models.JSONField(default=list, verbose_name='papers (code, name, needed)')),
                    ('outcomes', models.JSONField(default=list, verbose_name='outcomes (code and name)')),
                    ('outcome_rules', models.JSONField(default=dict, verbose_name='periods that begin with an outcome')),
                    ('origin', models.CharField(blank=True, max_length=20, verbose_name='origin of the case it opens')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'verbose_name': 'kind of referral',
                    'verbose_name_plural': 'kinds of referral',
                    'ordering': ('position', 'code'),
                },
            ),
            migrations.CreateModel(
                name='AuthorityReach',
                fields=[
                    ('authority', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='reach', serialize=False, to='organizations.authority', verbose_name='authority')),
                    ('channel', models.CharField(choices=[('desk', "The authority's desk in this system"), ('email', 'By e-mail with a link'), ('package', 'As an offline package'), ('http', 'From system to system'), ('paper', 'On paper')], max_length=10, verbose_name='way of delivery')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address for links')),
                    ('code_email', models.EmailField(blank=True, max_length=254, verbose_name='another address, for codes')),
                    ('package_key', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='key of offline packages')),
                ],
                options={
                    'verbose_name': 'way to an authority',
                    'verbose_name_plural': 'ways to authorities',
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('channel', 'email'), _negated=True), models.Q(('email', ''), _negated=True), _connector='OR'), name='link_has_an_address'), models.CheckConstraint(condition=models.Q(('code_email', ''), models.Q(('code_email', models.F('email')), _negated=True), _connector='OR'), name='code_goes_another_way')],
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
                    'constraints': [models.CheckConstraint(condition=models.Q(('at_once__gte', 1)), name='circuit_lets_one_through')],
                },
            ),
            migrations.CreateModel(
                name='Delivery',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('message_id', models.UUIDField(default=referrals.models.deliveries.message_id, editable=False, unique=True, verbose_name='message')),
                    ('matter', models.CharField(choices=[('referral.sent', 'Referral'), ('referral.recalled', 'Notice of a recall'), ('referral.received', 'Receipt'), ('referral.accepted', 'Taken on'), ('referral.returned', 'Sent back'), ('referral.result', 'Result'), ('referral.link', 'New link')], default='referral.sent', max_length=20, verbose_name='what is told')),
                    ('authority_kind', models.CharField(choices=[('court', "People's court"), ('procuratorate', "People's procuratorate"), ('hr', 'Human resources and social security office'), ('justice', 'Justice bureau'), ('other', 'Other authority'), ('union', 'Legal-aid centre of the union')], max_length=15, verbose_name='queue')),
                    ('channel', models.CharField(choices=[('desk', "The authority's desk in this system"), ('email', 'By e-mail with a link'), ('package', 'As an offline package'), ('http', 'From system to system'), ('paper', 'On paper')], max_length=10, verbose_name='way of delivery')),
                    ('source', models.CharField(max_length=30, verbose_name='source file')),
                    ('body', casework.secrets.fields.EncryptedTextField(verbose_name='what is sent')),
                    ('digest', models.CharField(max_length=64, verbose_name='SHA-256 of what is sent')),
                    ('queued_at', models.DateTimeField(verbose_name='queued')),
                    ('next_attempt_at', models.DateTimeField(db_default=referrals.clock.ClockTimestamp(), verbose_name='next attempt')),
                    ('give_up_at', models.DateTimeField(db_default=django.db.models.expressions.CombinedExpression(referrals.clock.ClockTimestamp(), '+', models.Value(datetime.timedelta(days=10))), verbose_name='tried until')),
                    ('lease', models.UUIDField(null=True, verbose_name='lease')),
                    ('leased_until', models.DateTimeField(null=True, verbose_name='leased until')),
                    ('attempts', models.PositiveIntegerField(default=0, verbose_name='attempts')),
                    ('done_at', models.DateTimeField(null=True, verbose_name='delivered')),
                    ('parked_at', models.DateTimeField(null=True, verbose_name='parked')),
                    ('parked_reason', models.CharField(blank=True, choices=[('exhausted', 'Ten days of attempts in vain'), ('gone', 'The receiving system takes no messages any more'), ('carried', 'Made, and waiting to be carried there'), ('altered', 'What is kept differs from what was approved')], max_length=10, verbose_name='why it was given up')),
                    ('passed_at', models.DateTimeField(null=True, verbose_name='later messages let past')),
                    ('cancelled_at', models.DateTimeField(null=True, verbose_name='withdrawn')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='organizations.authority', verbose_name='receiving authority')),
                ],
                options={
                    'verbose_name': 'delivery',
                    'verbose_name_plural': 'deliveries',
                },
            ),
            migrations.CreateModel(
                name='JointDeadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('started_on', models.DateField(verbose_name='started')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='met')),
                    ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.deadlinerule', verbose_name='rule')),
                ],
                options={
                    'ordering': ('started_on', 'pk'),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='JointExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='referrals.jointdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='JointMatter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('open', 'Answers outstanding'), ('closed', 'Joint matter concluded')], default='open', max_length=24, verbose_name='state')),
                    ('subject', models.CharField(max_length=200, verbose_name='subject')),
                    ('facts', models.TextField(verbose_name='facts')),
                    ('conclusion', models.TextField(blank=True, verbose_name='conclusion')),
                    ('closed_on', models.DateField(null=True, verbose_name='concluded on')),
                    ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joint_matters', to='disputes.disputecase')),
                    ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joint_matters', to='supervision.supervisiondocument')),
                    ('order', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joint_matters', to='hotline.workorder')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                    ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='responsible officer')),
                ],
                options={
                    'verbose_name': 'joint matter',
                    'verbose_name_plural': 'joint matters',
                },
            ),
            migrations.CreateModel(
                name='JointEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='referrals.jointmatter')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='JointAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='referrals.jointmatter')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='JointPause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='referrals.jointdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Referral',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('act', models.CharField(choices=[('keep', 'Refer and keep the file'), ('transfer', 'Transfer: the file leaves when it is taken on'), ('advice', 'Ask for advice')], default='keep', max_length=8, verbose_name='what the union does with its file')),
                    ('details', models.JSONField(blank=True, default=dict, verbose_name='details of the kind')),
                    ('special_groups', models.JSONField(blank=True, default=list, verbose_name='special groups')),
                    ('enclosed', models.JSONField(blank=True, default=list, verbose_name='papers enclosed')),
                    ('shared', models.JSONField(blank=True, default=list, verbose_name='data passed on')),
                    ('passed', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='data passed on, in full')),
                    ('consent_on', models.DateField(blank=True, null=True, verbose_name='the person concerned agreed on')),
                    ('legal_basis', models.CharField(blank=True, max_length=300, verbose_name='legal basis')),
                    ('agreed_due_on', models.DateField(blank=True, null=True, verbose_name='result agreed for')),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved to be sent'), ('queued', 'Being delivered'), ('sent', 'Delivered, not yet signed for'), ('send_failed', 'Delivery failed'), ('acknowledged', 'Signed for'), ('accepted', 'Taken on'), ('returned', 'Returned by the authority'), ('completed', 'Result received'), ('closed', 'Closed'), ('recalled', 'Recalled')], default='draft', max_length=24, verbose_name='state')),
                    ('direction', models.CharField(choices=[('outgoing', 'Outgoing'), ('incoming', 'Incoming')], default='outgoing', max_length=8, verbose_name='direction')),
                    ('override_reason', models.CharField(blank=True, max_length=200, verbose_name='why not the office in charge')),
                    ('subject', models.CharField(max_length=200, verbose_name='subject')),
                    ('facts', models.TextField(verbose_name='facts')),
                    ('request', models.TextField(verbose_name='what is asked')),
                    ('legal_ground', models.CharField(blank=True, choices=[('consent', 'The person concerned agreed separately (art. 23)'), ('statutory_duty', 'Needed for a duty set by law (art. 13 no. 3)'), ('nothing_personal', 'No personal information is passed on')], max_length=20, verbose_name='ground for passing personal data on')),
                    ('urgent', models.BooleanField(default=False, verbose_name='urgent')),
                    ('channel', models.CharField(choices=[('desk', "The authority's desk in this system"), ('email', 'By e-mail with a link'), ('package', 'As an offline package'), ('http', 'From system to system'), ('paper', 'On paper')], default='desk', max_length=10, verbose_name='way of delivery')),
                    ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='delivered at')),
                    ('sent_on', models.DateField(blank=True, null=True, verbose_name='delivered on')),
                    ('acked_on', models.DateField(blank=True, null=True, verbose_name='signed for on')),
                    ('external_no', models.CharField(blank=True, max_length=60, verbose_name='number at the authority')),
                    ('decision', models.TextField(blank=True, verbose_name='decision')),
                    ('decided_on', models.DateField(blank=True, null=True, verbose_name='taken on on')),
                    ('result', models.CharField(blank=True, max_length=30, verbose_name='outcome at the authority')),
                    ('result_text', models.TextField(blank=True, verbose_name='result in words')),
                    ('result_on', models.DateField(blank=True, null=True, verbose_name='result of')),
                    ('returned_code', models.CharField(blank=True, choices=[('not_in_charge', 'Another office is in charge'), ('papers_incomplete', 'Papers are missing'), ('outside_scope', 'Outside what the law lets this office do'), ('duplicate', 'Already received from elsewhere'), ('other', 'Another reason')], max_length=20, verbose_name='reason of the return')),
                    ('returned_reason', models.TextField(blank=True, verbose_name='explanation of the return')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='organizations.authority', verbose_name='receiving authority')),
                    ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='disputes.disputecase', verbose_name='dispute case')),
                    ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='supervision.supervisiondocument', verbose_name='supervision document')),
                    ('order', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='hotline.workorder', verbose_name='work order')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                    ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='responsible officer')),
                    ('rerouted_from', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rerouted_to', to='referrals.referral', verbose_name='sent anew after')),
                    ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='referrals.referralkind', verbose_name='kind')),
                ],
                options={
                    'verbose_name': 'referral',
                    'verbose_name_plural': 'referrals',
                },
            ),
            migrations.CreateModel(
                name='MatterLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('token_hash', models.CharField(max_length=64, unique=True, verbose_name='fingerprint of the link')),
                    ('code_hash', models.CharField(blank=True, max_length=64, verbose_name='fingerprint of the code')),
                    ('sent_to', models.EmailField(max_length=254, verbose_name='sent to')),
                    ('sent_at', models.DateTimeField(verbose_name='sent')),
                    ('expires_at', models.DateTimeField(verbose_name='valid until')),
                    ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='codes tried')),
                    ('opened_at', models.DateTimeField(null=True, verbose_name='opened by its receiver')),
                    ('wanted_at', models.DateTimeField(null=True, verbose_name='new link asked for')),
                    ('revoked_at', models.DateTimeField(null=True, verbose_name='revoked')),
                    ('delivery', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='link', to='referrals.delivery', verbose_name='delivery')),
                    ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='referrals.referral', verbose_name='referral')),
                ],
                options={
                    'verbose_name': 'link to a matter',
                    'verbose_name_plural': 'links to matters',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='JointSeat',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('waived_at', models.DateTimeField(null=True, verbose_name='waived')),
                    ('waived_reason', models.TextField(blank=True, verbose_name='why without an answer')),
                    ('joint', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='referrals.jointmatter', verbose_name='joint matter')),
                    ('waived_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='waived by')),
                    ('referral', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='seat', to='referrals.referral', verbose_name='referral')),
                ],
                options={
                    'verbose_name': 'authority of a joint matter',
                    'verbose_name_plural': 'authorities of a joint matter',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='IncomingMessage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('message_id', models.CharField(max_length=100, verbose_name='number of the message')),
                    ('type', models.CharField(max_length=30, verbose_name='what is told')),
                    ('body', casework.secrets.fields.EncryptedTextField(verbose_name='message as it came')),
                    ('digest', models.CharField(max_length=64, verbose_name='SHA-256 of the message')),
                    ('received_at', models.DateTimeField(verbose_name='received')),
                    ('told_at', models.DateTimeField(verbose_name='time given by the sender')),
                    ('state', models.CharField(blank=True, choices=[('taken', 'Taken up'), ('waiting', 'Waits for an earlier message'), ('late', 'Came late, nothing was left to do'), ('refused', 'Refused')], max_length=8, verbose_name='what became of it')),
                    ('reason', models.CharField(blank=True, max_length=500, verbose_name='why')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='organizations.authority', verbose_name='sending authority')),
                    ('referral', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='referrals.referral', verbose_name='referral')),
                ],
                options={
                    'verbose_name': 'message of an authority',
                    'verbose_name_plural': 'messages of authorities',
                },
            ),
            migrations.CreateModel(
                name='InboxEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('received_at', models.DateTimeField(verbose_name='laid on the desk')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inbox', to='organizations.authority', verbose_name='receiving authority')),
                    ('referral', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='inbox_entry', to='referrals.referral', verbose_name='referral')),
                ],
                options={
                    'verbose_name': 'received referral',
                    'verbose_name_plural': 'received referrals',
                },
            ),
            migrations.CreateModel(
                name='ImportedPackage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('package_id', models.UUIDField(verbose_name='package')),
                    ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                    ('acts', models.JSONField(verbose_name='what it brought')),
                    ('at', models.DateTimeField(verbose_name='taken in')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.authority', verbose_name='authority')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='taken in by')),
                    ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receipt_packages', to='referrals.referral', verbose_name='referral')),
                ],
                options={
                    'verbose_name': 'package of receipts',
                    'verbose_name_plural': 'packages of receipts',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='HandOver',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('manner', models.CharField(choices=[('direct', 'Handed to the office'), ('postal', 'By post')], max_length=10, verbose_name='manner of service')),
                    ('served_on', models.DateField(verbose_name='served on')),
                    ('received_by', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='who took it')),
                    ('tracking_no', models.CharField(blank=True, max_length=60, verbose_name='tracking number')),
                    ('referral', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='hand_over', to='referrals.referral', verbose_name='referral')),
                ],
                options={
                    'verbose_name': 'service of a referral',
                    'verbose_name_plural': 'services of referrals',
                },
            ),
            migrations.CreateModel(
                name='ReferralAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='referrals.referral', verbose_name='referral')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReferralDeadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('started_on', models.DateField(verbose_name='started')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='met')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='referrals.referral', verbose_name='referral')),
                    ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.deadlinerule', verbose_name='rule')),
                ],
                options={
                    'ordering': ('started_on', 'pk'),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReferralEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='referrals.referral', verbose_name='referral')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReferralExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extensions', to='referrals.referraldeadline', verbose_name='period')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='OfficeRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('authority_kind', models.CharField(choices=[('court', "People's court"), ('procuratorate', "People's procuratorate"), ('hr', 'Human resources and social security office'), ('justice', 'Justice bureau'), ('other', 'Other authority'), ('union', 'Legal-aid centre of the union')], max_length=15, verbose_name='kind of authority')),
                    ('place', models.CharField(choices=[('union', 'Seat of the union that refers'), ('work', 'Place where the labour is used')], max_length=8, verbose_name='whose place decides')),
                    ('level', models.CharField(choices=[('county', 'County'), ('prefecture', 'Prefecture'), ('province', 'Province')], default='county', max_length=12, verbose_name='lowest level')),
                    ('named', models.CharField(blank=True, max_length=60, verbose_name="part of the office's name")),
                    ('basis', models.CharField(blank=True, max_length=200, verbose_name='basis')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='only in the division')),
                    ('kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='referrals.referralkind', verbose_name='kind of referral')),
                ],
                options={
                    'verbose_name': 'rule of the office in charge',
                    'verbose_name_plural': 'rules of the office in charge',
                    'ordering': ('authority_kind', 'kind', 'region'),
                },
            ),
            migrations.CreateModel(
                name='ReferralPause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pauses', to='referrals.referraldeadline', verbose_name='period')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReferralQuestion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(verbose_name='question')),
                    ('asked_at', models.DateTimeField(verbose_name='asked at')),
                    ('answer', models.TextField(blank=True, verbose_name='answer')),
                    ('answered_at', models.DateTimeField(null=True, verbose_name='answer given at')),
                    ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='who answered')),
                    ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='who asked')),
                    ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='referrals.referral', verbose_name='referral')),
                ],
                options={
                    'verbose_name': 'question of an authority',
                    'verbose_name_plural': 'questions of authorities',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='DeliveryAttempt',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('n', models.PositiveIntegerField(verbose_name='attempt')),
                    ('started_at', models.DateTimeField(verbose_name='begun')),
                    ('finished_at', models.DateTimeField(null=True, verbose_name='finished')),
                    ('outcome', models.CharField(blank=True, choices=[('', 'Uncertain'), ('sent', 'Delivered'), ('failed', 'Failed'), ('ready', 'Ready to be carried')], max_length=6, verbose_name='result')),
                    ('status', models.PositiveSmallIntegerField(null=True, verbose_name='status of the answer')),
                    ('error', models.CharField(blank=True, max_length=300, verbose_name='cause')),
                    ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tries', to='referrals.delivery', verbose_name='delivery')),
                ],
                options={
                    'verbose_name': 'attempt',
                    'verbose_name_plural': 'attempts',
                    'ordering': ('delivery', 'n'),
                    'constraints': [models.UniqueConstraint(fields=('delivery', 'n'), name='attempts_are_counted')],
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
                    ('authority', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='endpoint', to='organizations.authority', verbose_name='receiving authority')),
                    ('confirmed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                    ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ],
                options={
                    'verbose_name': 'address of an authority',
                    'verbose_name_plural': 'addresses of authorities',
                    'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_by', None), models.Q(('confirmed_by', models.F('entered_by')), _negated=True), _connector='OR'), name='endpoint_is_kept_by_two')],
                },
            ),
        ]),
        Together([
            migrations.AddField(
                model_name='jointdeadline',
                name='file',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='referrals.jointmatter'),
            ),
            migrations.AddField(
                model_name='delivery',
                name='referral',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='referrals.referral', verbose_name='referral'),
            ),
            migrations.AddIndex(
                model_name='jointmatter',
                index=models.Index(fields=['scope', '-id'], name='joint_list', opclasses=['varchar_pattern_ops', 'int8_ops']),
            ),
            migrations.AddConstraint(
                model_name='jointmatter',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('case__isnull', False), ('document__isnull', True), ('order__isnull', True)), models.Q(('case__isnull', True), ('document__isnull', True), ('order__isnull', False)), models.Q(('case__isnull', True), ('document__isnull', False), ('order__isnull', True)), _connector='OR'), name='joint_matter_has_one_source'),
            ),
            migrations.AddConstraint(
                model_name='jointmatter',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_on__isnull', False), _connector='OR'), name='joint_matter_closed_is_dated'),
            ),
            migrations.AddConstraint(
                model_name='jointmatter',
                constraint=models.UniqueConstraint(fields=('org', 'number'), name='one_joint_matter_per_number'),
            ),
            migrations.AddIndex(
                model_name='jointdeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='jointdeadline_running'),
            ),
            migrations.AddConstraint(
                model_name='jointseat',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('waived_at', None), ('waived_by', None), ('waived_reason', '')), models.Q(('waived_at__isnull', False), ('waived_by__isnull', False), models.Q(('waived_reason', ''), _negated=True)), _connector='OR'), name='waiver_has_a_reason'),
            ),
            migrations.AddIndex(
                model_name='incomingmessage',
                index=models.Index(condition=models.Q(('state', 'waiting')), fields=['referral', 'id'], name='message_waits'),
            ),
            migrations.AddConstraint(
                model_name='incomingmessage',
                constraint=models.UniqueConstraint(fields=('authority', 'message_id'), name='one_message_per_number'),
            ),
            migrations.AddConstraint(
                model_name='importedpackage',
                constraint=models.UniqueConstraint(fields=('authority', 'package_id'), name='a_package_is_taken_in_once'),
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
                index=models.Index(condition=models.Q(('cancelled_at', None), ('done_at', None)), fields=['source', 'id'], name='delivery_order'),
            ),
            migrations.AddIndex(
                model_name='delivery',
                index=models.Index(condition=models.Q(('parked_at__isnull', False)), fields=['parked_at'], name='delivery_parked'),
            ),
            migrations.AddConstraint(
                model_name='delivery',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('parked_at', None)), models.Q(('cancelled_at', None), ('done_at', None)), models.Q(('cancelled_at', None), ('parked_at', None)), _connector='OR'), name='delivery_ends_one_way'),
            ),
            migrations.AddConstraint(
                model_name='delivery',
                constraint=models.CheckConstraint(condition=models.Q(('parked_at', None), models.Q(('parked_reason', ''), _negated=True), _connector='OR'), name='delivery_parked_for_a_reason'),
            ),
            migrations.AddIndex(
                model_name='referraldeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='referraldeadline_running'),
            ),
            migrations.AddIndex(
                model_name='referralevent',
                index=models.Index(fields=['file', 'at'], name='referral_timeline'),
            ),
            migrations.AddIndex(
                model_name='referralevent',
                index=models.Index(condition=models.Q(('verb__in', ('enqueue', 'enqueue_notice'))), fields=['id'], name='referral_accepted'),
            ),
            migrations.AddIndex(
                model_name='referral',
                index=models.Index(fields=['scope', '-id'], name='referral_list', opclasses=['varchar_pattern_ops', 'int8_ops']),
            ),
            migrations.AddIndex(
                model_name='referral',
                index=models.Index(fields=['number'], name='referral_number'),
            ),
            migrations.AddIndex(
                model_name='referral',
                index=models.Index(fields=['scope', 'state', 'due_on', 'id'], name='referral_subtree', opclasses=['varchar_pattern_ops', 'varchar_ops', 'date_ops', 'int8_ops']),
            ),
            migrations.AddIndex(
                model_name='referral',
                index=models.Index(fields=['authority', 'state', 'due_on'], name='referral_of_authority'),
            ),
            migrations.AddIndex(
                model_name='referral',
                index=models.Index(condition=models.Q(('external_no', ''), _negated=True), fields=['external_no'], name='referral_external'),
            ),
            migrations.AddConstraint(
                model_name='referral',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('case__isnull', False), ('document__isnull', True), ('order__isnull', True)), models.Q(('case__isnull', True), ('document__isnull', True), ('order__isnull', False)), models.Q(('case__isnull', True), ('document__isnull', False), ('order__isnull', True)), ('direction', 'incoming'), _connector='OR'), name='referral_has_one_source'),
            ),
            migrations.AddConstraint(
                model_name='referral',
                constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'approved', 'queued', 'send_failed', 'recalled']), models.Q(('sent_at__isnull', False), ('sent_on__isnull', False)), _connector='OR'), name='referral_with_authority_was_sent'),
            ),
            migrations.AddConstraint(
                model_name='referral',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'completed'), _negated=True), models.Q(models.Q(('result', ''), _negated=True), ('result_on__isnull', False)), _connector='OR'), name='referral_result_is_dated'),
            ),
            migrations.AddConstraint(
                model_name='referral',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_on__isnull', False), _connector='OR'), name='referral_closed_is_dated'),
            ),
            migrations.AddConstraint(
                model_name='referral',
                constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('org', 'number'), name='one_referral_per_number'),
            ),
            migrations.AddConstraint(
                model_name='referral',
                constraint=models.UniqueConstraint(condition=models.Q(('direction', 'incoming'), ('returned_code', ''), models.Q(('state', 'recalled'), _negated=True)), fields=('authority', 'kind', 'external_no'), name='one_incoming_referral_per_number'),
            ),
            migrations.AddConstraint(
                model_name='officerule',
                constraint=models.UniqueConstraint(fields=('kind', 'region', 'authority_kind'), name='one_office_rule_per_place', nulls_distinct=False),
            ),
            migrations.AddIndex(
                model_name='referralquestion',
                index=models.Index(condition=models.Q(('answered_at', None)), fields=['referral'], name='question_open'),
            ),
            migrations.AddConstraint(
                model_name='referralquestion',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('answered_by', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='answer_is_whole'),
            ),
        ]),
    ]
