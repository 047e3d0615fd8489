from django.urls import path

from . import views

app_name = "organizations"
urlpatterns = [
    path("login/", views.login_page, name="login"),
    path("logout/", views.logout_now, name="logout"),
    path("duty/<int:pk>/", views.switch_duty, name="switch_duty"),
    path("no-duty/", views.no_duty, name="no_duty"),
    path("account/", views.account, name="account"),
    path("account/sign-out-everywhere/", views.sign_out_everywhere, name="sign_out_everywhere"),
]
