"""Addresses of calls and work orders."""

from django.urls import path

from casework.routes import file_routes
from hotline import screen
from hotline.models import CallRecord, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS
from hotline.views import board, calls, handovers, lines, orders, unregistered

app_name = "hotline"
urlpatterns = [
    path("calls/", calls.calls, name="calls"),
    path("calls/new/", screen.new_call, name="calls-new"),
    path("calls/contacts/", screen.contacts, name="calls-contacts"),
    path("calls/prompts/", screen.prompts, name="calls-prompts"),
    path("calls/limitation/", screen.limitation, name="calls-limitation"),
    path("calls/events/", lines.events, name="line-events"),
    path("calls/board/", board.board, name="board"),
    path("calls/board/part/", board.board_part, name="board-part"),
    path("calls/seat/", lines.sign_on, name="seat-on"),
    path("calls/seat/off/", lines.sign_off, name="seat-off"),
    path("calls/unregistered/", unregistered.unregistered, name="unregistered"),
    path("calls/transfer/", handovers.transfer, name="transfer"),
    path("calls/line/<int:pk>/", lines.line, name="line"),
    path("calls/line/<int:pk>/transfer/", handovers.transfer, name="line-transfer"),
    path("calls/handovers/<int:pk>/", handovers.handover, name="handover"),
    path("calls/handovers/<int:pk>/accept/", handovers.accept, name="handover-accept"),
    path("calls/handovers/<int:pk>/refuse/", handovers.refuse, name="handover-refuse"),
    *file_routes("calls", CallRecord, CALL_VERBS, calls.call_page),
    path("work-orders/", orders.orders, name="work-orders"),
    *file_routes("work-orders", WorkOrder, ORDER_VERBS, orders.order_page),
]
