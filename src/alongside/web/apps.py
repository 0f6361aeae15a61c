from django.apps import AppConfig


class WebRoom(AppConfig):
    name = "alongside.web"
    label = "web"
    verbose_name = "Page furniture"
