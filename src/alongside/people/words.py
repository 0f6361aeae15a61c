"""A person and their circle."""

from alongside.foundation.words import Sentence, Word

PERSON = Word("person", "person", "Whoever we are there for.", plurals={"person": "people"})
GIFT = Word(
    "gift",
    "gift",
    "Something a person brings: a skill, an interest, a way of being with others.",
    sp="strength",
    kin={"gift": ("strength", "strengths")},
)
PEOPLE_IN_MY_LIFE = Word(
    "people in their life", "people in their life", "Family, friends, neighbours: natural supports.", plurals={"people in their life": "people in their life"}
)
PROTECTED_LOCATION = Word("protected location", "protected location", "Where they live is shown only to those listed.")

WALKING_ROLES_WRITE = Sentence(
    "Only coordinators, support officers and managers write in somebody's record. If something is wrong or missing in it, tell their coordinator.",
    sp="Only link workers, support officers and managers write in somebody's record. If something is wrong or missing in it, tell their link worker.",
)
