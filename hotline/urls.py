"""Addresses of calls, work orders and articles."""

from django.urls import path

from casework.routes import file_routes
from hotline import aside, screen
from hotline.models import CallRecord, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS
from hotline.views import calls, knowledge, orders

app_name = "hotline"
urlpatterns = [
    path("calls/", calls.calls, name="calls"),
    path("calls/new/", screen.new_call, name="calls-new"),
    path("calls/contacts/", screen.contacts, name="calls-contacts"),
    path("calls/prompts/", aside.prompts, name="calls-prompts"),
    path("calls/knowledge/", aside.articles, name="calls-knowledge"),
    path("calls/limitation/", aside.limitation, name="calls-limitation"),
    path("calls/limitation/sheet/", aside.limitation_sheet, name="calls-limitation-sheet"),
    *file_routes("calls", CallRecord, CALL_VERBS, calls.call_page),
    path("knowledge/", knowledge.knowledge, name="knowledge"),
    path("knowledge/new/", knowledge.new_article, name="knowledge-new"),
    path("knowledge/<int:pk>/", knowledge.article, name="knowledge-page"),
    path("knowledge/<int:pk>/<slug:verb>/", knowledge.article_step, name="knowledge-step"),
    path("work-orders/", orders.orders, name="work-orders"),
    *file_routes("work-orders", WorkOrder, ORDER_VERBS, orders.order_page),
]
