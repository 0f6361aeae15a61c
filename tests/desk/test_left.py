"""What was left unfinished says what was typed and what it answers, and no stored word."""

from alongside.desk.left import lines_of
from alongside.foundation.words import Vocabulary
from alongside.web.models import Draft


def test_a_box_is_called_as_its_own_form_calls_it():
    words = {"who": "Moreen Tolly", "why": "She would like company."}
    said = [lines_of(Draft(form=form, words=words), Vocabulary.LOCAL_AREA_COORDINATION) for form in ("introduction", "introduction/n123", "step")]
    of_an_introduction = [("What you were told", "She would like company."), ("Name", "Moreen Tolly")]
    assert said == [of_an_introduction, of_an_introduction, [("Why", "She would like company."), ("Who does it", "Moreen Tolly")]]


def test_each_line_says_what_it_answers_and_a_choice_is_no_line():
    draft = Draft(words={"extract": "Help with the stairs.", "audience": "gp", "how": "aloud", "introduced_by": "the surgery", "text": "Rang twice."})
    assert lines_of(draft, Vocabulary.SOCIAL_PRESCRIBING) == [
        ("What they would know", "Help with the stairs."),
        ("Referred by", "the surgery"),
        ("", "Rang twice."),
    ]
