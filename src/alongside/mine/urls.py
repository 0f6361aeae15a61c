from django.urls import path

from .views import answering, copies, easy, links, meetings, opening, own, pictures, questions, saying

app_name = "mine"
_THEM = "people/<uuid:person_id>/"
urlpatterns = [
    path(f"{_THEM}own-copy/", copies.own_copy, name="own copy"),
    path(f"{_THEM}own-copy/booklet.pdf", copies.printed, name="booklet"),
    path(f"{_THEM}own-copy/easy-read/", easy.easy_read, name="easy read"),
    path(f"{_THEM}own-copy/easy-read.pdf", easy.printed_easy_read, name="easy read booklet"),
    path(f"{_THEM}own-copy/links/", links.give, name="give link"),
    path(f"{_THEM}own-copy/links/<uuid:link_id>/", links.slip, name="slip"),
    path(f"{_THEM}own-copy/links/<uuid:link_id>/end/", links.end, name="end link"),
    path(f"{_THEM}own-copy/links/<uuid:link_id>/code/", links.code, name="new code"),
    path(f"{_THEM}their-words/", saying.their_words, name="their words"),
    path(f"{_THEM}their-words/<uuid:words_id>/taken-back/", saying.take_back, name="take back their words"),
    path(f"{_THEM}not-right/of/<uuid:row>/", saying.not_right, name="not right"),
    path(f"{_THEM}not-right/<uuid:said_id>/taken-back/", saying.take_back_not_right, name="take back not right"),
    path(f"{_THEM}not-right/<uuid:said_id>/", answering.answer, name="answer"),
    # What follows is the person's own, by their link.
    path("my/<str:address>/", opening.open_copy, name="open"),
    path("mine/", own.my_page, name="my page"),
    path("mine/booklet.pdf", own.my_booklet, name="my booklet"),
    path("mine/easy-read/", easy.my_easy_read, name="my easy read"),
    path("mine/easy-read.pdf", easy.my_easy_read_booklet, name="my easy read booklet"),
    path("mine/pictures/", pictures.my_pictures, name="my pictures"),
    path("mine/pictures/<uuid:picture_id>.jpg", pictures.my_picture, name="my picture"),
    path("mine/pictures/set/<uuid:picture_id>.jpg", pictures.my_set_picture, name="my set picture"),
    path("mine/pictures/<uuid:picture_id>/take-away/", pictures.take_away_my_picture, name="take away my picture"),
    path("mine/who-looked/", own.who_looked_at_me, name="who looked at me"),
    path("mine/everything/", own.my_everything, name="my everything"),
    path("mine/words/", own.my_words, name="my words"),
    path("mine/words/<uuid:words_id>/taken-back/", own.take_back_my_words, name="take back my words"),
    path("mine/not-right/<uuid:line_id>/", own.my_not_right, name="my not right"),
    path("mine/not-right/<uuid:said_id>/taken-back/", own.take_back_my_not_right, name="take back my not right"),
    path("mine/meetings/", meetings.my_meetings, name="my meetings"),
    path("mine/meetings/<uuid:choice_id>/", meetings.say_of_meeting, name="say of meeting"),
    path("mine/questions/", questions.my_questions, name="my questions"),
    path("mine/questions/<uuid:offered_id>/", questions.my_answers, name="my answers"),
    path("mine/questions/<uuid:asking_id>/taken-back/", questions.take_back_my_answers, name="take back my answers"),
    path("mine/close/", opening.close, name="close"),
]
