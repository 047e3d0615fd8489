from django.urls import path

from reports import views

app_name = "reports"
urlpatterns = [
    path("reports/", views.indicators, name="indicators"),
    path("reports/requests/", views.requests, name="requests"),
    path("reports/chart.svg", views.chart, name="chart"),
]
