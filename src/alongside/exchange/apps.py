from django.apps import AppConfig


class ExchangeRoom(AppConfig):
    name = "alongside.exchange"
    label = "exchange"
    verbose_name = "Coming in and going out"
