from django.apps import AppConfig


class TeamsRoom(AppConfig):
    name = "alongside.teams"
    label = "teams"
    verbose_name = "Teams"
