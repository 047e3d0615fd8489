from django.urls import path

from casework.routes import file_routes
from referrals import beginning, directory, recommending, views
from referrals.health.views import delivery
from referrals.models import Referral
from referrals.verbs import VERBS

app_name = "referrals"
urlpatterns = [
    path("referrals/", views.referrals, name="referrals"),
    path("referrals/new/", beginning.new, name="referrals-new"),
    path("referrals/recommendation/<int:pk>/", recommending.recommend, name="referrals-recommend"),
    path("offices/", directory.directory, name="offices"),
    path("inbox/", views.inbox, name="inbox"),
    path("health/delivery/", delivery, name="delivery-health"),
    *file_routes("referrals", Referral, VERBS, views.referral_page),
]
