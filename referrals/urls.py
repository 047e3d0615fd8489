from django.urls import path

from casework.routes import file_routes
from referrals import beginning, directory, entering, recommending, returns
from referrals.health.views import delivery
from referrals.joint_verbs import JOINT_VERBS
from referrals.models import JointMatter, Referral
from referrals.verbs import VERBS
from referrals.views import joint, letters, parcels, referrals

app_name = "referrals"
urlpatterns = [
    path("referrals/", referrals.referrals, name="referrals"),
    path("referrals/new/", beginning.new, name="referrals-new"),
    path("referrals/recommendation/<int:pk>/", recommending.recommend, name="referrals-recommend"),
    path("referrals/receive/", entering.receive, name="referrals-receive"),
    path("referrals/returns/", returns.returns, name="referrals-returns"),
    path("referrals/receipts/", parcels.receipts, name="receipts"),
    path("referrals/<int:pk>/letter.pdf", parcels.cover, name="referrals-letter"),
    path("referrals/<int:pk>/notice/<int:delivery_pk>.pdf", parcels.notice, name="referrals-notice"),
    path("referrals/<int:pk>/package.zip", parcels.package, name="referrals-package"),
    path("referrals/<int:pk>/give_code/", parcels.give_code, name="referrals-code"),
    path("offices/", directory.directory, name="offices"),
    path("inbox/", referrals.inbox, name="inbox"),
    path("joint-matters/", joint.joint_matters, name="joint-matters"),
    path("joint-matters/new/", joint.new, name="joint-matters-new"),
    path("joint-matters/<int:pk>/story/", joint.story, name="joint-story"),
    path("joint-matters/<int:pk>/story.pdf", joint.story_pdf, name="joint-story-pdf"),
    path("joint-matters/<int:pk>/story/names/", joint.story_in_full, name="joint-story-names"),
    path("letter/", letters.letter, name="letter"),
    path("letter/again/", letters.again, name="letter-again"),
    path("letter/sheet.pdf", letters.sheet, name="letter-sheet"),
    path("letter/papers/<int:paper_pk>/", letters.paper, name="letter-paper"),
    path("letter/act/<slug:verb>/", letters.act, name="letter-act"),
    path("letter/open/<slug:token>/", letters.open_letter, name="letter-open"),
    *file_routes("joint-matters", JointMatter, JOINT_VERBS, joint.board),
    *file_routes("referrals", Referral, VERBS, referrals.referral_page),
    path("health/delivery/", delivery, name="delivery-health"),
]
