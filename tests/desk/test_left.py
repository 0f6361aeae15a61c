"""What was left unfinished says what was typed and what it answers, and no stored word."""

from alongside.desk.left import lines_of
from alongside.foundation.words import Vocabulary
from alongside.web.models import Draft


def test_each_line_says_what_it_answers_and_a_choice_is_no_line():
    draft = Draft(words={"extract": "Help with the stairs.", "audience": "gp", "how": "aloud", "introduced_by": "the surgery", "text": "Rang twice."})
    assert lines_of(draft, Vocabulary.SOCIAL_PRESCRIBING) == [
        ("What they would know", "Help with the stairs."),
        ("Referred by", "the surgery"),
        ("", "Rang twice."),
    ]
