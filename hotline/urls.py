"""Addresses of calls and work orders."""

from django.urls import path

from casework.routes import file_routes
from hotline import screen
from hotline.models import CallRecord, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS
from hotline.views import calls, orders, progress

app_name = "hotline"
urlpatterns = [
    path("calls/", calls.calls, name="calls"),
    path("calls/new/", screen.new_call, name="calls-new"),
    path("calls/contacts/", screen.contacts, name="calls-contacts"),
    path("calls/prompts/", screen.prompts, name="calls-prompts"),
    path("calls/limitation/", screen.limitation, name="calls-limitation"),
    path("calls/<int:pk>/issue_code/", progress.issue_code, name="calls-code"),
    *file_routes("calls", CallRecord, CALL_VERBS, calls.call_page),
    path("progress/", progress.progress, name="progress"),
    path("work-orders/", orders.orders, name="work-orders"),
    *file_routes("work-orders", WorkOrder, ORDER_VERBS, orders.order_page),
]
