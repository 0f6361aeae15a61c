"""What changed in somebody's life."""

from alongside.foundation.words import Word

CHANGE = Word("change", "change", "Something that became different in their life, good or bad, in their words.", sp="outcome")

DIRECTIONS = (
    Word("better", "better", "They say it is better.", plurals={"better": "better"}),
    Word("worse", "worse", "They say it is worse.", plurals={"worse": "worse"}),
    Word("different", "different, neither", "They say it is neither better nor worse.", plurals={"different, neither": "different, neither"}),
)

SHARES = (
    Word("not asked", "not asked", "Nobody asked: that is not the same as none.", plurals={"not asked": "not asked"}),
    Word("none", "none of it", "None of it.", plurals={"none of it": "none of it"}),
    Word("a little", "a little", "About a quarter.", plurals={"a little": "a little"}),
    Word("half", "about half", "About half.", plurals={"about half": "about half"}),
    Word("most", "most of it", "About three quarters.", plurals={"most of it": "most of it"}),
    Word("all", "all of it", "All of it.", plurals={"all of it": "all of it"}),
)
