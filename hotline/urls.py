"""Addresses of calls and work orders."""

from django.urls import path

from casework.routes import file_routes
from hotline import screen
from hotline.models import CallRecord, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS
from hotline.views import calls, incidents, orders, rosters, surge

app_name = "hotline"
urlpatterns = [
    path("calls/", calls.calls, name="calls"),
    path("calls/new/", screen.new_call, name="calls-new"),
    path("calls/contacts/", screen.contacts, name="calls-contacts"),
    path("calls/prompts/", screen.prompts, name="calls-prompts"),
    path("calls/limitation/", screen.limitation, name="calls-limitation"),
    *file_routes("calls", CallRecord, CALL_VERBS, calls.call_page),
    path("work-orders/", orders.orders, name="work-orders"),
    *file_routes("work-orders", WorkOrder, ORDER_VERBS, orders.order_page),
    path("rosters/", rosters.rosters, name="rosters"),
    path("rosters/new/", rosters.new_roster, name="rosters-new"),
    path("rosters/<int:pk>/", rosters.roster_page, name="rosters-page"),
    path("rosters/<int:pk>/<slug:verb>/", rosters.roster_step, name="rosters-step"),
    path("shifts/", rosters.shifts, name="shifts"),
    path("shifts/<int:pk>/", rosters.shift_page, name="shifts-page"),
    path("shifts/<int:pk>/<slug:verb>/", rosters.shift_step, name="shifts-step"),
    path("incidents/", incidents.incidents, name="incidents"),
    path("incidents/new/", incidents.new_incident, name="incidents-new"),
    path("incidents/<int:pk>/", incidents.incident_page, name="incidents-page"),
    path("incidents/<int:pk>/papers/<int:paper_pk>/", incidents.incident_paper, name="incidents-paper"),
    path("incidents/<int:pk>/reports/<int:report_pk>/", incidents.report_page, name="incidents-report"),
    path("incidents/<int:pk>/<slug:verb>/", incidents.incident_step, name="incidents-step"),
    path("surge/", surge.surges, name="surge"),
    path("surge/<int:pk>/", surge.surge_page, name="surge-page"),
]
