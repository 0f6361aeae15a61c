from django.apps import AppConfig


class DeskRoom(AppConfig):
    name = "alongside.desk"
    label = "desk"
    verbose_name = "The desk"
