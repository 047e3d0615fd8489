import casework.secrets.fields
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
import hotline.codes
import hotline.models.calls
import hotline.models.exchanges
from decimal import Decimal
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

from casework.operations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0002_functions_and_history'),
        ('disputes', '0001_initial'),
        ('organizations', '0001_initial'),
        ('supervision', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGistExtension(),
        Together([
            migrations.CreateModel(
                name='CallRecord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('sex', models.CharField(blank=True, choices=[('female', 'Female'), ('male', 'Male')], max_length=6, verbose_name='sex')),
                    ('id_type', models.CharField(blank=True, choices=[('resident', 'Resident identity card'), ('hk_macao', 'Mainland travel permit, Hong Kong and Macao'), ('taiwan', 'Mainland travel permit, Taiwan'), ('passport', 'Passport'), ('foreign_resident', 'Permanent residence card of a foreigner'), ('other', 'Another document')], max_length=16, verbose_name='kind of identity document')),
                    ('age_group', models.CharField(blank=True, choices=[('under_16', 'Under 16'), ('16_17', '16 and 17'), ('18_34', '18 to 34'), ('35_49', '35 to 49'), ('50_59', '50 to 59'), ('60_up', '60 and above')], max_length=8, verbose_name='age')),
                    ('ethnic_group', models.CharField(blank=True, choices=hotline.codes.ethnic_groups, max_length=2, verbose_name='ethnic group')),
                    ('language', models.CharField(blank=True, choices=hotline.codes.languages, max_length=16, verbose_name='language or dialect')),
                    ('union_member', models.BooleanField(blank=True, null=True, verbose_name='union member')),
                    ('worker_groups', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('migrant', 'Migrant worker'), ('platform', 'Platform worker'), ('woman', 'Woman worker'), ('minor', 'Minor worker'), ('disabled', 'Disabled worker'), ('dispatched', 'Dispatched worker'), ('older', 'Worker above retirement age')], max_length=12), blank=True, default=list, size=None, verbose_name='groups of workers')),
                    ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('dialect', 'Speaks a dialect'), ('minority_language', 'Needs a minority language'), ('hearing', 'Hard of hearing'), ('speech', 'Speaks with difficulty'), ('sight', 'Sees badly'), ('mobility', 'Walks with difficulty'), ('literacy', 'Cannot read well')], max_length=20), blank=True, default=list, size=None, verbose_name='special needs')),
                    ('do_not_call', models.BooleanField(default=False, verbose_name='must not be called')),
                    ('call_times', models.CharField(blank=True, max_length=100, verbose_name='when a call is safe')),
                    ('relation', models.CharField(blank=True, choices=[('relative', 'Relative'), ('colleague', 'Colleague'), ('friend', 'Friend or neighbour'), ('lawyer', 'Lawyer or legal worker'), ('union', 'Union officer'), ('other', 'Somebody else')], max_length=10, verbose_name='calls for somebody else, as')),
                    ('authority', models.CharField(blank=True, choices=[('none', 'No authority'), ('oral', 'Says so, not shown'), ('written', 'Written authority seen'), ('by_law', 'Represents by law (guardian)')], max_length=8, verbose_name='authority to act')),
                    ('worker_name', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='worker the call is about')),
                    ('notice_version', models.CharField(blank=True, max_length=20, verbose_name='privacy notice read out, version')),
                    ('industry', models.CharField(blank=True, choices=hotline.codes.industries, max_length=1, verbose_name='industry')),
                    ('size_band', models.CharField(blank=True, choices=[('1_9', '1 to 9'), ('10_49', '10 to 49'), ('50_99', '50 to 99'), ('100_299', '100 to 299'), ('300_999', '300 to 999'), ('1000_up', '1,000 and more')], max_length=8, verbose_name='people employed')),
                    ('employer_has_union', models.BooleanField(blank=True, null=True, verbose_name='employer has a union')),
                    ('occurred_from', models.DateField(blank=True, null=True, verbose_name='happened from')),
                    ('occurred_to', models.DateField(blank=True, null=True, verbose_name='happened until')),
                    ('evidence', models.TextField(blank=True, verbose_name='evidence the caller has')),
                    ('other_body', models.CharField(blank=True, choices=[('arbitration', 'Arbitration commission'), ('court', 'Court'), ('inspection', 'Labour inspection'), ('petition', 'Petition office'), ('police', 'Police'), ('other', 'Another body')], max_length=12, verbose_name='already with another body')),
                    ('other_body_number', models.CharField(blank=True, max_length=60, verbose_name='its file number')),
                    ('urgency', models.CharField(choices=[('ordinary', 'Ordinary'), ('urgent', 'Urgent'), ('danger', 'Danger to life or limb')], default='ordinary', max_length=8, verbose_name='urgency')),
                    ('emotional_risk', models.BooleanField(default=False, verbose_name='caller in distress')),
                    ('line', models.CharField(blank=True, max_length=30, verbose_name='line')),
                    ('recording_key', models.CharField(blank=True, max_length=100, verbose_name='recording')),
                    ('passed_on_by', models.CharField(blank=True, choices=[('12345', '12345 government hotline'), ('12333', '12333 labour hotline'), ('other', 'Another hotline')], max_length=8, verbose_name='passed on by')),
                    ('state', models.CharField(choices=[('registered', 'To be answered'), ('ordered', 'Work order opened'), ('closed', 'Closed')], max_length=24, verbose_name='state')),
                    ('channel', models.CharField(choices=[('phone', 'Telephone'), ('web', 'Website'), ('app', 'App'), ('wechat', 'WeChat'), ('walk_in', 'By visit'), ('letter', 'By letter'), ('transferred', 'Passed on by another hotline')], default='phone', max_length=12, verbose_name='channel')),
                    ('started_at', models.DateTimeField(verbose_name='call began')),
                    ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                    ('ring_seconds', models.PositiveIntegerField(blank=True, null=True, verbose_name='seconds of ringing')),
                    ('talk_seconds', models.PositiveIntegerField(blank=True, null=True, verbose_name='seconds of talking')),
                    ('entered_afterwards', models.BooleanField(default=False, verbose_name='entered afterwards')),
                    ('external_no', models.CharField(blank=True, max_length=60, verbose_name='number in the former register')),
                    ('caller_name', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='caller')),
                    ('caller_phone', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='telephone of the caller')),
                    ('phone_index', casework.secrets.fields.BlindIndexField(db_index=False, normalise=hotline.models.calls.phone_key, of='caller_phone')),
                    ('caller_id_number', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='identity number of the caller')),
                    ('id_index', casework.secrets.fields.BlindIndexField(db_index=True, of='caller_id_number')),
                    ('anonymous', models.BooleanField(default=False, verbose_name='wishes to stay anonymous')),
                    ('confidential', models.BooleanField(default=False, verbose_name='asks for confidentiality')),
                    ('request_type', models.CharField(choices=[('inquiry', 'Inquiry'), ('assistance', 'Assistance'), ('complaint', 'Complaint'), ('tip_off', 'Tip-off'), ('legal_service', 'Legal aid or service'), ('suggestion', 'Opinion or suggestion'), ('praise', 'Praise'), ('emergency', 'Emergency report'), ('invalid', 'Not a request')], max_length=14, verbose_name='request type')),
                    ('non_case', models.CharField(blank=True, choices=[('silent', 'Nobody speaks'), ('wrong_number', 'Wrong number'), ('abuse', 'Nuisance'), ('thanks', 'Thanks')], max_length=12, verbose_name='kind of call that is no request')),
                    ('employer_name', models.CharField(blank=True, max_length=200, verbose_name='employer as the caller says it')),
                    ('workers_affected', models.PositiveIntegerField(default=1, verbose_name='workers affected')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='address or project')),
                    ('facts', models.TextField(blank=True, verbose_name='facts')),
                    ('claim', models.TextField(blank=True, verbose_name='claim')),
                    ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='amount (yuan)')),
                    ('occurred_on', models.DateField(blank=True, null=True, verbose_name='day the infringement was known')),
                    ('limitation_start', models.CharField(blank=True, choices=[('known', 'The day the worker knew of it'), ('should_know', 'The day the worker should have known of it'), ('ended', 'Arrears of pay, the employment has ended'), ('employed', 'Arrears of pay, the employment still lasts')], max_length=12, verbose_name='what the year for arbitration runs from')),
                    ('employment_ended_on', models.DateField(blank=True, null=True, verbose_name='end of the employment')),
                    ('answer', models.TextField(blank=True, verbose_name='answer given')),
                    ('code_hash', models.CharField(blank=True, editable=False, max_length=32, verbose_name='keyed hash of the query code')),
                    ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.category', verbose_name='category of the request')),
                    ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='casework.employer', verbose_name='employer')),
                    ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='entered by')),
                    ('handled_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='answered by')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='place of work')),
                ],
                options={
                    'verbose_name': 'call',
                    'verbose_name_plural': 'calls',
                },
            ),
            migrations.CreateModel(
                name='WorkOrder',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('registered', 'To be dispatched'), ('dispatched', 'To be signed for'), ('signed', 'Signed for'), ('in_progress', 'In progress'), ('suspended', 'On hold'), ('feedback_given', 'To be called back'), ('callback_done', 'Called back'), ('closed', 'Closed'), ('archived', 'Archived'), ('merged', 'Merged')], max_length=24, verbose_name='state')),
                    ('time_class', models.CharField(choices=[('ordinary', 'Ordinary'), ('difficult', 'Difficult'), ('complex', 'Especially complex')], default='ordinary', max_length=9, verbose_name='time limit')),
                    ('urgent', models.BooleanField(default=False, verbose_name='urgent')),
                    ('dispatch_reason', models.CharField(blank=True, max_length=500, verbose_name='why not the organisation proposed')),
                    ('due_at', models.DateTimeField(blank=True, null=True, verbose_name='next limit to the minute')),
                    ('chased_on', models.DateField(blank=True, null=True, verbose_name='last chased on')),
                    ('pressed_at', models.DateTimeField(blank=True, null=True, verbose_name='pressed')),
                    ('press_cause', models.CharField(blank=True, choices=[('late', 'Days behind the limit'), ('repeat_call', 'Repeated call'), ('instruction', 'Instruction of a leader')], max_length=12, verbose_name='pressed because of')),
                    ('turn', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Case(models.When(then=models.Value(0), urgent=True), default=models.Value(100000000000000000), output_field=models.BigIntegerField()), '+', django.db.models.expressions.CombinedExpression(django.db.models.functions.comparison.Coalesce(models.Func(models.F('due_on'), output_field=models.BigIntegerField(), template="(%(expressions)s - DATE '2000-01-01')"), models.Value(99999)), '*', models.Value(1000000000000))), '+', models.F('id')), output_field=models.BigIntegerField())),
                    ('returns', models.PositiveSmallIntegerField(default=0, verbose_name='times returned')),
                    ('send_backs', models.PositiveSmallIntegerField(default=0, verbose_name='times sent back by the inspector')),
                    ('redos', models.PositiveSmallIntegerField(default=0, verbose_name='times done again for a dissatisfied caller')),
                    ('dispatched_on', models.DateField(blank=True, null=True, verbose_name='sent to the unit on')),
                    ('signed_on', models.DateField(blank=True, null=True, verbose_name='signed for on')),
                    ('contacted_on', models.DateField(blank=True, null=True, verbose_name='first contact on')),
                    ('result', models.TextField(blank=True, verbose_name='result')),
                    ('recovered', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='amount obtained for the worker (yuan)')),
                    ('fed_back_at', models.DateTimeField(blank=True, null=True, verbose_name='feedback given')),
                    ('called_back_on', models.DateField(blank=True, null=True, verbose_name='called back on')),
                    ('reached', models.BooleanField(blank=True, null=True, verbose_name='caller reached')),
                    ('satisfaction', models.CharField(blank=True, choices=[('very_satisfied', 'Very satisfied'), ('satisfied', 'Satisfied'), ('neutral', 'Neither satisfied nor dissatisfied'), ('dissatisfied', 'Dissatisfied'), ('very_dissatisfied', 'Very dissatisfied'), ('not_rated', 'Not rated')], max_length=17, verbose_name='satisfaction with the result')),
                    ('attitude', models.CharField(blank=True, choices=[('very_satisfied', 'Very satisfied'), ('satisfied', 'Satisfied'), ('neutral', 'Neither satisfied nor dissatisfied'), ('dissatisfied', 'Dissatisfied'), ('very_dissatisfied', 'Very dissatisfied'), ('not_rated', 'Not rated')], max_length=17, verbose_name='satisfaction with the attitude')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                    ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='hotline.callrecord', verbose_name='call')),
                    ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work_orders', to='disputes.disputecase', verbose_name='dispute case')),
                ],
                options={
                    'verbose_name': 'work order',
                    'verbose_name_plural': 'work orders',
                },
            ),
            migrations.CreateModel(
                name='ScoreItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                    ('text', models.CharField(max_length=200, verbose_name='what to look at')),
                    ('points', models.PositiveSmallIntegerField(verbose_name='points')),
                    ('knock_out', models.BooleanField(default=False, verbose_name='knock-out item')),
                ],
                options={
                    'verbose_name': 'item of a score sheet',
                    'verbose_name_plural': 'items of a score sheet',
                    'ordering': ('position', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='CallDeadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('started_on', models.DateField(verbose_name='started')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='met')),
                    ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.deadlinerule', verbose_name='rule')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='hotline.callrecord')),
                ],
                options={
                    'ordering': ('started_on', 'pk'),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CallExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='hotline.calldeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CallPause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='hotline.calldeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CallEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='hotline.callrecord')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CallAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='hotline.callrecord')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CaseLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('linked_at', models.DateTimeField(verbose_name='linked')),
                    ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='link ended')),
                    ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_links', to='hotline.callrecord', verbose_name='call')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='call_links', to='disputes.disputecase', verbose_name='dispute case')),
                    ('linked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='linked by')),
                ],
                options={
                    'verbose_name': 'link of a call to a case',
                    'verbose_name_plural': 'links of calls to cases',
                    'ordering': ('linked_at', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='Circular',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('week_from', models.DateField(verbose_name='week from')),
                    ('issued_at', models.DateTimeField(verbose_name='issued')),
                    ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='organisation')),
                ],
                options={
                    'verbose_name': 'weekly circular',
                    'verbose_name_plural': 'weekly circulars',
                },
            ),
            migrations.CreateModel(
                name='DispatchRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('level', models.CharField(blank=True, choices=[('national', 'National'), ('province', 'Province'), ('prefecture', 'Prefecture'), ('county', 'County'), ('township', 'Township'), ('grassroots', 'Grassroots')], max_length=12, verbose_name='goes to the federation of the level')),
                    ('valid_from', models.DateField(verbose_name='in force from')),
                    ('valid_to', models.DateField(blank=True, null=True, verbose_name='in force until')),
                    ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.category', verbose_name='category of the request')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='place of work in')),
                    ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='goes to the organisation')),
                ],
                options={
                    'verbose_name': 'dispatch rule',
                    'verbose_name_plural': 'dispatch rules',
                    'ordering': ('region', 'category', 'valid_from'),
                },
            ),
            migrations.CreateModel(
                name='Exchange',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=60, verbose_name='name')),
                    ('active', models.BooleanField(default=True, verbose_name='its messages are accepted')),
                    ('secret', casework.secrets.fields.EncryptedTextField(default=hotline.models.exchanges.fresh_secret, editable=False, verbose_name='secret')),
                    ('former_secret', casework.secrets.fields.EncryptedTextField(blank=True, editable=False, verbose_name='former secret, still valid')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exchanges', to='organizations.unionorg', verbose_name='organisation that answers here')),
                ],
                options={
                    'verbose_name': 'telephone exchange',
                    'verbose_name_plural': 'telephone exchanges',
                },
            ),
            migrations.CreateModel(
                name='GroupIncident',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('proposed', 'To be judged'), ('running', 'Running'), ('settled', 'Calmed down'), ('closed', 'Closed'), ('dismissed', 'Dismissed')], max_length=24, verbose_name='state')),
                    ('trigger', models.CharField(choices=[('people', 'Number of workers'), ('visitors', 'Number of visitors'), ('word', 'A word in the call'), ('leader', 'Entered by the duty leader')], max_length=10, verbose_name='what made it known')),
                    ('trigger_word', models.CharField(blank=True, max_length=30, verbose_name='word')),
                    ('known_at', models.DateTimeField(verbose_name='became known')),
                    ('began_at', models.DateTimeField(blank=True, null=True, verbose_name='began')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                    ('employer_name', models.CharField(blank=True, max_length=200, verbose_name='employer')),
                    ('people', models.PositiveIntegerField(default=1, verbose_name='people')),
                    ('claim', models.TextField(blank=True, verbose_name='claim')),
                    ('risk', models.CharField(choices=[('general', 'General'), ('large', 'Large'), ('major', 'Major')], default='general', max_length=10, verbose_name='risk level')),
                    ('measures', models.TextField(blank=True, verbose_name='measures taken')),
                    ('on_site_leader', models.CharField(blank=True, max_length=60, verbose_name='leader on site')),
                    ('settled_at', models.DateTimeField(blank=True, null=True, verbose_name='calmed down')),
                    ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed')),
                    ('addressed_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='put before')),
                    ('cases', models.ManyToManyField(blank=True, related_name='+', to='disputes.disputecase', verbose_name='dispute cases')),
                    ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.employer', verbose_name='employer')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='division')),
                ],
                options={
                    'verbose_name': 'group incident',
                    'verbose_name_plural': 'group incidents',
                },
            ),
            migrations.CreateModel(
                name='HiddenPart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('part', models.CharField(max_length=20, verbose_name='part of the screen')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'hidden part of the screen',
                    'verbose_name_plural': 'hidden parts of the screen',
                },
            ),
            migrations.CreateModel(
                name='IncidentAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='hotline.groupincident')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='IncidentCall',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('call', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='hotline.callrecord', verbose_name='call')),
                    ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='hotline.groupincident', verbose_name='group incident')),
                ],
                options={
                    'verbose_name': 'call about an incident',
                    'verbose_name_plural': 'calls about incidents',
                    'ordering': ('-pk',),
                },
            ),
            migrations.CreateModel(
                name='IncidentEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='hotline.groupincident')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='IncidentReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('phone', 'Report by telephone'), ('first', 'First written report'), ('follow_up', 'Follow-up report'), ('closing', 'Closing report')], max_length=10, verbose_name='kind')),
                    ('due_at', models.DateTimeField(verbose_name='due')),
                    ('given_at', models.DateTimeField(blank=True, null=True, verbose_name='given')),
                    ('lapsed_at', models.DateTimeField(blank=True, null=True, verbose_name='no longer needed')),
                    ('text', models.TextField(blank=True, verbose_name='text')),
                    ('people', models.PositiveIntegerField(blank=True, null=True, verbose_name='people')),
                    ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='given by')),
                    ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='hotline.groupincident', verbose_name='group incident')),
                ],
                options={
                    'verbose_name': 'report on an incident',
                    'verbose_name_plural': 'reports on incidents',
                    'ordering': ('due_at', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='KnowledgeArticle',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(blank=True, max_length=40, verbose_name='code')),
                ],
                options={
                    'verbose_name': 'knowledge article',
                    'verbose_name_plural': 'knowledge articles',
                    'constraints': [models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('code',), name='one_article_per_code')],
                },
            ),
            migrations.CreateModel(
                name='KnowledgeVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('draft', 'Being drafted'), ('published', 'Published'), ('withdrawn', 'Withdrawn from use')], max_length=24, verbose_name='state')),
                    ('edition', models.PositiveIntegerField(default=1, verbose_name='edition')),
                    ('title', models.CharField(max_length=100, verbose_name='title')),
                    ('text', models.TextField(verbose_name='text of the answer')),
                    ('law', models.CharField(max_length=200, verbose_name='law cited')),
                    ('law_articles', models.CharField(blank=True, max_length=100, verbose_name='articles of the law')),
                    ('categories', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=4), size=None, verbose_name='categories it applies to')),
                    ('search_words', models.CharField(blank=True, max_length=200, verbose_name='other words people look for')),
                    ('search_key', models.TextField(editable=False, verbose_name='what the search looks at')),
                    ('valid_from', models.DateField(verbose_name='in force from')),
                    ('valid_to', models.DateField(blank=True, null=True, verbose_name='no longer in force on')),
                    ('fingerprint', models.CharField(blank=True, max_length=64, verbose_name='fingerprint of the published text')),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='hotline.knowledgearticle', verbose_name='knowledge article')),
                    ('drafted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='drafted by')),
                    ('org', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='kept by')),
                ],
                options={
                    'verbose_name': 'version of an article',
                    'verbose_name_plural': 'versions of articles',
                },
            ),
            migrations.CreateModel(
                name='KnowledgeEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='hotline.knowledgeversion')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CallAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('inserted_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='inserted')),
                    ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='hotline.callrecord', verbose_name='call')),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='hotline.knowledgeversion', verbose_name='version of an article')),
                ],
                options={
                    'verbose_name': 'article told to a caller',
                    'verbose_name_plural': 'articles told to callers',
                    'ordering': ('inserted_at', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='LimitationFact',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('claim', 'Claimed from the employer'), ('relief', 'Relief sought from an authority or the union'), ('promise', 'The employer promised to pay or perform'), ('force_majeure', 'Force majeure or another good reason (from, to)')], max_length=14, verbose_name='what happened')),
                    ('day', models.DateField(verbose_name='day it happened')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='last day of the hindrance')),
                    ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='limitation_facts', to='hotline.callrecord', verbose_name='call')),
                ],
                options={
                    'verbose_name': 'fact about the limitation',
                    'verbose_name_plural': 'facts about the limitation',
                    'ordering': ('day', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='LineCall',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.CharField(max_length=100, verbose_name='number of the call at the exchange')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('line', models.CharField(blank=True, max_length=30, verbose_name='line')),
                    ('caller_phone', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='number of the caller')),
                    ('phone_index', casework.secrets.fields.BlindIndexField(db_index=False, normalise=hotline.models.calls.phone_key, of='caller_phone')),
                    ('caller_told_at', models.DateTimeField(null=True, verbose_name='number told by the event of')),
                    ('extension', models.CharField(blank=True, max_length=16, verbose_name='extension')),
                    ('began_at', models.DateTimeField(verbose_name='call began')),
                    ('rang_at', models.DateTimeField(null=True, verbose_name='began to ring')),
                    ('answered_at', models.DateTimeField(null=True, verbose_name='answered')),
                    ('ended_at', models.DateTimeField(null=True, verbose_name='ended')),
                    ('ring_seconds', models.PositiveIntegerField(null=True, verbose_name='seconds of ringing')),
                    ('talk_seconds', models.PositiveIntegerField(null=True, verbose_name='seconds of talking')),
                    ('transferred_to', models.CharField(blank=True, max_length=16, verbose_name='transferred to')),
                    ('recording_key', models.CharField(blank=True, max_length=200, verbose_name='recording key')),
                    ('never_ended', models.BooleanField(default=False, verbose_name='closed without an end being told')),
                    ('reason', models.CharField(blank=True, choices=[('silent', 'Nobody speaks'), ('given_up', 'Caller gave up'), ('reached', 'Called back, settled'), ('unreachable', 'Called back, not reached'), ('internal', 'Internal or test call'), ('elsewhere', 'Registered by hand')], max_length=12, verbose_name='why it is not registered')),
                    ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                    ('accounted_at', models.DateTimeField(blank=True, null=True, verbose_name='accounted for')),
                    ('accounted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='accounted for by')),
                    ('exchange', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='hotline.exchange', verbose_name='telephone exchange')),
                    ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='line_calls', to='organizations.officer', verbose_name='officer')),
                    ('record', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='line_call', to='hotline.callrecord', verbose_name='call')),
                ],
                options={
                    'verbose_name': 'telephone call',
                    'verbose_name_plural': 'telephone calls',
                },
            ),
            migrations.CreateModel(
                name='Handover',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('draft_key', models.CharField(max_length=100, verbose_name='form')),
                    ('offered_at', models.DateTimeField(verbose_name='offered')),
                    ('answer', models.CharField(blank=True, choices=[('accepted', 'Taken over'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], max_length=10, verbose_name='answer')),
                    ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                    ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='to')),
                    ('sender', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='from')),
                    ('call', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='hotline.linecall', verbose_name='telephone call')),
                ],
                options={
                    'verbose_name': 'handover of a call',
                    'verbose_name_plural': 'handovers of calls',
                },
            ),
            migrations.CreateModel(
                name='LineEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('webhook_id', models.CharField(max_length=100, verbose_name='number of the message')),
                    ('kind', models.CharField(choices=[('ringing', 'Ringing'), ('answered', 'Answered'), ('transferred', 'Transferred'), ('hung_up', 'Hung up')], max_length=12, verbose_name='kind')),
                    ('at', models.DateTimeField(verbose_name='instant')),
                    ('received_at', models.DateTimeField(verbose_name='received here')),
                    ('extension', models.CharField(blank=True, max_length=16, verbose_name='extension')),
                    ('transferred_to', models.CharField(blank=True, max_length=16, verbose_name='transferred to')),
                    ('line', models.CharField(blank=True, max_length=30, verbose_name='line')),
                    ('recording_key', models.CharField(blank=True, max_length=200, verbose_name='recording key')),
                    ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='hotline.linecall', verbose_name='telephone call')),
                    ('exchange', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='hotline.exchange', verbose_name='telephone exchange')),
                ],
                options={
                    'verbose_name': 'message of an exchange',
                    'verbose_name_plural': 'messages of exchanges',
                },
            ),
            migrations.CreateModel(
                name='OrderDeadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('started_on', models.DateField(verbose_name='started')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='met')),
                    ('due_at', models.DateTimeField(blank=True, null=True, verbose_name='due at')),
                    ('met_at', models.DateTimeField(blank=True, null=True, verbose_name='met at')),
                    ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.deadlinerule', verbose_name='rule')),
                ],
                options={
                    'ordering': ('started_on', 'pk'),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='OrderExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='hotline.orderdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='OrderPause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('cause', models.CharField(blank=True, choices=[('appraisal', 'An appraisal or injury decision'), ('other_body', 'The decision of another body'), ('caller_papers', 'Papers of the caller')], max_length=13, verbose_name='waits for')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='hotline.orderdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='OrderText',
                fields=[
                    ('scope', models.CharField(max_length=60)),
                    ('text', models.TextField()),
                    ('file', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_text', serialize=False, to='hotline.workorder')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='OrderEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='hotline.workorder')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='OrderAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='hotline.workorder')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ExtensionRequest',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('days', models.PositiveSmallIntegerField(verbose_name='more working days')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('asked_at', models.DateTimeField(verbose_name='asked')),
                    ('granted', models.BooleanField(blank=True, null=True, verbose_name='granted')),
                    ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided')),
                    ('answer', models.TextField(blank=True, verbose_name='reason of the decision')),
                    ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='asked by')),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='decided by')),
                    ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extension_requests', to='hotline.workorder', verbose_name='work order')),
                ],
                options={
                    'verbose_name': 'request for an extension',
                    'verbose_name_plural': 'requests for an extension',
                    'ordering': ('asked_at', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='CircularEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('rule', models.CharField(max_length=60, verbose_name='deadline')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('days_late', models.PositiveSmallIntegerField(verbose_name='working days late')),
                    ('circular', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='hotline.circular', verbose_name='weekly circular')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='unit')),
                    ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='listings', to='hotline.workorder', verbose_name='work order')),
                ],
                options={
                    'verbose_name': 'order in a circular',
                    'verbose_name_plural': 'orders in a circular',
                    'ordering': ('unit', '-days_late', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='Chase',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('addressee', models.CharField(choices=[('hotline_operator', 'Hotline operator'), ('duty_leader', 'Duty leader'), ('case_officer', 'Case officer'), ('mediator', 'Mediator'), ('supervisor', 'Labour-law supervisor'), ('committee_director', 'Committee director'), ('signatory', 'Signatory'), ('liaison', 'Liaison officer'), ('quality_inspector', 'Quality inspector'), ('statistician', 'Statistician'), ('archivist', 'Archivist'), ('auditor', 'Auditor'), ('system_admin', 'System administrator'), ('authority_officer', 'Officer of an authority'), ('system', 'System')], max_length=24, verbose_name='addressee')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='unit')),
                    ('deadline', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='chase', to='hotline.orderdeadline', verbose_name='deadline')),
                    ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='chases', to='hotline.workorder', verbose_name='work order')),
                ],
                options={
                    'verbose_name': 'written chase',
                    'verbose_name_plural': 'written chases',
                    'ordering': ('at', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='CallbackBooking',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('planned_at', models.DateTimeField(verbose_name='planned for')),
                    ('booked_at', models.DateTimeField(verbose_name='booked')),
                    ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='ended')),
                    ('booked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='hotline.workorder', verbose_name='work order')),
                ],
                options={
                    'verbose_name': 'planned callback',
                    'verbose_name_plural': 'planned callbacks',
                    'ordering': ('planned_at', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='CallbackAttempt',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField(verbose_name='tried')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='hotline.workorder', verbose_name='work order')),
                ],
                options={
                    'verbose_name': 'callback attempt',
                    'verbose_name_plural': 'callback attempts',
                    'ordering': ('at', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='ProgressReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('text', models.TextField(verbose_name='progress')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='hotline.workorder', verbose_name='work order')),
                ],
                options={
                    'verbose_name': 'progress report',
                    'verbose_name_plural': 'progress reports',
                    'ordering': ('-at', '-pk'),
                },
            ),
            migrations.CreateModel(
                name='QualitySample',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('subject', models.CharField(choices=[('calls', 'Calls'), ('orders', 'Work orders')], max_length=6, verbose_name='drawn from')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('at', models.DateTimeField(verbose_name='drawn')),
                    ('first_on', models.DateField(verbose_name='first day')),
                    ('last_on', models.DateField(verbose_name='last day')),
                    ('number', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='number for each officer')),
                    ('percent', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='share for each officer (%)')),
                    ('seed', models.PositiveIntegerField(verbose_name='seed')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='organisation')),
                ],
                options={
                    'verbose_name': 'quality sample',
                    'verbose_name_plural': 'quality samples',
                    'ordering': ('-pk',),
                },
            ),
            migrations.CreateModel(
                name='QualityReview',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('drawn', 'To be scored'), ('scored', 'Scored'), ('accepted', 'Accepted'), ('appealed', 'Appealed against'), ('decided', 'Decided')], max_length=24, verbose_name='state')),
                    ('done_on', models.DateField(verbose_name='day of the work')),
                    ('score', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='score')),
                    ('first_score', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='score before the appeal')),
                    ('knocked_out', models.BooleanField(default=False, verbose_name='knocked out')),
                    ('remark', models.TextField(blank=True, verbose_name='remark')),
                    ('appeal', models.TextField(blank=True, verbose_name='reason of the appeal')),
                    ('decision', models.TextField(blank=True, verbose_name='reason of the decision')),
                    ('assessed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='organizations.officer', verbose_name='officer assessed')),
                    ('call', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='review', to='hotline.callrecord', verbose_name='call')),
                    ('inspector', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='inspector')),
                    ('order', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='review', to='hotline.workorder', verbose_name='work order')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                    ('sample', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='hotline.qualitysample', verbose_name='quality sample')),
                ],
                options={
                    'verbose_name': 'quality review',
                    'verbose_name_plural': 'quality reviews',
                },
            ),
            migrations.CreateModel(
                name='ReportAddressee',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('to', models.CharField(choices=[('party_group', 'own Party leadership group'), ('superior', 'union one level above'), ('government', 'local government'), ('hr', 'human resources office'), ('police', 'police'), ('other', 'others')], max_length=12, verbose_name='to')),
                    ('way', models.CharField(choices=[('phone', 'by telephone'), ('fax', 'by fax'), ('network', 'over the office network'), ('hand', 'by hand')], max_length=8, verbose_name='way')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addressees', to='hotline.incidentreport', verbose_name='report')),
                ],
                options={
                    'verbose_name': 'addressee of a report',
                    'verbose_name_plural': 'addressees of reports',
                    'ordering': ('at', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='ReviewAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='hotline.qualityreview')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReviewDeadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('started_on', models.DateField(verbose_name='started')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='met')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='hotline.qualityreview')),
                    ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.deadlinerule', verbose_name='rule')),
                ],
                options={
                    'ordering': ('started_on', 'pk'),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReviewEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='hotline.qualityreview')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReviewExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='hotline.reviewdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReviewPause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='hotline.reviewdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Roster',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('draft', 'Being drawn up'), ('published', 'Published'), ('superseded', 'Superseded')], max_length=24, verbose_name='state')),
                    ('begins_at', models.DateTimeField(verbose_name='from')),
                    ('ends_at', models.DateTimeField(verbose_name='until')),
                    ('note', models.CharField(blank=True, max_length=500, verbose_name='note to all on duty')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                ],
                options={
                    'verbose_name': 'duty roster',
                    'verbose_name_plural': 'duty rosters',
                },
            ),
            migrations.CreateModel(
                name='DutyShift',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('planned', 'Planned'), ('handed_over', 'Note written'), ('taken_over', 'Taken over'), ('dropped', 'Taken out')], default='planned', max_length=24, verbose_name='state')),
                    ('begins_at', models.DateTimeField(verbose_name='begins')),
                    ('ends_at', models.DateTimeField(verbose_name='ends')),
                    ('lawyer', models.CharField(blank=True, max_length=60, verbose_name='law officer or lawyer on call')),
                    ('lawyer_phone', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='telephone of the law officer or lawyer')),
                    ('is_holiday', models.BooleanField(default=False, verbose_name='on a holiday')),
                    ('open_matters', models.TextField(blank=True, verbose_name='what is open')),
                    ('handed_over_at', models.DateTimeField(blank=True, null=True, verbose_name='handed over')),
                    ('taken_over_at', models.DateTimeField(blank=True, null=True, verbose_name='taken over')),
                    ('backup', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='backup leader')),
                    ('handed_over_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='handed over by')),
                    ('leader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='duty leader')),
                    ('operators', models.ManyToManyField(related_name='duty_shifts', to='organizations.officer', verbose_name='operators')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                    ('taken_over_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='taken over by')),
                    ('roster', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='hotline.roster', verbose_name='duty roster')),
                ],
                options={
                    'verbose_name': 'duty shift',
                    'verbose_name_plural': 'duty shifts',
                },
            ),
            migrations.CreateModel(
                name='RosterEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='hotline.roster')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ScoreMark',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('points', models.PositiveSmallIntegerField(verbose_name='points')),
                    ('remark', models.CharField(blank=True, max_length=300, verbose_name='remark')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='hotline.scoreitem', verbose_name='item')),
                    ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='hotline.qualityreview')),
                ],
                options={
                    'verbose_name': 'mark',
                    'verbose_name_plural': 'marks',
                    'ordering': ('item__position',),
                },
            ),
            migrations.CreateModel(
                name='ScoreSheet',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('subject', models.CharField(choices=[('calls', 'Calls'), ('orders', 'Work orders')], max_length=6, verbose_name='for')),
                    ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                    ('title', models.CharField(max_length=60, verbose_name='name')),
                    ('valid_from', models.DateField(verbose_name='in force from')),
                ],
                options={
                    'verbose_name': 'score sheet',
                    'verbose_name_plural': 'score sheets',
                    'ordering': ('subject', '-version'),
                    'constraints': [models.UniqueConstraint(fields=('subject', 'version'), name='one_sheet_per_version')],
                },
            ),
            migrations.CreateModel(
                name='Seat',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('extension', models.CharField(max_length=16, verbose_name='extension')),
                    ('since', models.DateTimeField(verbose_name='signed on')),
                    ('until', models.DateTimeField(blank=True, null=True, verbose_name='signed off')),
                    ('exchange', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='hotline.exchange', verbose_name='telephone exchange')),
                    ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='organizations.officer', verbose_name='officer')),
                ],
                options={
                    'verbose_name': 'seat',
                    'verbose_name_plural': 'seats',
                },
            ),
            migrations.CreateModel(
                name='ShiftChange',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('part', models.CharField(choices=[('leader', 'Duty leader'), ('backup', 'Backup leader'), ('operator', 'Operator')], max_length=10, verbose_name='post on the shift')),
                    ('cause', models.CharField(choices=[('swap', 'Swap'), ('illness', 'Illness'), ('leave', 'Leave'), ('other', 'Other')], max_length=10, verbose_name='cause')),
                    ('reason', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('after', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='instead')),
                    ('before', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='planned')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='hotline.dutyshift', verbose_name='duty shift')),
                ],
                options={
                    'verbose_name': 'change of a shift',
                    'verbose_name_plural': 'changes of shifts',
                    'ordering': ('at', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='ShiftEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='hotline.dutyshift')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='SurgeSheet',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('employer_name', models.CharField(max_length=200, verbose_name='employer')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='address or project')),
                    ('facts', models.TextField(verbose_name='facts')),
                    ('claim', models.TextField(verbose_name='claim')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed')),
                    ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.category', verbose_name='category of the request')),
                    ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.employer', verbose_name='employer')),
                    ('incident', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sheet', to='hotline.groupincident', verbose_name='group incident')),
                    ('order', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='hotline.workorder', verbose_name='work order')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='organisation')),
                    ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='place of work')),
                ],
                options={
                    'verbose_name': 'sheet for quick registration',
                    'verbose_name_plural': 'sheets for quick registration',
                    'ordering': ('-pk',),
                },
            ),
            migrations.CreateModel(
                name='CallText',
                fields=[
                    ('scope', models.CharField(max_length=60)),
                    ('text', models.TextField()),
                    ('file', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_text', serialize=False, to='hotline.callrecord')),
                ],
                options={
                    'abstract': False,
                    'indexes': [models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('file'), descending=True), name='calltext_prefecture'), models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('file'), descending=True), name='calltext_county'), django.contrib.postgres.indexes.GinIndex(models.Func('scope', 'text', function='search_parts', output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)), gin_pending_list_limit=1024, name='calltext_parts')],
                },
            ),
            migrations.CreateModel(
                name='CallerFlag',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('kind', models.CharField(choices=[('do_not_call', 'Must not be called'), ('at_risk', 'May harm themselves or be harmed'), ('support', 'Needs patience or support'), ('abusive', 'Was abusive'), ('frequent', 'Calls very often'), ('other', 'Other')], max_length=12, verbose_name='kind')),
                    ('phone', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='telephone')),
                    ('phone_index', casework.secrets.fields.BlindIndexField(db_index=True, normalise=hotline.models.calls.phone_key, of='phone')),
                    ('id_number', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='identity number')),
                    ('id_index', casework.secrets.fields.BlindIndexField(db_index=True, of='id_number')),
                    ('note', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='note')),
                    ('until', models.DateField(verbose_name='until')),
                    ('set_at', models.DateTimeField(verbose_name='set')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='flags', to='hotline.callrecord', verbose_name='call')),
                ],
                options={
                    'verbose_name': 'caller flag',
                    'verbose_name_plural': 'caller flags',
                    'ordering': ('until', 'pk'),
                    'indexes': [models.Index(fields=['until'], name='flag_until')],
                },
            ),
        ]),
        Together([
            migrations.AddField(
                model_name='workorder',
                name='dispatch_rule',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='hotline.dispatchrule', verbose_name='dispatch rule'),
            ),
            migrations.AddField(
                model_name='workorder',
                name='dispatched_to',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='dispatched to'),
            ),
            migrations.AddField(
                model_name='workorder',
                name='handler',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work_orders', to='organizations.officer', verbose_name='handling officer'),
            ),
            migrations.AddField(
                model_name='workorder',
                name='matter',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work_orders', to='supervision.supervisionmatter', verbose_name='supervision matter'),
            ),
            migrations.AddField(
                model_name='workorder',
                name='merged_into',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='hotline.workorder', verbose_name='merged into'),
            ),
            migrations.AddField(
                model_name='workorder',
                name='org',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation'),
            ),
            migrations.AddField(
                model_name='orderdeadline',
                name='file',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='hotline.workorder'),
            ),
            migrations.AddField(
                model_name='groupincident',
                name='orders',
                field=models.ManyToManyField(blank=True, related_name='+', to='hotline.workorder', verbose_name='work orders'),
            ),
            migrations.AddField(
                model_name='callrecord',
                name='about',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later_calls', to='hotline.workorder', verbose_name='about an earlier work order'),
            ),
            migrations.AddField(
                model_name='scoreitem',
                name='sheet',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='hotline.scoresheet', verbose_name='score sheet'),
            ),
            migrations.AddField(
                model_name='qualityreview',
                name='sheet',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='hotline.scoresheet', verbose_name='score sheet'),
            ),
            migrations.AddIndex(
                model_name='calldeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='calldeadline_running'),
            ),
            migrations.AddConstraint(
                model_name='caselink',
                constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('call', 'case'), name='one_link_per_call_and_case'),
            ),
            migrations.AddIndex(
                model_name='circular',
                index=models.Index(fields=['scope', '-id'], name='circular_list', opclasses=['varchar_pattern_ops', 'int8_ops']),
            ),
            migrations.AddConstraint(
                model_name='circular',
                constraint=models.UniqueConstraint(fields=('org', 'week_from'), name='one_circular_per_org_and_week'),
            ),
            migrations.AddConstraint(
                model_name='dispatchrule',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('level', ''), ('unit__isnull', False)), models.Q(('unit__isnull', True), models.Q(('level', ''), _negated=True)), _connector='OR'), name='dispatch_rule_names_one_target'),
            ),
            migrations.AddConstraint(
                model_name='dispatchrule',
                constraint=models.UniqueConstraint(fields=('category', 'region', 'valid_from'), name='one_dispatch_rule_per_category_place_and_date', nulls_distinct=False),
            ),
            migrations.AddConstraint(
                model_name='hiddenpart',
                constraint=models.UniqueConstraint(fields=('user', 'part'), name='a_part_is_hidden_once'),
            ),
            migrations.AddIndex(
                model_name='incidentreport',
                index=models.Index(condition=models.Q(('given_at', None), ('lapsed_at', None)), fields=['due_at'], name='incident_report_due'),
            ),
            migrations.AddConstraint(
                model_name='incidentreport',
                constraint=models.UniqueConstraint(condition=models.Q(('given_at', None), ('lapsed_at', None)), fields=('incident', 'kind'), name='one_report_due_per_kind'),
            ),
            migrations.AddIndex(
                model_name='knowledgeversion',
                index=models.Index(fields=['scope', '-id'], name='knowledge_list'),
            ),
            migrations.AddConstraint(
                model_name='knowledgeversion',
                constraint=models.UniqueConstraint(fields=('article', 'edition'), name='one_text_per_edition'),
            ),
            migrations.AddConstraint(
                model_name='knowledgeversion',
                constraint=models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('article',), name='one_draft_per_article'),
            ),
            migrations.AddConstraint(
                model_name='knowledgeversion',
                constraint=models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='article_ends_after_it_begins'),
            ),
            migrations.AddConstraint(
                model_name='knowledgeversion',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'published'), _negated=True), models.Q(('fingerprint', ''), _negated=True), _connector='OR'), name='what_is_published_is_fixed'),
            ),
            migrations.AddConstraint(
                model_name='callanswer',
                constraint=models.UniqueConstraint(fields=('call', 'version'), name='one_row_per_call_and_version'),
            ),
            migrations.AddConstraint(
                model_name='limitationfact',
                constraint=models.CheckConstraint(condition=models.Q(('until', None), models.Q(('kind', 'force_majeure'), ('until__gte', models.F('day'))), _connector='OR'), name='only_a_hindrance_has_a_last_day'),
            ),
            migrations.AddIndex(
                model_name='linecall',
                index=models.Index(condition=models.Q(('reason', ''), ('record', None)), fields=['scope', '-id'], name='line_unregistered', opclasses=['varchar_pattern_ops', 'int8_ops']),
            ),
            migrations.AddIndex(
                model_name='linecall',
                index=models.Index(fields=['scope', 'began_at'], name='line_begun', opclasses=['varchar_pattern_ops', 'timestamptz_ops']),
            ),
            migrations.AddIndex(
                model_name='linecall',
                index=models.Index(condition=models.Q(('ended_at', None), ('never_ended', False)), fields=['began_at'], name='line_running'),
            ),
            migrations.AddIndex(
                model_name='linecall',
                index=models.Index(fields=['officer', '-began_at'], name='line_of_officer'),
            ),
            migrations.AddConstraint(
                model_name='linecall',
                constraint=models.UniqueConstraint(fields=('exchange', 'key'), name='one_line_call_per_key'),
            ),
            migrations.AddConstraint(
                model_name='linecall',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('accounted_at', None), ('accounted_by', None), ('reason', '')), models.Q(models.Q(('reason', ''), _negated=True), ('accounted_at__isnull', False), ('accounted_by__isnull', False)), _connector='OR'), name='line_call_accounted_with_reason_and_person'),
            ),
            migrations.AddConstraint(
                model_name='linecall',
                constraint=models.CheckConstraint(condition=models.Q(('record', None), ('reason', ''), _connector='OR'), name='line_call_registered_or_accounted'),
            ),
            migrations.AddIndex(
                model_name='handover',
                index=models.Index(condition=models.Q(('answer', '')), fields=['receiver'], name='handover_offered'),
            ),
            migrations.AddConstraint(
                model_name='handover',
                constraint=models.UniqueConstraint(condition=models.Q(('answer', '')), fields=('sender', 'draft_key'), name='one_offer_of_a_form_at_a_time'),
            ),
            migrations.AddConstraint(
                model_name='handover',
                constraint=models.CheckConstraint(condition=models.Q(('sender', models.F('receiver')), _negated=True), name='handover_goes_to_somebody_else'),
            ),
            migrations.AddConstraint(
                model_name='handover',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='handover_answered_at_an_instant'),
            ),
            migrations.AddIndex(
                model_name='lineevent',
                index=models.Index(fields=['exchange', '-received_at'], name='line_event_last'),
            ),
            migrations.AddConstraint(
                model_name='lineevent',
                constraint=models.UniqueConstraint(fields=('exchange', 'webhook_id'), name='one_event_per_message'),
            ),
            migrations.AddIndex(
                model_name='ordertext',
                index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('file'), descending=True), name='ordertext_prefecture'),
            ),
            migrations.AddIndex(
                model_name='ordertext',
                index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('file'), descending=True), name='ordertext_county'),
            ),
            migrations.AddIndex(
                model_name='ordertext',
                index=django.contrib.postgres.indexes.GinIndex(models.Func('scope', 'text', function='search_parts', output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)), gin_pending_list_limit=1024, name='ordertext_parts'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('id'), descending=True), name='order_prefecture'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('id'), descending=True), name='order_county'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(condition=models.Q(('state__in', ['callback_done', 'dispatched', 'feedback_given', 'in_progress', 'registered', 'signed', 'suspended'])), fields=['-id'], name='order_open'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('state__in', ['callback_done', 'dispatched', 'feedback_given', 'in_progress', 'registered', 'signed', 'suspended'])), name='order_open_county'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('due_on')), models.OrderBy(models.F('id')), condition=models.Q(('due_on__isnull', False)), name='order_due'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(condition=models.Q(('state__in', ['callback_done', 'dispatched', 'feedback_given', 'in_progress', 'registered', 'signed', 'suspended'])), fields=['turn'], name='order_turn'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(condition=models.Q(('due_on__isnull', False)), fields=['due_on'], name='order_due_anywhere'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at'], name='order_due_at'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(fields=['number'], name='order_number'),
            ),
            migrations.AddIndex(
                model_name='workorder',
                index=models.Index(fields=['handler', 'state'], name='order_of_handler'),
            ),
            migrations.AddConstraint(
                model_name='workorder',
                constraint=models.CheckConstraint(condition=models.Q(('state__in', ['registered', 'merged']), ('dispatched_to__isnull', False), _connector='OR'), name='dispatched_order_has_a_unit'),
            ),
            migrations.AddConstraint(
                model_name='workorder',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['closed', 'archived']), _negated=True), models.Q(models.Q(('result', ''), _negated=True), ('closed_on__isnull', False)), _connector='OR'), name='closed_order_has_result_and_date'),
            ),
            migrations.AddConstraint(
                model_name='workorder',
                constraint=models.CheckConstraint(condition=models.Q(('merged_into__isnull', False), models.Q(('state', 'merged'), _negated=True), _connector='OR'), name='merged_order_says_where'),
            ),
            migrations.AddConstraint(
                model_name='workorder',
                constraint=models.CheckConstraint(condition=models.Q(('pressed_at__isnull', True), models.Q(('press_cause', ''), _negated=True), _connector='OR'), name='pressed_order_says_why'),
            ),
            migrations.AddIndex(
                model_name='orderdeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='orderdeadline_running'),
            ),
            migrations.AddIndex(
                model_name='groupincident',
                index=models.Index(fields=['scope', '-id'], name='incident_list', opclasses=['varchar_pattern_ops', 'int8_ops']),
            ),
            migrations.AddIndex(
                model_name='groupincident',
                index=models.Index(condition=models.Q(('state__in', ['closed', 'dismissed']), _negated=True), fields=['org', 'employer'], name='incident_live'),
            ),
            migrations.AddConstraint(
                model_name='groupincident',
                constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('org', 'number'), name='one_incident_per_number'),
            ),
            migrations.AddConstraint(
                model_name='groupincident',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_at__isnull', False), _connector='OR'), name='incident_ends_with_an_instant'),
            ),
            migrations.AddConstraint(
                model_name='extensionrequest',
                constraint=models.UniqueConstraint(condition=models.Q(('granted', None)), fields=('order',), name='one_open_extension_request_per_order'),
            ),
            migrations.AddConstraint(
                model_name='circularentry',
                constraint=models.UniqueConstraint(fields=('circular', 'order'), name='one_line_per_order_and_circular'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('id'), descending=True), name='call_prefecture'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('id'), descending=True), name='call_county'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(fields=['request_type', '-id'], name='call_kind'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(django.db.models.functions.text.Left('scope', 9), models.F('request_type'), models.OrderBy(models.F('id'), descending=True), name='call_kind_county'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(condition=models.Q(('phone_index', ''), _negated=True), fields=['phone_index', '-started_at'], name='call_contacts'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(fields=['handled_by', '-started_at'], name='call_of_operator'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(fields=['handled_by', '-id'], name='call_mine'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(condition=models.Q(('state', 'registered')), fields=['-id'], name='call_unanswered'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('state', 'registered')), name='call_unanswered_county'),
            ),
            migrations.AddIndex(
                model_name='callrecord',
                index=models.Index(fields=['number'], name='call_number'),
            ),
            migrations.AddConstraint(
                model_name='callrecord',
                constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('org', 'number'), name='one_call_per_number'),
            ),
            migrations.AddConstraint(
                model_name='callrecord',
                constraint=models.UniqueConstraint(condition=models.Q(('external_no', ''), _negated=True), fields=('org', 'external_no'), name='one_call_per_external_number'),
            ),
            migrations.AddConstraint(
                model_name='callrecord',
                constraint=models.CheckConstraint(condition=models.Q(('request_type__in', ['invalid', 'praise']), models.Q(('category__isnull', False), models.Q(('facts', ''), _negated=True)), _connector='OR'), name='call_which_is_a_request_says_what'),
            ),
            migrations.AddConstraint(
                model_name='callrecord',
                constraint=models.CheckConstraint(condition=models.Q(('occurred_from', None), ('occurred_to', None), ('occurred_to__gte', models.F('occurred_from')), _connector='OR'), name='call_ends_no_earlier_than_it_happened'),
            ),
            migrations.AddConstraint(
                model_name='callrecord',
                constraint=models.CheckConstraint(condition=models.Q(('authority', ''), models.Q(('relation', ''), _negated=True), _connector='OR'), name='authority_is_that_of_somebody_else'),
            ),
            migrations.AddIndex(
                model_name='callbackbooking',
                index=models.Index(condition=models.Q(('ended_at', None)), fields=['planned_at'], name='callback_planned'),
            ),
            migrations.AddConstraint(
                model_name='callbackbooking',
                constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('order',), name='one_planned_callback_per_order'),
            ),
            migrations.AddConstraint(
                model_name='qualitysample',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('number__isnull', False), ('percent', None)), models.Q(('number', None), ('percent__isnull', False)), _connector='OR'), name='sample_has_a_number_or_a_share'),
            ),
            migrations.AddIndex(
                model_name='reviewdeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='reviewdeadline_running'),
            ),
            migrations.AddIndex(
                model_name='roster',
                index=models.Index(fields=['scope', '-id'], name='roster_list', opclasses=['varchar_pattern_ops', 'int8_ops']),
            ),
            migrations.AddConstraint(
                model_name='roster',
                constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('begins_at'))), name='roster_ends_after_it_begins'),
            ),
            migrations.AddConstraint(
                model_name='roster',
                constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('state', 'published')), expressions=[('org', '='), (models.Func(models.F('begins_at'), models.F('ends_at'), function='tstzrange', output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField()), '&&')], name='one_published_roster_at_a_time'),
            ),
            migrations.AddIndex(
                model_name='dutyshift',
                index=models.Index(fields=['scope', 'begins_at'], name='shift_answering'),
            ),
            migrations.AddIndex(
                model_name='dutyshift',
                index=models.Index(fields=['org', 'ends_at'], name='shift_handover'),
            ),
            migrations.AddConstraint(
                model_name='dutyshift',
                constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('begins_at'))), name='shift_ends_after_it_begins'),
            ),
            migrations.AddConstraint(
                model_name='dutyshift',
                constraint=models.CheckConstraint(condition=models.Q(('leader', models.F('backup')), _negated=True), name='shift_backup_is_somebody_else'),
            ),
            migrations.AddConstraint(
                model_name='dutyshift',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'taken_over'), _negated=True), models.Q(('taken_over_at__isnull', False), ('taken_over_by__isnull', False)), _connector='OR'), name='shift_taken_over_by_somebody'),
            ),
            migrations.AddConstraint(
                model_name='dutyshift',
                constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('state', 'dropped'), _negated=True), expressions=[('roster', '='), (models.Func(models.F('begins_at'), models.F('ends_at'), function='tstzrange', output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField()), '&&')], name='one_shift_at_a_time'),
            ),
            migrations.AddConstraint(
                model_name='scoremark',
                constraint=models.UniqueConstraint(fields=('review', 'item'), name='one_mark_per_item'),
            ),
            migrations.AddConstraint(
                model_name='scoreitem',
                constraint=models.UniqueConstraint(fields=('sheet', 'position'), name='one_item_per_position'),
            ),
            migrations.AddConstraint(
                model_name='scoreitem',
                constraint=models.CheckConstraint(condition=models.Q(('points__gt', 0)), name='an_item_has_points'),
            ),
            migrations.AddIndex(
                model_name='qualityreview',
                index=models.Index(fields=['scope', 'state', '-id'], name='review_list', opclasses=['varchar_pattern_ops', 'varchar_ops', 'int8_ops']),
            ),
            migrations.AddIndex(
                model_name='qualityreview',
                index=models.Index(fields=['assessed', 'done_on'], name='review_of_officer'),
            ),
            migrations.AddConstraint(
                model_name='qualityreview',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('call__isnull', False), ('order', None)), models.Q(('call', None), ('order__isnull', False)), _connector='OR'), name='review_is_of_a_call_or_an_order'),
            ),
            migrations.AddConstraint(
                model_name='qualityreview',
                constraint=models.CheckConstraint(condition=models.Q(('state', 'drawn'), models.Q(('inspector__isnull', False), ('score__gte', 0), ('score__lte', Decimal('100')), ('sheet__isnull', False)), _connector='OR'), name='scored_review_has_score_sheet_and_inspector'),
            ),
            migrations.AddIndex(
                model_name='seat',
                index=models.Index(fields=['exchange', 'extension', '-since'], name='seat_at_an_instant'),
            ),
            migrations.AddConstraint(
                model_name='seat',
                constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('exchange', 'extension'), name='one_officer_per_extension'),
            ),
            migrations.AddConstraint(
                model_name='seat',
                constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('officer',), name='one_extension_per_officer'),
            ),
        ]),
    ]
