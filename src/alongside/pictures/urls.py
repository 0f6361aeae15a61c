from django.urls import path

from . import papers, sets, theirs

app_name = "pictures"
_THEM = "people/<uuid:person_id>/"
urlpatterns = [
    path(f"{_THEM}papers/<uuid:paper_id>/photographs/", papers.photographs, name="photographs"),
    path(f"{_THEM}photographs/<uuid:picture_id>.jpg", papers.photograph, name="photograph"),
    path(f"{_THEM}photographs/<uuid:picture_id>/take-away/", papers.take_away, name="take away photograph"),
    path(f"{_THEM}photographs/no-longer/", papers.no_longer, name="no photographs"),
    path(f"{_THEM}pictures/", theirs.pictures, name="pictures"),
    path(f"{_THEM}pictures/<uuid:picture_id>.jpg", theirs.picture, name="picture"),
    path(f"{_THEM}pictures/<uuid:picture_id>/take-away/", theirs.take_away, name="take away picture"),
    path("pictures/", sets.the_set, name="the set"),
    path("pictures/<uuid:picture_id>.jpg", sets.of_the_set, name="of the set"),
    path("pictures/<uuid:picture_id>/offered/", sets.offered, name="offered"),
]
