from django.apps import AppConfig


class JourneysRoom(AppConfig):
    name = "alongside.journeys"
    label = "journeys"
    verbose_name = "Walking alongside"
