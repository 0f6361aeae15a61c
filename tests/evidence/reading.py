"""Reading what a page of figures says."""

from __future__ import annotations

import re
from html import unescape

from django.test import Client
from django.urls import reverse

FIGURES = "/figures/"


def words_of(html: str) -> str:
    """What the page says, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def table_of(client: Client, key: str, **asked: str) -> dict[str, str]:
    """A figure's own table: what stands beside each part."""
    return rows_of(client.get(reverse("evidence:figure", args=[key]), asked).content.decode())


def rows_of(html: str) -> dict[str, str]:
    """What stands beside each part in the first table of a page, or of a part of one."""
    table = html.split("<table", 2)[1].split("</table>")[0]
    rows = re.findall(r'<th scope="row"[^>]*>(.*?)</th>\s*<td[^>]*>(.*?)</td>', table, re.S)
    return {words_of(label): words_of(number) for label, number in rows}
