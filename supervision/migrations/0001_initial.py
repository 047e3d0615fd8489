import casework.secrets.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from casework.operations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_initial'),
        ('disputes', '0001_initial'),
        ('organizations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='SupervisionTopic',
                fields=[
                    ('code', models.CharField(max_length=30, primary_key=True, serialize=False, verbose_name='code')),
                    ('name', models.CharField(max_length=60, verbose_name='name')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ('valid_from', models.DateField(verbose_name='in force from')),
                    ('valid_to', models.DateField(blank=True, null=True, verbose_name='abolished on')),
                ],
                options={
                    'verbose_name': 'topic of supervision',
                    'verbose_name_plural': 'topics of supervision',
                    'ordering': ('position', 'code'),
                },
            ),
            migrations.CreateModel(
                name='DocumentDeadline',
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
                name='DocumentExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='supervision.documentdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='DocumentPause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='supervision.documentdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='DocumentVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('edition', models.PositiveSmallIntegerField(verbose_name='version')),
                    ('text', models.TextField(verbose_name='text')),
                    ('at', models.DateTimeField(verbose_name='recorded')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                ],
                options={
                    'verbose_name': 'version of a draft',
                    'verbose_name_plural': 'versions of drafts',
                    'ordering': ('edition',),
                },
            ),
            migrations.CreateModel(
                name='MatterAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='AddressConfirmation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('channel', models.CharField(choices=[('email', 'E-mail'), ('sms', 'Text message'), ('fax', 'Fax'), ('platform', 'Account on a platform')], max_length=8, verbose_name='way of electronic service')),
                    ('address', casework.secrets.fields.EncryptedTextField(verbose_name='confirmed electronic address')),
                    ('confirmed_by', casework.secrets.fields.EncryptedTextField(verbose_name='confirmed by')),
                    ('confirmed_on', models.DateField(verbose_name='address confirmed on')),
                    ('revoked_on', models.DateField(blank=True, null=True, verbose_name='taken back on')),
                    ('at', models.DateTimeField(verbose_name='recorded')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('proof', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='supervision.matterattachment', verbose_name='signed confirmation')),
                ],
                options={
                    'verbose_name': 'confirmation of an electronic address',
                    'verbose_name_plural': 'confirmations of electronic addresses',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='MatterDeadline',
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
                name='MatterEvidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField(verbose_name='number')),
                    ('name', models.CharField(max_length=150, verbose_name='name of the evidence')),
                    ('form', models.CharField(choices=[('original', 'Original'), ('copy', 'Copy, compared with the original'), ('photo', 'Photograph, sound or film'), ('statement', 'Statement on record')], max_length=10, verbose_name='form')),
                    ('origin', models.CharField(max_length=100, verbose_name='where it comes from')),
                    ('proves', models.CharField(max_length=300, verbose_name='what it proves')),
                    ('pages', models.PositiveIntegerField(blank=True, null=True, verbose_name='pages')),
                    ('at', models.DateTimeField(verbose_name='recorded')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                ],
                options={
                    'verbose_name': 'evidence',
                    'verbose_name_plural': 'evidence',
                    'ordering': ('position',),
                },
            ),
            migrations.CreateModel(
                name='MatterExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='supervision.matterdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='MatterPause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='supervision.matterdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PartnerDocument',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('awaiting', 'Awaiting reply'), ('answered', 'Replied'), ('closed', 'Closed')], max_length=24, verbose_name='state')),
                    ('kind', models.CharField(choices=[('procuratorial', 'Procuratorial recommendation'), ('judicial', 'Judicial recommendation'), ('compliance', 'Compliance proposal of the procuratorate'), ('joint_letter', 'Letter sent jointly with a partner'), ('rectification_order', 'Order to correct'), ('interview', 'Joint interview')], max_length=20, verbose_name='kind')),
                    ('doc_no', models.CharField(blank=True, max_length=60, verbose_name='number of the document')),
                    ('served_on', models.DateField(verbose_name='served on')),
                    ('replied_on', models.DateField(blank=True, null=True, verbose_name='replied on')),
                    ('objected', models.BooleanField(default=False, verbose_name='the addressee objected')),
                    ('summary', models.TextField(verbose_name='content')),
                    ('answer', models.TextField(blank=True, verbose_name='content of the reply')),
                    ('outcome', models.CharField(blank=True, choices=[('adopted', 'Followed'), ('partly', 'Followed in part'), ('not_adopted', 'Not followed'), ('reexamined', 'Objection examined, document taken back'), ('no_reply', 'No reply'), ('none_needed', 'No reply was asked for')], max_length=16, verbose_name='outcome')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                    ('authority', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.authority', verbose_name='authority addressed')),
                    ('issuer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.authority', verbose_name='issuing authority')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                ],
                options={
                    'verbose_name': 'document of a partner',
                    'verbose_name_plural': 'documents of partners',
                },
            ),
            migrations.CreateModel(
                name='PartnerDeadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('started_on', models.DateField(verbose_name='started')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='met')),
                    ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.deadlinerule', verbose_name='rule')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='supervision.partnerdocument')),
                ],
                options={
                    'ordering': ('started_on', 'pk'),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PartnerAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='supervision.partnerdocument')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PartnerEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='supervision.partnerdocument')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PartnerExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='supervision.partnerdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PartnerPause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='supervision.partnerdeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReviewComment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('paragraph', models.PositiveIntegerField(verbose_name='paragraph')),
                    ('text', models.TextField(verbose_name='comment')),
                    ('at', models.DateTimeField(verbose_name='recorded')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='supervision.documentversion')),
                ],
                options={
                    'verbose_name': 'comment of the review',
                    'verbose_name_plural': 'comments of the review',
                    'ordering': ('paragraph', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='ServiceAttempt',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('method', models.CharField(choices=[('direct', 'Direct service'), ('left', 'Left at the place'), ('postal', 'By post'), ('electronic', 'Electronic service'), ('public_notice', 'By public notice')], max_length=14, verbose_name='method')),
                    ('address', models.CharField(max_length=200, verbose_name='address')),
                    ('sent_on', models.DateField(verbose_name='sent on')),
                    ('served_on', models.DateField(blank=True, null=True, verbose_name='served on')),
                    ('received_by', models.CharField(blank=True, max_length=60, verbose_name='received by')),
                    ('receiver_title', models.CharField(blank=True, max_length=60, verbose_name='title of the receiver')),
                    ('witness_names', models.CharField(blank=True, max_length=120, verbose_name='witnesses')),
                    ('tracking_no', models.CharField(blank=True, max_length=60, verbose_name='tracking number')),
                    ('channel', models.CharField(blank=True, max_length=150, verbose_name='place of publication')),
                    ('outcome', models.CharField(choices=[('pending', 'Under way'), ('served', 'Served'), ('refused_left', 'Refused, left at the place'), ('returned', 'Came back')], default='pending', max_length=12, verbose_name='result')),
                    ('reason', models.TextField(blank=True, verbose_name='reason')),
                    ('at', models.DateTimeField(verbose_name='recorded')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('confirmation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='supervision.addressconfirmation', verbose_name='confirmed electronic address')),
                ],
                options={
                    'verbose_name': 'attempt at service',
                    'verbose_name_plural': 'attempts at service',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='DocumentAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('place', models.CharField(blank=True, choices=[('service', 'Proof of service'), ('reply', 'Reply'), ('verification', 'Verification')], max_length=12, verbose_name='place in the file')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('attempt', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proofs', to='supervision.serviceattempt')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='SupervisionDocument',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('in_review', 'In review'), ('returned_for_revision', 'Returned for revision'), ('approved', 'Approved'), ('dispatched', 'Dispatched'), ('service_failed', 'Service failed'), ('awaiting_reply', 'Awaiting reply'), ('replied', 'Replied'), ('verifying', 'Being verified'), ('escalated', 'Escalated'), ('closed', 'Closed'), ('withdrawn', 'Withdrawn'), ('void', 'Void')], max_length=24, verbose_name='state')),
                    ('kind', models.CharField(choices=[('reminder_letter', 'Reminder letter'), ('opinion', 'Opinion'), ('recommendation', 'Recommendation')], max_length=16, verbose_name='kind')),
                    ('audience', models.CharField(choices=[('targeted', 'To one addressee'), ('public', 'Published to all employers concerned')], default='targeted', max_length=8, verbose_name='audience')),
                    ('public_addressee', models.CharField(blank=True, max_length=100, verbose_name='employers addressed')),
                    ('addressee_address', models.CharField(blank=True, max_length=200, verbose_name='address for service')),
                    ('facts', models.TextField(blank=True, verbose_name='facts or risk')),
                    ('legal_basis', models.TextField(blank=True, verbose_name='legal basis')),
                    ('demands', models.TextField(blank=True, verbose_name='what is to be done')),
                    ('contact_name', models.CharField(blank=True, max_length=60, verbose_name='contact')),
                    ('contact_phone', models.CharField(blank=True, max_length=30, verbose_name='telephone of the contact')),
                    ('contact_address', models.CharField(blank=True, max_length=200, verbose_name='address of the contact')),
                    ('copies', models.CharField(blank=True, max_length=200, verbose_name='copies to')),
                    ('waiver_reason', models.TextField(blank=True, verbose_name='why an earlier document is skipped')),
                    ('no_conflict', models.BooleanField(default=False, verbose_name='nobody who drafts or investigates has an interest')),
                    ('doc_date', models.DateField(blank=True, null=True, verbose_name='date of the document')),
                    ('serial', models.PositiveIntegerField(blank=True, null=True, verbose_name='running number')),
                    ('frozen_text', models.TextField(blank=True, verbose_name='text as signed')),
                    ('text_sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256 of the text')),
                    ('frozen_sheet', models.JSONField(blank=True, null=True, verbose_name='sheet as signed')),
                    ('verification_code', models.CharField(blank=True, max_length=24, verbose_name='code of verification')),
                    ('dispatched_on', models.DateField(blank=True, null=True, verbose_name='dispatched on')),
                    ('published_on', models.DateField(blank=True, null=True, verbose_name='published on')),
                    ('publication', models.CharField(blank=True, max_length=200, verbose_name='where it was published')),
                    ('served_on', models.DateField(blank=True, null=True, verbose_name='served on')),
                    ('replied_on', models.DateField(blank=True, null=True, verbose_name='replied on')),
                    ('rectify_by', models.DateField(blank=True, null=True, verbose_name='to be corrected by')),
                    ('authority_case_no', models.CharField(blank=True, max_length=60, verbose_name='case number of the authority')),
                    ('docketed_on', models.DateField(blank=True, null=True, verbose_name='docketed on')),
                    ('fate', models.CharField(blank=True, choices=[('unanswered', 'Not answered in time'), ('refused', 'Correction refused'), ('inadequate', 'Answer inadequate'), ('uncorrected', 'Not corrected in time'), ('not_accepted', 'Refused to take the document')], max_length=12, verbose_name='what became of it')),
                    ('outcome', models.CharField(blank=True, choices=[('rectified', 'Rectified'), ('not_established', 'Breach not established'), ('published', 'Issued publicly'), ('corrected', "Corrected on the authority's order"), ('penalised', 'Penalised by the authority'), ('no_breach', 'The authority found no breach'), ('out_of_scope', "Outside the authority's powers"), ('withdrawn', 'Withdrawn'), ('void', 'Void')], max_length=16, verbose_name='outcome')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                    ('withdrawal_served_on', models.DateField(blank=True, null=True, verbose_name='withdrawal notice served on')),
                    ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='signed by')),
                    ('authority', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.authority', verbose_name='authority addressed')),
                    ('drafter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='drafter')),
                    ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='casework.employer', verbose_name='employer addressed')),
                    ('endorsed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='reviewed by')),
                    ('evidence', models.ManyToManyField(blank=True, related_name='documents', to='supervision.matterevidence', verbose_name='evidence named')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                ],
                options={
                    'verbose_name': 'supervision document',
                    'verbose_name_plural': 'supervision documents',
                },
            ),
            migrations.CreateModel(
                name='Sealing',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('manner', models.CharField(choices=[('sample', 'Sample seal of the system'), ('handed_in', 'Sealed elsewhere and handed in')], max_length=10, verbose_name='way of sealing')),
                    ('at', models.DateTimeField(verbose_name='sealed at')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('sealed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='file with the seal')),
                    ('unsealed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='file before the seal')),
                    ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sealing', to='supervision.supervisiondocument')),
                ],
                options={
                    'verbose_name': 'sealing',
                    'verbose_name_plural': 'sealings',
                },
            ),
            migrations.CreateModel(
                name='Reply',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('replied_on', models.DateField(verbose_name='received on')),
                    ('stance', models.CharField(choices=[('corrected', 'Reports the correction'), ('promised', 'Promises the correction'), ('partly', 'Accepts in part'), ('refused', 'Refuses'), ('objected', 'Objects: finds the document wrong'), ('docketed', 'Docketed by the authority'), ('not_docketed', 'Not docketed, with reasons')], max_length=12, verbose_name='position')),
                    ('summary', models.TextField(verbose_name='content')),
                    ('is_late', models.BooleanField(default=False, verbose_name='after the next step was taken')),
                    ('at', models.DateTimeField(verbose_name='recorded')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='supervision.supervisiondocument')),
                ],
                options={
                    'verbose_name': 'reply',
                    'verbose_name_plural': 'replies',
                    'ordering': ('replied_on', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='DocumentRecovery',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('wages', 'Wages'), ('compensation', 'Compensation'), ('injury', 'Work-injury benefits'), ('social_insurance', 'Social insurance paid in'), ('other', 'Other')], default='wages', max_length=16, verbose_name='kind')),
                    ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='amount (yuan)')),
                    ('person_count', models.PositiveIntegerField(default=1, verbose_name='persons')),
                    ('paid_on', models.DateField(verbose_name='paid on')),
                    ('reason', models.TextField(blank=True, verbose_name='reason')),
                    ('proof', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='supervision.documentattachment', verbose_name='proof of the payment')),
                    ('reverses', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversed_by', to='supervision.documentrecovery', verbose_name='entry taken back')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recoveries', to='supervision.supervisiondocument')),
                ],
                options={
                    'verbose_name': 'amount recovered',
                    'verbose_name_plural': 'amounts recovered',
                    'ordering': ('paid_on', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='DocumentEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='supervision.supervisiondocument')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='SupervisionMatter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('open', 'In progress'), ('declined', 'Declined, notice to be given'), ('closed', 'Closed')], max_length=24, verbose_name='state')),
                    ('source', models.CharField(choices=[('complaint', 'Complaint of workers'), ('work_order', 'Work order of the hotline'), ('case', 'Dispute case'), ('inspection', 'Inspection visit'), ('news', 'News report'), ('own_finding', 'Found by the union itself')], max_length=12, verbose_name='source')),
                    ('source_detail', models.CharField(blank=True, max_length=200, verbose_name='about the source')),
                    ('received_on', models.DateField(verbose_name='registered on')),
                    ('facts', models.TextField(verbose_name='facts or risk')),
                    ('workers_affected', models.PositiveIntegerField(default=1, verbose_name='workers affected')),
                    ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='amount concerned (yuan)')),
                    ('decline_ground', models.CharField(blank=True, choices=[('outside_scope', 'Outside the scope of supervision'), ('with_authority', 'Taken on by an authority already'), ('in_arbitration', 'Taken on by the arbitration commission already'), ('in_court', 'Taken on by a court already')], max_length=16, verbose_name='why it was not accepted')),
                    ('notified_on', models.DateField(blank=True, null=True, verbose_name='notice of refusal given on')),
                    ('outcome', models.CharField(blank=True, choices=[('rectified', 'Rectified'), ('not_established', 'Breach not established'), ('handed_to_authority', 'Handed to the authority'), ('withdrawn', 'Withdrawn'), ('published', 'Published to all employers'), ('declined', 'Complaint not accepted')], max_length=20, verbose_name='outcome')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                    ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matters', to='disputes.disputecase', verbose_name='dispute case')),
                    ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matters', to='casework.employer', verbose_name='employer')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                    ('topic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='supervision.supervisiontopic', verbose_name='topic')),
                ],
                options={
                    'verbose_name': 'supervision matter',
                    'verbose_name_plural': 'supervision matters',
                },
            ),
            migrations.CreateModel(
                name='MatterRecusal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('interest', models.CharField(choices=[('own', "Interest of one's own"), ('relative', 'Interest of a near relative'), ('other', 'Another tie that puts fairness in doubt')], max_length=10, verbose_name='interest')),
                    ('at', models.DateTimeField(verbose_name='recorded')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='supervision.supervisionmatter')),
                ],
            ),
            migrations.CreateModel(
                name='MatterEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='supervision.supervisionmatter')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Investigation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('held_on', models.DateField(verbose_name='investigated on')),
                    ('way', models.CharField(max_length=100, verbose_name='way of investigation')),
                    ('findings', models.TextField(verbose_name='findings')),
                    ('cooperation', models.CharField(choices=[('cooperated', 'The employer co-operated'), ('refused', 'The employer refused to co-operate'), ('false_papers', 'The employer showed false papers')], default='cooperated', max_length=12, verbose_name='co-operation of the employer')),
                    ('persons', models.PositiveIntegerField(blank=True, null=True, verbose_name='workers concerned, as found')),
                    ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='amount found (yuan)')),
                    ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='investigations', to='supervision.supervisionmatter')),
                ],
                options={
                    'verbose_name': 'investigation',
                    'verbose_name_plural': 'investigations',
                    'ordering': ('held_on', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='BatchLine',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('addressee', models.CharField(max_length=100, verbose_name='employers addressed')),
                    ('reason', models.TextField(blank=True, verbose_name='why it was not done')),
                    ('at', models.DateTimeField(verbose_name='recorded')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='supervision.supervisiondocument', verbose_name='document')),
                    ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='batch_lines', to='supervision.supervisionmatter')),
                ],
                options={
                    'verbose_name': 'line of an act on many letters',
                    'verbose_name_plural': 'lines of acts on many letters',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='Verification',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('way', models.CharField(choices=[('on_site', 'On the spot'), ('papers', 'By papers')], max_length=8, verbose_name='way of verification')),
                    ('verified_on', models.DateField(verbose_name='verified on')),
                    ('corrected', models.BooleanField(verbose_name='corrected')),
                    ('findings', models.TextField(verbose_name='what was seen')),
                    ('at', models.DateTimeField(verbose_name='recorded')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verifications', to='supervision.supervisiondocument')),
                ],
                options={
                    'verbose_name': 'verification',
                    'verbose_name_plural': 'verifications',
                    'ordering': ('verified_on', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='Investigator',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('certificate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.certificate', verbose_name='certificate')),
                    ('investigation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='investigators', to='supervision.investigation')),
                    ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='supervisor')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('investigation', 'officer'), name='one_entry_per_investigator')],
                },
            ),
        ]),
        Together([
            migrations.AddField(
                model_name='matterattachment',
                name='evidence',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='supervision.matterevidence'),
            ),
            migrations.AddField(
                model_name='serviceattempt',
                name='file',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='service_attempts', to='supervision.supervisiondocument'),
            ),
            migrations.AddField(
                model_name='documentversion',
                name='file',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='supervision.supervisiondocument'),
            ),
            migrations.AddField(
                model_name='documentdeadline',
                name='file',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='supervision.supervisiondocument'),
            ),
            migrations.AddField(
                model_name='documentattachment',
                name='file',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='supervision.supervisiondocument'),
            ),
            migrations.AddField(
                model_name='supervisiondocument',
                name='matter',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='supervision.supervisionmatter', verbose_name='supervision matter'),
            ),
            migrations.AddField(
                model_name='partnerdocument',
                name='matter',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partner_documents', to='supervision.supervisionmatter', verbose_name='supervision matter'),
            ),
            migrations.AddField(
                model_name='matterevidence',
                name='matter',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='supervision.supervisionmatter'),
            ),
            migrations.AddField(
                model_name='matterdeadline',
                name='file',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='supervision.supervisionmatter'),
            ),
            migrations.AddField(
                model_name='matterattachment',
                name='file',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='supervision.supervisionmatter'),
            ),
            migrations.AddField(
                model_name='addressconfirmation',
                name='matter',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='address_confirmations', to='supervision.supervisionmatter'),
            ),
            migrations.AddIndex(
                model_name='partnerdeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='partnerdeadline_running'),
            ),
            migrations.AddConstraint(
                model_name='documentversion',
                constraint=models.UniqueConstraint(fields=('file', 'edition'), name='one_version_per_edition'),
            ),
            migrations.AddConstraint(
                model_name='documentrecovery',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('amount__gt', 0), ('reverses', None)), models.Q(('amount__lt', 0), ('reverses__isnull', False)), _connector='OR'), name='recovery_above_zero_or_taken_back'),
            ),
            migrations.AddIndex(
                model_name='documentdeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='documentdeadline_running'),
            ),
            migrations.AddIndex(
                model_name='supervisiondocument',
                index=models.Index(fields=['scope', 'state', '-id'], name='document_list', opclasses=['varchar_pattern_ops', 'varchar_ops', 'int8_ops']),
            ),
            migrations.AddIndex(
                model_name='supervisiondocument',
                index=models.Index(fields=['scope', 'state', 'due_on', 'id'], name='document_due', opclasses=['varchar_pattern_ops', 'varchar_ops', 'date_ops', 'int8_ops']),
            ),
            migrations.AddIndex(
                model_name='supervisiondocument',
                index=models.Index(fields=['number'], name='document_number'),
            ),
            migrations.AddIndex(
                model_name='supervisiondocument',
                index=models.Index(condition=models.Q(('state', 'approved')), fields=['id'], name='document_to_seal'),
            ),
            migrations.AddConstraint(
                model_name='supervisiondocument',
                constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('org', 'kind', 'number'), name='one_document_per_number'),
            ),
            migrations.AddConstraint(
                model_name='supervisiondocument',
                constraint=models.UniqueConstraint(models.F('org'), models.F('kind'), django.db.models.functions.datetime.ExtractYear('doc_date'), models.F('serial'), condition=models.Q(('serial__isnull', False)), name='one_document_per_serial'),
            ),
            migrations.AddConstraint(
                model_name='supervisiondocument',
                constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'in_review', 'returned_for_revision', 'withdrawn']), models.Q(models.Q(('number', ''), _negated=True), models.Q(('frozen_text', ''), _negated=True), models.Q(('text_sha256', ''), _negated=True), ('doc_date__isnull', False), ('serial__isnull', False)), _connector='OR'), name='signed_document_is_complete'),
            ),
            migrations.AddConstraint(
                model_name='supervisiondocument',
                constraint=models.UniqueConstraint(condition=models.Q(('verification_code', ''), _negated=True), fields=('verification_code',), name='one_document_per_code'),
            ),
            migrations.AddConstraint(
                model_name='supervisiondocument',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('audience', 'public'), ('authority', None), ('kind', 'reminder_letter')), models.Q(('audience', 'targeted'), ('authority__isnull', False), ('kind', 'recommendation')), models.Q(('kind__in', ['reminder_letter', 'opinion']), ('audience', 'targeted'), ('employer__isnull', False)), _connector='OR'), name='document_has_one_addressee'),
            ),
            migrations.AddConstraint(
                model_name='supervisiondocument',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['awaiting_reply', 'replied', 'verifying']), _negated=True), ('served_on__isnull', False), _connector='OR'), name='reply_clock_needs_service'),
            ),
            migrations.AddIndex(
                model_name='partnerdocument',
                index=models.Index(fields=['scope', 'state', 'due_on', 'id'], name='partner_due', opclasses=['varchar_pattern_ops', 'varchar_ops', 'date_ops', 'int8_ops']),
            ),
            migrations.AddConstraint(
                model_name='partnerdocument',
                constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('org', 'number'), name='one_partner_document_per_number'),
            ),
            migrations.AddConstraint(
                model_name='partnerdocument',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on', None), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('closed_on__isnull', False), ('state', 'closed')), _connector='OR'), name='closed_partner_document_has_outcome'),
            ),
            migrations.AddConstraint(
                model_name='matterrecusal',
                constraint=models.UniqueConstraint(fields=('matter', 'person'), name='one_recusal_per_person'),
            ),
            migrations.AddConstraint(
                model_name='matterevidence',
                constraint=models.UniqueConstraint(fields=('matter', 'position'), name='one_evidence_per_number'),
            ),
            migrations.AddIndex(
                model_name='matterdeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='matterdeadline_running'),
            ),
            migrations.AddIndex(
                model_name='supervisionmatter',
                index=models.Index(fields=['scope', 'state', '-id'], name='matter_list', opclasses=['varchar_pattern_ops', 'varchar_ops', 'int8_ops']),
            ),
            migrations.AddConstraint(
                model_name='supervisionmatter',
                constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('org', 'number'), name='one_matter_per_number'),
            ),
            migrations.AddConstraint(
                model_name='supervisionmatter',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on', None), ('outcome', ''), ('state__in', ['open', 'declined'])), models.Q(models.Q(('outcome', ''), _negated=True), ('closed_on__isnull', False), ('state', 'closed')), _connector='OR'), name='closed_matter_has_outcome'),
            ),
        ]),
    ]
