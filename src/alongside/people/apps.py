from django.apps import AppConfig


class PeopleRoom(AppConfig):
    name = "alongside.people"
    label = "people"
    verbose_name = "People"
