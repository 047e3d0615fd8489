from django.db import migrations

from casework.operations import ProtectHistory

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


class Migration(migrations.Migration):
    """History is not rewritten; a message is not changed and not lost."""

    replaces = [
        ("referrals", "0003_content_of_each_kind"),
        ("referrals", "0004_outbox_lines_and_balances"),
        ("referrals", "0005_incoming_referrals"),
        ("referrals", "0006_ways_questions_and_joint_matters"),
        ("referrals", "0007_protect_joint_history"),
    ]
    dependencies = [("referrals", "0001_initial")]

    operations = [
        ProtectHistory("referrals_referralevent"),
        ProtectHistory("referrals_jointevent"),
        migrations.RunSQL(KEEP, FREE),
    ]
