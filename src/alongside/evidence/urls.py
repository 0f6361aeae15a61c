from django.urls import path

from . import money_paid, views

app_name = "evidence"
urlpatterns = [
    path("figures/", views.locality, name="locality"),
    path("figures/made/", views.make, name="make"),
    path("figures/paid/", money_paid.streams_paid, name="streams paid"),
    path("figures/paid/<uuid:stream_id>/", money_paid.stream_paid, name="stream paid"),
    path("figures/<slug:key>/", views.figure, name="figure"),
    path("figures/<slug:key>.csv", views.figure_as_csv, name="figure as csv"),
    path("figures/<slug:key>.xlsx", views.figure_as_xlsx, name="figure as xlsx"),
    path("figures/<slug:key>/people/", views.people, name="people"),
]
