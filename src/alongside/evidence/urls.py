from django.urls import path

from . import views

app_name = "evidence"
urlpatterns = [
    path("figures/", views.locality, name="locality"),
    path("figures/made/", views.make, name="make"),
    path("figures/<slug:key>/", views.figure, name="figure"),
    path("figures/<slug:key>.csv", views.figure_as_csv, name="figure as csv"),
    path("figures/<slug:key>.xlsx", views.figure_as_xlsx, name="figure as xlsx"),
    path("figures/<slug:key>/people/", views.people, name="people"),
]
