from django.apps import AppConfig


class ValueRoom(AppConfig):
    name = "alongside.value"
    label = "value"
    verbose_name = "What it was worth"
