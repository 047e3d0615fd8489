"""Addresses of calls, work orders and articles."""

from django.urls import path

from casework.importing.views import import_routes
from casework.routes import file_routes
from hotline import aside, screen
from hotline.imports.intake import CALL_IMPORT
from hotline.models import CallRecord, QualityReview, WorkOrder
from hotline.verbs import CALL_VERBS, ORDER_VERBS, REVIEW_VERBS
from hotline.views import (
    board,
    calls,
    follow_up,
    handovers,
    incidents,
    knowledge,
    lines,
    orders,
    progress,
    quality,
    rosters,
    surge,
    unregistered,
)

app_name = "hotline"
urlpatterns = [
    path("calls/", calls.calls, name="calls"),
    path("calls/new/", screen.new_call, name="calls-new"),
    path("calls/contacts/", screen.contacts, name="calls-contacts"),
    path("calls/prompts/", aside.prompts, name="calls-prompts"),
    path("calls/knowledge/", aside.articles, name="calls-knowledge"),
    path("calls/limitation/", aside.limitation, name="calls-limitation"),
    path("calls/limitation/sheet/", aside.limitation_sheet, name="calls-limitation-sheet"),
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
    *import_routes("calls/import", app_name, CALL_IMPORT),
    path("calls/<int:pk>/issue_code/", progress.issue_code, name="calls-code"),
    *file_routes("calls", CallRecord, CALL_VERBS, calls.call_page),
    path("progress/", progress.progress, name="progress"),
    path("progress/rating/", progress.rating, name="progress-rating"),
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
