from django.urls import path

from . import views

app_name = "handovers"
urlpatterns = [
    path("whom-we-hand-to/", views.receivers, name="receivers"),
    path("whom-we-hand-to/new/", views.new_receiver, name="new receiver"),
    path("whom-we-hand-to/<uuid:receiver_id>/", views.put_right, name="put receiver right"),
    path("whom-we-hand-to/<uuid:receiver_id>/retire/", views.retire, name="retire receiver"),
    path("who-does-what/", views.boundary, name="who does what"),
    path("who-does-what/<str:kind>/", views.say_who_does_what, name="say who does what"),
]
