from django.apps import AppConfig


class MineRoom(AppConfig):
    name = "alongside.mine"
    label = "mine"
    verbose_name = "The person’s own"
