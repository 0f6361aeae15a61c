from django.urls import path

from . import connecting, finding, introducing, named_to_me, people, person, promises, story, today, who, who_looked

app_name = "desk"
_THEM = "people/<uuid:person_id>/"
urlpatterns = [
    path("today/", today.today, name="today"),
    path("unfinished/", today.drafts, name="unfinished"),
    path("unfinished/<uuid:draft_id>/", today.throw_away, name="throw away"),
    path("people/", people.people, name="people"),
    path("people/introduce/", introducing.introduce, name="introduce"),
    path(_THEM, person.person, name="person"),
    path(f"{_THEM}paper/", person.paper, name="paper"),
    path(f"{_THEM}notes/<uuid:note_id>/", person.amend, name="amend note"),
    path(f"{_THEM}introduced/", introducing.introduced_again, name="introduced again"),
    path(f"{_THEM}good-life/", story.good_life, name="good life"),
    path(f"{_THEM}gifts/", story.gifts, name="gifts"),
    path(f"{_THEM}gifts/<uuid:row_id>/", story.end_gift, name="end gift"),
    path(f"{_THEM}circle/", story.circle, name="circle"),
    path(f"{_THEM}circle/<uuid:row_id>/", story.end_in_circle, name="end in circle"),
    path(f"{_THEM}changes/", story.change, name="change"),
    path(f"{_THEM}agreement/", promises.agreement, name="agreement"),
    path(f"{_THEM}steps/", promises.step, name="step"),
    path(f"{_THEM}steps/<uuid:step_id>/", promises.end_step, name="end step"),
    path(f"{_THEM}steps/<uuid:step_id>/again/", promises.take_up_step, name="take up step"),
    path(f"{_THEM}visits/", promises.visit, name="visit"),
    path(f"{_THEM}visits/<uuid:visit_id>/", promises.end_visit, name="end visit"),
    path(f"{_THEM}level/", promises.level, name="level"),
    path(f"{_THEM}who/", who.who, name="who"),
    path(f"{_THEM}where/", who.where, name="where"),
    path(f"{_THEM}good-to-know/", who.good_to_know, name="good to know"),
    path(f"{_THEM}partners/", who.name_to, name="name to"),
    path(f"{_THEM}partners/<uuid:naming_id>/end/", who.end_naming, name="end naming"),
    path(f"{_THEM}location/", who.protect, name="protect"),
    path(f"{_THEM}location/end/", who.end_protection, name="end protection"),
    path(f"{_THEM}find/", finding.find_for, name="find"),
    path(f"{_THEM}connections/", connecting.connect, name="connect"),
    path(f"{_THEM}connections/<uuid:connection_id>/", connecting.climb, name="climb"),
    path(f"{_THEM}connections/taken-back/<uuid:rung_id>/", connecting.take_back, name="take back"),
    path("named-to-me/", named_to_me.named_to_me, name="named to me"),
    path("who-looked/", who_looked.who_looked, name="who looked"),
    path("who-looked/<uuid:person_id>/", who_looked.who_looked_at, name="who looked at"),
]
