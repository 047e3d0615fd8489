"""Addresses of calls and work orders."""

from django.urls import path

from casework.routes import file_routes
from hotline import screen, views
from hotline.models import CallRecord, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS

app_name = "hotline"
urlpatterns = [
    path("calls/", views.calls, name="calls"),
    path("calls/new/", screen.new_call, name="calls-new"),
    path("calls/contacts/", screen.contacts, name="calls-contacts"),
    path("calls/prompts/", screen.prompts, name="calls-prompts"),
    path("calls/limitation/", screen.limitation, name="calls-limitation"),
    *file_routes("calls", CallRecord, CALL_VERBS, views.call_page),
    path("work-orders/", views.orders, name="work-orders"),
    *file_routes("work-orders", WorkOrder, ORDER_VERBS, views.order_page),
]
