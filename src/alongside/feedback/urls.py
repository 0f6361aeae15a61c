from django.urls import path

from .views import answering, asking

app_name = "feedback"
urlpatterns = [
    path("said-of-us/", asking.everything, name="feedback"),
    path("said-of-us/ask/<str:people_or_partners>/", asking.ask, name="ask"),
    path("said-of-us/words/<uuid:words_id>/dealt-with/", asking.dealt_with, name="dealt with"),
    path("said-of-us/<uuid:asked_id>/", asking.one, name="asked"),
    path("said-of-us/<uuid:asked_id>/answer/", asking.type_in, name="type in"),
    path("said-of-us/<uuid:asked_id>/taken-back/", asking.take_back, name="take back"),
    path("said-of-us/<uuid:asked_id>/send/", asking.send, name="send"),
    path("said-of-us/<uuid:asked_id>/end/", asking.end, name="end"),
    path("how-it-was/<str:address>/", answering.by_link, name="how it was"),
]
