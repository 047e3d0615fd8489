"""The worked examples of Linxiang and Qujing, day by day."""

from __future__ import annotations

import datetime as dt

from casework.deadlines import due_day
from organizations.models import Authority
from supervision import actions
from tests.factories import supervision as made

D = dt.date


def test_a_reminder_letter_is_numbered_served_answered_and_verified_as_in_linxiang(linxiang):
    letter = made.approved(linxiang.supervisor, made.noon("2024-06-05"), linxiang.signatory)
    assert letter.number == "临翔工劳监提〔2024〕1号"
    assert letter.doc_date == D(2024, 6, 5)

    letter = actions.dispatch(letter, by=linxiang.liaison, at=made.noon("2024-06-06"))
    assert letter.due_on is None
    letter = actions.record_service(
        letter,
        by=linxiang.liaison,
        at=made.noon("2024-06-06"),
        served_on=D(2024, 6, 6),
        received_by="前台",
        papers=made.paper(),
    )
    assert letter.due_on == D(2024, 6, 21)

    letter = actions.reply(
        letter,
        by=linxiang.liaison,
        at=made.noon("2024-06-20"),
        replied_on=D(2024, 6, 20),
        stance="promised",
        summary="分两期支付",
        papers=made.paper("回复.pdf"),
    )
    assert letter.on_time is True

    letter = actions.accept_reply(letter, by=linxiang.supervisor, at=made.noon("2024-06-21"), rectify_by=D(2024, 7, 2))
    assert letter.due_on == D(2024, 7, 2)
    letter = actions.verify(
        letter,
        by=linxiang.supervisor,
        at=made.noon("2024-07-03"),
        verified_on=D(2024, 7, 3),
        findings="两期均已支付",
        papers=made.paper("凭证.pdf"),
    )
    letter.matter.refresh_from_db()
    assert (letter.state, letter.outcome, letter.due_on) == ("closed", "rectified", None)
    assert (letter.matter.state, letter.matter.outcome) == ("closed", "rectified")
    assert letter.matter.closed_on == D(2024, 7, 3)


def test_the_whole_chain_runs_on_the_days_of_qujing(qujing):
    matter = made.matter(qujing.supervisor, made.noon("2024-08-26"), workers_affected=87)

    letter = made.awaiting(
        qujing.supervisor,
        made.noon("2024-09-02"),
        of=matter,
        signatory=qujing.signatory,
        liaison=qujing.liaison,
        served_on=D(2024, 9, 2),
    )
    assert letter.due_on == D(2024, 9, 18)
    letter = actions.escalate(letter, by=qujing.supervisor, at=made.noon("2024-09-19"))

    made.investigated(matter, qujing.supervisor, made.noon("2024-09-19"), D(2024, 9, 10))
    opinion = made.approved(qujing.supervisor, made.noon("2024-09-19"), qujing.signatory, of=matter, kind="opinion")
    assert opinion.number == f"{opinion.org.short_mark}劳监意〔2024〕1号"
    assert letter.number in opinion.frozen_text
    opinion = made.served(opinion, qujing.liaison, made.noon("2024-09-20"), D(2024, 9, 20))
    assert opinion.due_on == D(2024, 10, 16)
    opinion = actions.reply(
        opinion,
        by=qujing.liaison,
        at=made.noon("2024-10-15"),
        replied_on=D(2024, 10, 15),
        stance="partly",
        summary="部分不予补缴",
        papers=made.paper(),
    )
    assert opinion.on_time is True
    opinion = actions.reject_reply(
        opinion, by=qujing.supervisor, at=made.noon("2024-10-16"), fate="inadequate", reason="未答复全部事项"
    )

    recommendation = made.approved(
        qujing.supervisor, made.noon("2024-10-17"), qujing.signatory, of=matter, kind="recommendation"
    )
    assert recommendation.authority.kind == "hr"
    recommendation = made.served(recommendation, qujing.liaison, made.noon("2024-10-18"), D(2024, 10, 18))
    assert recommendation.due_on == D(2024, 10, 25)
    recommendation = actions.docket(
        recommendation,
        by=qujing.liaison,
        at=made.noon("2024-10-24"),
        docketed_on=D(2024, 10, 24),
        authority_case_no="曲人社监〔2024〕8号",
    )
    assert due_day(recommendation, "inspection.finish") == D(2025, 1, 17)
    partner = actions.record_partner(
        by=qujing.liaison,
        at=made.noon("2024-12-31"),
        matter=matter,
        kind="procuratorial",
        issuer=Authority.objects.in_charge("procuratorate", matter.org.region),
        authority=recommendation.authority,
        summary="督促依法查处",
        served_on=D(2024, 12, 31),
    )
    assert partner.due_on == D(2025, 2, 28)
    said = {"replied_on": D(2025, 2, 20), "answer": "已立案查处", "papers": made.paper()}
    partner = actions.record_answer(partner, by=qujing.liaison, at=made.noon("2025-02-20"), **said)
    actions.finish(partner, by=qujing.liaison, at=made.noon("2025-02-20"), outcome="adopted", reason="已采纳")
    matter.refresh_from_db()
    assert matter.state == "open"
    recommendation = actions.record_result(
        recommendation,
        by=qujing.liaison,
        at=made.noon("2025-02-27"),
        outcome="corrected",
        result_on=D(2025, 2, 27),
        summary="已补缴",
        recoveries=[{"kind": "social_insurance", "amount": 1043500, "person_count": 87, "paid_on": D(2025, 1, 17)}],
    )
    matter.refresh_from_db()
    assert (matter.state, matter.outcome, matter.closed_on) == ("closed", "rectified", D(2025, 2, 27))
