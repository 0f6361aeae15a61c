from django.apps import AppConfig


class GapsRoom(AppConfig):
    name = "alongside.gaps"
    label = "gaps"
    verbose_name = "What is missing here"
