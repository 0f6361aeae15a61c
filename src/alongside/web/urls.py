from django.urls import path

from . import views

app_name = "web"
urlpatterns = [
    path("drafts/", views.save_draft, name="save draft"),
    path("language/<str:code>/", views.speak, name="speak"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
