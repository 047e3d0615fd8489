from django.urls import path

from desk import paper_forms, register, views
from desk.early import views as early
from desk.radar import views as radar

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("early-warnings/seen/", early.seen, name="early-warnings-seen"),
    path("early-warnings/choice/", early.choice, name="early-warnings-choice"),
    path("search/", views.search, name="search"),
    path("paper-forms/", paper_forms.paper_forms, name="paper-forms"),
    path("paper-forms/<int:pk>/", paper_forms.paper_batch, name="paper-batch"),
    path("paper-forms/<int:pk>/sheets.pdf", paper_forms.print_batch, name="paper-print"),
    path("employers/", register.employers, name="employers"),
    path("employers/suggestions/", register.suggest, name="employers-suggestions"),
    path("employers/sightings/", register.sighted, name="employers-sightings"),
    path("employers/radar/", radar.radar, name="radar"),
    path("employers/radar/<int:pk>/letter/", radar.letter, name="radar-letter"),
    path("employers/radar/<int:pk>/aside/", radar.aside, name="radar-aside"),
    path("employers/<int:pk>/", register.employer, name="employers-page"),
    path("employers/<int:pk>/<slug:verb>/", register.step, name="employers-step"),
]
