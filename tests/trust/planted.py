"""Pages with a hole each, beside the house's own: the walk must find every one. They exist in the tests alone."""

from __future__ import annotations

from uuid import UUID

from csp.decorators import csp_exempt
from django.db import connections
from django.http import HttpResponse, JsonResponse
from django.urls import include, path

from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence
from alongside.journeys.models import Note
from alongside.mine.easy_read import EASY_READ, drawing
from alongside.people.models import Person
from alongside.pictures.serving import inert
from alongside.site.urls import handler400, handler403, handler404, handler500  # noqa: F401 - Django looks for them here
from alongside.site.urls import urlpatterns as of_the_house
from alongside.trail.doing import leave_trace
from alongside.web.pages import WRITING, page
from alongside.web.printing import as_pdf

from .declarations import Page
from .planting import a_photograph


def _notes_past_the_fences(request):
    return "\n".join(Note.objects.using("owner").values_list("text", flat=True))


@page()
def leaks_a_file(request):
    """A clever export: it reads as the owner of the tables."""
    leave_trace("looked at", *Person.objects.using("owner").values_list("id", flat=True))
    return HttpResponse(_notes_past_the_fences(request), content_type="text/csv")


@page()
def leaks_on_paper(request):
    """The same as a sheet to print: its words are squeezed and numbered by letter."""
    leave_trace("looked at", *Person.objects.using("owner").values_list("id", flat=True))
    notes = _notes_past_the_fences(request)
    around = {"title": "Notes", "called": "", "from": "", "lang": "en", "region": "gb", "page": "Page", "to_ring": "To ring", "ring": []}
    given = around | {"parts": [{"heading": "What was written", "lines": [{"words": notes, "picture": ""}]}], "not_written": {"heading": "", "lines": []}}
    return HttpResponse(as_pdf(EASY_READ, given, pictures=[("telephone.svg", drawing("telephone").encode())]), content_type="application/pdf")


@inert
@page()
def leaks_behind_a_picture(request):
    """A photograph as it was sent, with what the camera wrote behind it."""
    leave_trace("looked at", *Person.objects.using("owner").values_list("id", flat=True))
    return HttpResponse(a_photograph(_notes_past_the_fences(request)), content_type="image/jpeg")


@page(public=True)
def leaks_by_a_link(request):
    """Harmless, until its own link is followed."""
    if "all" in request.GET:
        return JsonResponse({"notes": _notes_past_the_fences(request)})
    return HttpResponse('<a href="?all=1">more</a>')


@page()
def leaves_no_trace(request):
    """What they may see, and nobody will know that they did."""
    return HttpResponse(", ".join(Person.objects.values_list("name", flat=True)))


@page()
def may_be_kept(request):
    """Somebody's name, for whoever next sits at this machine."""
    leave_trace("looked at", *Person.objects.values_list("id", flat=True))
    return HttpResponse(", ".join(Person.objects.values_list("name", flat=True)), headers={"Cache-Control": "private, max-age=600"})


@page()
def open_to_too_many(request):
    """Declared for administrators; the door stands open."""
    return HttpResponse("figures")


@page(methods=WRITING)
def writes_then_refuses(request):
    """Writes over a connection of its own, and only then asks whether it may."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("INSERT INTO places_locality (id, name, council) VALUES (gen_random_uuid(), gen_random_uuid()::text, '')")
    raise NotYours(Sentence("Not yours to do."))


@page()
def changes_by_reading(request):
    """A link that does something."""
    with connections["default"].cursor() as cursor:
        cursor.execute("UPDATE places_locality SET council = council || 'x'")
    return HttpResponse("read")


@page()
def shows_a_sibling(request, person_id: UUID, note_id: UUID):
    """Asks whether they may see this person, and shows the row of another."""
    person = Person.objects.get(id=person_id)
    leave_trace("looked at", person.id)
    return HttpResponse(Note.objects.get(id=note_id).text)


@page()
def breaks(request):
    """Goes wrong, with somebody's words in what went wrong."""
    raise ValueError(Person.objects.first())


@csp_exempt()
@page(public=True)
def open_to_scripts(request):
    """Takes its policy off, for some widget of another site's."""
    return HttpResponse("a widget")


app_name = "planted"
holes = [
    path("leaks-a-file/", leaks_a_file, name="leaks a file"),
    path("leaks-on-paper/", leaks_on_paper, name="leaks on paper"),
    path("leaks-behind-a-picture/", leaks_behind_a_picture, name="leaks behind a picture"),
    path("leaks-by-a-link/", leaks_by_a_link, name="leaks by a link"),
    path("leaves-no-trace/", leaves_no_trace, name="leaves no trace"),
    path("may-be-kept/", may_be_kept, name="may be kept"),
    path("open-to-too-many/", open_to_too_many, name="open to too many"),
    path("writes-then-refuses/", writes_then_refuses, name="writes then refuses"),
    path("changes-by-reading/", changes_by_reading, name="changes by reading"),
    path("shows-a-sibling/<uuid:person_id>/<uuid:note_id>/", shows_a_sibling, name="shows a sibling"),
    path("breaks/", breaks, name="breaks"),
    path("open-to-scripts/", open_to_scripts, name="open to scripts"),
]
urlpatterns = [*of_the_house, path("planted/", include((holes, "planted")))]

DECLARED = {
    page.name: page
    for page in (
        Page("planted:leaks a file", "signed in"),
        Page("planted:leaks on paper", "signed in"),
        Page("planted:leaks behind a picture", "signed in"),
        Page("planted:leaks by a link", "everybody"),
        Page("planted:leaves no trace", "signed in"),
        Page("planted:may be kept", "signed in"),
        Page("planted:open to too many", ("administrator",)),
        Page("planted:writes then refuses", "signed in", get="refused", form="refused"),
        Page("planted:changes by reading", "signed in"),
        Page("planted:shows a sibling", "signed in", of="record", rows={"note_id": "note"}),
        Page("planted:breaks", "signed in"),
        Page("planted:open to scripts", "everybody"),
    )
}
