"""Where the pages of how life is going stand: what changed, measures, and use of services."""

from django.urls import path

from . import changes, changes_form, measure_paper, measures, story, team_kinds, team_measures, uses
from .stories import pages as stories

_THEM = "people/<uuid:person_id>/"
urlpatterns = [
    path("stories/", stories.every_story, name="every story"),
    path(f"{_THEM}stories/", stories.stories, name="stories"),
    path(f"{_THEM}stories/new/", stories.begin, name="begin story"),
    path(f"{_THEM}stories/<uuid:story_id>/", stories.story, name="story"),
    path(f"{_THEM}stories/<uuid:story_id>/yes/", stories.their_yes, name="story yes"),
    path(f"{_THEM}stories/<uuid:story_id>/print/", stories.print_it, name="print story"),
    path(f"{_THEM}stories/<uuid:story_id>/sheet/", stories.sheet_to_print, name="story on paper"),
    path(f"{_THEM}stories/<uuid:story_id>/taken-back/", stories.withdraw, name="withdraw story"),
    path(f"{_THEM}changes/", story.change, name="change"),
    path(f"{_THEM}changes/all/", changes.all_changes, name="all changes"),
    path(f"{_THEM}changes/told/", changes.told, name="changes told"),
    path(f"{_THEM}changes/form/", changes_form.on_paper, name="changes form"),
    path(f"{_THEM}changes/<uuid:change_id>/", story.amend, name="amend change"),
    path(f"{_THEM}changes/<uuid:change_id>/worth/", changes.worth, name="worth"),
    path(f"{_THEM}changes/worth/<uuid:worth_id>/taken-back/", changes.take_back_worth, name="take back worth"),
    path(f"{_THEM}uses/", uses.uses, name="uses"),
    path(f"{_THEM}uses/<uuid:known_id>/taken-back/", uses.take_back, name="take back use"),
    path(f"{_THEM}measures/", measures.measures, name="measures"),
    path(f"{_THEM}measures/paper/", measure_paper.all_on_paper, name="measures on paper"),
    path(f"{_THEM}measures/<uuid:offered_id>/paper/", measure_paper.on_paper, name="measure on paper"),
    path(f"{_THEM}measures/<uuid:offered_id>/", measures.ask, name="ask measure"),
    path(f"{_THEM}measures/<uuid:offered_id>/not-now/", measures.not_now, name="not asked now"),
    path(f"{_THEM}measures/taken-back/<uuid:asking_id>/", measures.take_back, name="take back answers"),
    path("your-team/measures/", team_measures.team_measures, name="team measures"),
    path("your-team/measures/offer/<slug:key>/", team_measures.offer, name="offer measure"),
    path("your-team/measures/<uuid:offered_id>/retired/", team_measures.retire, name="retire measure"),
    path("your-team/kinds/", team_kinds.team_kinds, name="team kinds"),
    path("your-team/kinds/<uuid:kind_id>/retired/", team_kinds.retire, name="retire kind"),
    path("your-team/kinds/<uuid:kind_id>/again/", team_kinds.again, name="offer kind again"),
]
