"""Languages that people ask for, and how an entry's own words name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Language:
    """A language by its code (BCP 47), its name, and every English or own word that names it."""

    code: str
    name: Any
    words: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        """Whether this line names it: by a whole word of it, whatever the case."""
        return bool(re.search(rf"(?<!\w)({'|'.join(re.escape(word) for word in self.words)})(?!\w)", text, re.IGNORECASE))


LANGUAGES = (
    Language("sq", _("Albanian"), ("Albanian", "Shqip")),
    Language("ar", _("Arabic"), ("Arabic", "العربية")),
    Language("bn", _("Bengali"), ("Bengali", "Bangla", "Sylheti", "বাংলা")),
    Language("bfi", _("British Sign Language"), ("British Sign Language", "BSL", "sign language", "signer", "signers")),
    Language("bg", _("Bulgarian"), ("Bulgarian", "Български")),
    Language("yue", _("Cantonese"), ("Cantonese", "廣東話")),
    Language("cs", _("Czech"), ("Czech", "Čeština")),
    Language("nl", _("Dutch"), ("Dutch", "Nederlands")),
    Language("en", _("English"), ("English",)),
    Language("fr", _("French"), ("French", "Français")),
    Language("de", _("German"), ("German", "Deutsch")),
    Language("el", _("Greek"), ("Greek", "Ελληνικά")),
    Language("gu", _("Gujarati"), ("Gujarati", "Gujrati", "ગુજરાતી")),
    Language("hi", _("Hindi"), ("Hindi", "हिन्दी")),
    Language("hu", _("Hungarian"), ("Hungarian", "Magyar")),
    Language("ga", _("Irish"), ("Irish", "Gaeilge")),
    Language("it", _("Italian"), ("Italian", "Italiano")),
    Language("ku", _("Kurdish"), ("Kurdish", "Kurmanji", "Sorani", "Kurdî")),
    Language("lv", _("Latvian"), ("Latvian", "Latviešu")),
    Language("lt", _("Lithuanian"), ("Lithuanian", "Lietuvių")),
    Language("ml", _("Malayalam"), ("Malayalam", "മലയാളം")),
    Language("cmn", _("Mandarin"), ("Mandarin", "普通话", "Putonghua")),
    Language("ne", _("Nepali"), ("Nepali", "नेपाली")),
    Language("pa", _("Panjabi"), ("Panjabi", "Punjabi", "ਪੰਜਾਬੀ")),
    Language("ps", _("Pashto"), ("Pashto", "Pushto", "پښتو")),
    Language("fa", _("Persian"), ("Persian", "Farsi", "Dari", "فارسی")),
    Language("pl", _("Polish"), ("Polish", "Polski")),
    Language("pt", _("Portuguese"), ("Portuguese", "Português")),
    Language("ro", _("Romanian"), ("Romanian", "Română")),
    Language("rom", _("Romani"), ("Romani", "Romanes")),
    Language("ru", _("Russian"), ("Russian", "Русский")),
    Language("gd", _("Scottish Gaelic"), ("Scottish Gaelic", "Gaelic", "Gàidhlig")),
    Language("sk", _("Slovak"), ("Slovak", "Slovenčina")),
    Language("so", _("Somali"), ("Somali", "Soomaali")),
    Language("es", _("Spanish"), ("Spanish", "Español")),
    Language("sw", _("Swahili"), ("Swahili", "Kiswahili")),
    Language("ta", _("Tamil"), ("Tamil", "தமிழ்")),
    Language("ti", _("Tigrinya"), ("Tigrinya", "ትግርኛ")),
    Language("tr", _("Turkish"), ("Turkish", "Türkçe")),
    Language("uk", _("Ukrainian"), ("Ukrainian", "Українська")),
    Language("ur", _("Urdu"), ("Urdu", "اردو")),
    Language("vi", _("Vietnamese"), ("Vietnamese", "Tiếng Việt")),
    Language("cy", _("Welsh"), ("Welsh", "Cymraeg")),
    Language("yi", _("Yiddish"), ("Yiddish", "ייִדיש")),
)
"""Those that many people in Britain speak at home (the census of 2021), by their English names."""

BY_CODE = {one.code: one for one in LANGUAGES}
