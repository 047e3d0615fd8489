"""The statements that take messages out of the outbox: by the database's clock, each in one statement.

A message is free when it is due and no earlier one of the same case waits for the same authority; one that is parked
holds back the later ones until a person lets them past. Of one authority no more are under way than its line carries,
and of one whose line is broken a single one each minute.
"""

from __future__ import annotations

DUE = """
    d.done_at IS NULL AND d.parked_at IS NULL AND d.cancelled_at IS NULL
    AND d.next_attempt_at <= clock_timestamp()
    AND NOT EXISTS (
        SELECT 1 FROM referrals_delivery AS earlier
        WHERE earlier.source = d.source AND earlier.authority_id = d.authority_id AND earlier.id < d.id
          AND earlier.done_at IS NULL AND earlier.cancelled_at IS NULL AND earlier.passed_at IS NULL
    )
"""
FREE = f"{DUE} AND (d.lease IS NULL OR d.leased_until <= clock_timestamp())"

# From one authority with pending messages to the next: as many steps as authorities, however long their queues are.
WAITING = """
    RECURSIVE waiting AS (
        (SELECT authority_id FROM referrals_delivery
         WHERE done_at IS NULL AND parked_at IS NULL AND cancelled_at IS NULL
         ORDER BY authority_id LIMIT 1)
        UNION ALL
        SELECT (SELECT d.authority_id FROM referrals_delivery AS d
                WHERE d.authority_id > waiting.authority_id
                  AND d.done_at IS NULL AND d.parked_at IS NULL AND d.cancelled_at IS NULL
                ORDER BY d.authority_id LIMIT 1)
        FROM waiting WHERE waiting.authority_id IS NOT NULL
    )
"""

# MATERIALIZED, because a subquery may be run twice. One relay at a time counts what is under way; another that comes
# at the same moment takes nothing, and comes again in a second.
LEASE = f"""
    WITH {WAITING},
    room AS (
        SELECT waiting.authority_id,
               CASE WHEN circuit.probe_at IS NULL THEN coalesce(circuit.at_once, %(at_once)s)
                    WHEN circuit.probe_at <= clock_timestamp() THEN 1 ELSE 0 END
               - (SELECT count(*) FROM referrals_delivery AS d
                  WHERE d.authority_id = waiting.authority_id AND d.lease IS NOT NULL
                    AND d.leased_until > clock_timestamp()
                    AND d.done_at IS NULL AND d.parked_at IS NULL AND d.cancelled_at IS NULL) AS places
        FROM waiting LEFT JOIN referrals_circuit AS circuit ON circuit.authority_id = waiting.authority_id
        WHERE waiting.authority_id IS NOT NULL
    ),
    due AS MATERIALIZED (
        SELECT free.id, free.authority_id FROM room
        CROSS JOIN LATERAL (
            SELECT d.id, d.authority_id, d.next_attempt_at FROM referrals_delivery AS d
            WHERE d.authority_id = room.authority_id AND {FREE}
            ORDER BY d.next_attempt_at, d.id
            LIMIT greatest(room.places, 0)
            FOR UPDATE OF d SKIP LOCKED
        ) AS free
        WHERE (SELECT pg_try_advisory_xact_lock(hashtext('referrals.lease')))
        ORDER BY free.next_attempt_at, free.id
        LIMIT %(limit)s
    ),
    probing AS (
        UPDATE referrals_circuit AS circuit SET probe_at = clock_timestamp() + %(probe)s
        FROM due WHERE circuit.authority_id = due.authority_id AND circuit.probe_at IS NOT NULL
    )
    UPDATE referrals_delivery AS taken
    SET lease = %(lease)s, leased_until = clock_timestamp() + %(span)s
    FROM due WHERE taken.id = due.id
    RETURNING taken.id, taken.lease, taken.authority_kind
"""  # noqa: S608 - our own constants

# The attempt: its row is written, and the lease exchanged, in the statement that finds the message still held. A row
# whose sender keeps dying becomes due again later and later.
BEGUN = """
    begun AS (
        UPDATE referrals_delivery AS taken
        SET lease = gen_random_uuid(), leased_until = clock_timestamp() + %(sending)s, attempts = taken.attempts + 1,
            next_attempt_at = clock_timestamp() + greatest(
                %(sending)s,
                (%(pauses)s::interval[])[least(taken.attempts + 1, cardinality(%(pauses)s::interval[]))] * %(chance)s
            )
        FROM due WHERE taken.id = due.id
        RETURNING taken.*
    ),
    tried AS (
        INSERT INTO referrals_deliveryattempt (delivery_id, n, started_at, outcome, error)
        SELECT id, attempts, %(at)s, '', '' FROM begun
    )
    SELECT * FROM begun
"""

# One that was handed out. Of several who were given the same lease the second finds another one in the row.
BEGIN = f"""
    WITH due AS MATERIALIZED (
        SELECT d.id FROM referrals_delivery AS d
        WHERE d.id = %(pk)s AND d.lease = %(lease)s
          AND d.done_at IS NULL AND d.parked_at IS NULL AND d.cancelled_at IS NULL
        FOR UPDATE
    ),
    {BEGUN}
"""  # noqa: S608 - our own constants

# The next one of the same authority, taken by whoever has just finished one: what is under way stays the same number.
FOLLOW = f"""
    WITH due AS MATERIALIZED (
        SELECT d.id FROM referrals_delivery AS d
        WHERE d.authority_id = %(authority)s AND {FREE}
          AND NOT EXISTS (
              SELECT 1 FROM referrals_circuit AS circuit
              WHERE circuit.authority_id = d.authority_id AND circuit.probe_at IS NOT NULL
          )
        ORDER BY d.next_attempt_at, d.id
        LIMIT 1
        FOR UPDATE OF d SKIP LOCKED
    ),
    {BEGUN}
"""  # noqa: S608 - our own constants
