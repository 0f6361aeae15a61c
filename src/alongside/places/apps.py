from django.apps import AppConfig


class PlacesRoom(AppConfig):
    name = "alongside.places"
    label = "places"
    verbose_name = "Places"
