from django.apps import AppConfig


class MoneyRoom(AppConfig):
    name = "alongside.money"
    label = "money"
    verbose_name = "Who pays for what"
