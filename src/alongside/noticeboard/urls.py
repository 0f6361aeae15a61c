from django.urls import path

from . import asking, card, checking, disagreeing, gaps, keeping, liking, listing, meeting, school_terms, tagging, views

app_name = "noticeboard"
urlpatterns = [
    path("around/", views.search, name="search"),
    path("around/new/", keeping.new, name="new"),
    path("around/wish/", gaps.keep, name="keep gap"),
    path("around/list/", listing.short_list, name="short list"),
    path("around/to-check/", checking.checking, name="to check"),
    path("around/disagreements/", disagreeing.disagreements, name="disagreements"),
    path("around/to-tag/", tagging.to_tag, name="to tag"),
    path("around/school-terms/", school_terms.school_terms, name="school terms"),
    path("around/school-terms/year/", school_terms.of_a_year, name="terms of a year"),
    path("around/<uuid:entry_id>/tags/", tagging.tags, name="tags"),
    path("still-right/<str:address>/", asking.still_right, name="still right"),
    path("around/<uuid:entry_id>/put-right/", keeping.put_right, name="put right"),
    path("around/<uuid:entry_id>/gone/", keeping.gone, name="gone"),
    path("around/<uuid:entry_id>/there-after-all/", keeping.there_after_all, name="there after all"),
    path("around/<uuid:entry_id>/like/", liking.say_what_it_is_like, name="like"),
    path("around/<uuid:entry_id>/like/<uuid:impression_id>/not/", liking.take_back, name="not like"),
    path("around/<uuid:entry_id>/ask/", asking.ask, name="ask"),
    path("around/<uuid:entry_id>/ask/<uuid:asked_id>/", asking.letter, name="letter"),
    path("around/<uuid:entry_id>/ask/<uuid:asked_id>/end/", asking.end, name="end asking"),
    path("around/<uuid:entry_id>/ask/<uuid:asked_id>/settled/", asking.settle, name="settle"),
    path("around/<uuid:entry_id>/meets/", meeting.add, name="meets"),
    path("around/<uuid:entry_id>/meets/<uuid:session_id>/not-on/", meeting.leave_out, name="not on"),
    path("around/<uuid:entry_id>/meets/<uuid:session_id>/ended/", meeting.end, name="end session"),
    path("around/<uuid:entry_id>/meets/<uuid:session_id>/after-all/", meeting.take_up, name="take up session"),
    path("around/<uuid:entry_id>/", views.entry, name="entry"),
    path("around/<uuid:entry_id>/card/", card.card, name="card"),
    path("n/<str:short>/", card.short_address, name="short address"),
    path("around/<uuid:entry_id>/confirmed/", views.confirm, name="confirm"),
]
