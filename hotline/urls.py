"""Addresses of calls, work orders and articles."""

from django.urls import path

from casework.importing.views import import_routes
from casework.routes import file_routes
from hotline import aside, screen
from hotline.imports.intake import CALL_IMPORT
from hotline.models import CallRecord, QualityReview, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS, REVIEW_VERBS
from hotline.views import calls, follow_up, knowledge, orders, quality

app_name = "hotline"
urlpatterns = [
    path("calls/", calls.calls, name="calls"),
    path("calls/new/", screen.new_call, name="calls-new"),
    path("calls/contacts/", screen.contacts, name="calls-contacts"),
    path("calls/prompts/", aside.prompts, name="calls-prompts"),
    path("calls/knowledge/", aside.articles, name="calls-knowledge"),
    path("calls/limitation/", aside.limitation, name="calls-limitation"),
    path("calls/limitation/sheet/", aside.limitation_sheet, name="calls-limitation-sheet"),
    *import_routes("calls/import", app_name, CALL_IMPORT),
    *file_routes("calls", CallRecord, CALL_VERBS, calls.call_page),
    path("knowledge/", knowledge.knowledge, name="knowledge"),
    path("knowledge/new/", knowledge.new_article, name="knowledge-new"),
    path("knowledge/<int:pk>/", knowledge.article, name="knowledge-page"),
    path("knowledge/<int:pk>/<slug:verb>/", knowledge.article_step, name="knowledge-step"),
    path("work-orders/", orders.orders, name="work-orders"),
    path("work-orders/callbacks/", follow_up.callbacks, name="callbacks"),
    path("work-orders/circulars/", follow_up.circulars, name="circulars"),
    path("work-orders/circulars/<int:pk>/", follow_up.circular, name="circular"),
    path("work-orders/<int:pk>/chases/<int:chase_pk>/", follow_up.chase_letter, name="work-orders-chase"),
    *file_routes("work-orders", WorkOrder, ORDER_VERBS, orders.order_page),
    path("reviews/", quality.reviews, name="reviews"),
    path("reviews/draw/", quality.draw, name="reviews-draw"),
    path("reviews/results/", quality.results, name="reviews-results"),
    path("reviews/<int:pk>/score/", quality.score, name="reviews-score"),
    *file_routes("reviews", QualityReview, REVIEW_VERBS, quality.review_page),
]
