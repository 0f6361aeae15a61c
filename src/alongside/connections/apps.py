from django.apps import AppConfig


class ConnectionsRoom(AppConfig):
    name = "alongside.connections"
    label = "connections"
    verbose_name = "Connections"
