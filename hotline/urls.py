"""Addresses of calls and work orders."""

from django.urls import path

from casework.importing.views import import_routes
from casework.routes import file_routes
from hotline import screen
from hotline.imports.intake import CALL_IMPORT
from hotline.models import CallRecord, QualityReview, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS, REVIEW_VERBS
from hotline.views import calls, orders, quality

app_name = "hotline"
urlpatterns = [
    path("calls/", calls.calls, name="calls"),
    path("calls/new/", screen.new_call, name="calls-new"),
    path("calls/contacts/", screen.contacts, name="calls-contacts"),
    path("calls/prompts/", screen.prompts, name="calls-prompts"),
    path("calls/limitation/", screen.limitation, name="calls-limitation"),
    *import_routes("calls/import", app_name, CALL_IMPORT),
    *file_routes("calls", CallRecord, CALL_VERBS, calls.call_page),
    path("work-orders/", orders.orders, name="work-orders"),
    *file_routes("work-orders", WorkOrder, ORDER_VERBS, orders.order_page),
    path("reviews/", quality.reviews, name="reviews"),
    path("reviews/draw/", quality.draw, name="reviews-draw"),
    path("reviews/results/", quality.results, name="reviews-results"),
    path("reviews/<int:pk>/score/", quality.score, name="reviews-score"),
    *file_routes("reviews", QualityReview, REVIEW_VERBS, quality.review_page),
]
