from django.urls import path

from desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("employers/", views.employers, name="employers"),
    path("employers/<int:pk>/", views.employer, name="employers-page"),
]
