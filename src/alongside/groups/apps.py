from django.apps import AppConfig


class GroupsRoom(AppConfig):
    name = "alongside.groups"
    label = "groups"
    verbose_name = "Groups of neighbours"
