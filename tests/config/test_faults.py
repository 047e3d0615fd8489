"""What is told of a fault to a service outside, and that nothing is told unasked."""

import sentry_sdk

from config.faults import report_faults, without_people


def test_nothing_is_told_without_an_address():
    report_faults("")
    assert not sentry_sdk.is_initialized()


def test_a_fault_names_its_place_and_nobody():
    event = {
        "request": {
            "method": "GET",
            "url": "http://testserver/calls/?employer=祥云县恒达建筑有限公司",
            "query_string": "employer=祥云县恒达建筑有限公司",
            "cookies": {"sessionid": "secret"},
            "headers": {"Authorization": "Bearer secret"},
        },
        "logentry": {"formatted": "Error handling request /letter/open/450e4789/"},
        "user": {"id": "7"},
        "extra": {"form": "13987654321"},
        "exception": {"values": [{"type": "ValueError", "value": "13987654321", "stacktrace": {"frames": []}}]},
    }
    told = without_people(event, {})
    assert told["request"] == {"method": "GET"}
    assert told["exception"]["values"] == [{"type": "ValueError", "value": "", "stacktrace": {"frames": []}}]
    assert not {"user", "extra", "breadcrumbs", "logentry", "message"} & set(told)
