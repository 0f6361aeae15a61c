from django.apps import AppConfig


class SiteRoom(AppConfig):
    name = "alongside.site"
    label = "site"
    verbose_name = "The whole house"
