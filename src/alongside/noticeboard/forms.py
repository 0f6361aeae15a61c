"""The noticeboard's search."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.directory.forms import LookingForm


class SearchForm(LookingForm):
    """For anybody who looks for something near them."""

    words = forms.CharField(
        label=_("What are you looking for?"), help_text=_("In your own words: singing, somebody to talk to, my allotment."), required=False, max_length=1000
    )
