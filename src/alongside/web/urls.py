from django.urls import path

from . import views

app_name = "web"
urlpatterns = [
    path("drafts/", views.save_draft, name="save draft"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
