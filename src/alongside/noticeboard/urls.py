from django.urls import path

from . import views

app_name = "noticeboard"
urlpatterns = [
    path("around/", views.search, name="search"),
    path("around/<uuid:entry_id>/", views.entry, name="entry"),
    path("around/<uuid:entry_id>/confirmed/", views.confirm, name="confirm"),
]
