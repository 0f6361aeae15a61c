from django.apps import AppConfig


class OutcomesRoom(AppConfig):
    name = "alongside.outcomes"
    label = "outcomes"
    verbose_name = "How life is going"
