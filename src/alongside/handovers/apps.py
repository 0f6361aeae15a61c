from django.apps import AppConfig


class HandoversRoom(AppConfig):
    name = "alongside.handovers"
    label = "handovers"
    verbose_name = "Hand-overs"
