"""Addresses of calls and work orders."""

from django.urls import path

from casework.routes import file_routes
from hotline import screen
from hotline.models import CallRecord, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS
from hotline.views import calls, follow_up, orders

app_name = "hotline"
urlpatterns = [
    path("calls/", calls.calls, name="calls"),
    path("calls/new/", screen.new_call, name="calls-new"),
    path("calls/contacts/", screen.contacts, name="calls-contacts"),
    path("calls/prompts/", screen.prompts, name="calls-prompts"),
    path("calls/limitation/", screen.limitation, name="calls-limitation"),
    *file_routes("calls", CallRecord, CALL_VERBS, calls.call_page),
    path("work-orders/", orders.orders, name="work-orders"),
    path("work-orders/callbacks/", follow_up.callbacks, name="callbacks"),
    path("work-orders/circulars/", follow_up.circulars, name="circulars"),
    path("work-orders/circulars/<int:pk>/", follow_up.circular, name="circular"),
    path("work-orders/<int:pk>/chases/<int:chase_pk>/", follow_up.chase_letter, name="work-orders-chase"),
    *file_routes("work-orders", WorkOrder, ORDER_VERBS, orders.order_page),
]
