"""A symbol → the document, from the first address that has it.

The UN's servers answer for a symbol that does not exist with 404, with a web page, or with
nothing; so it is the content that tells.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from counterdraft.errors import FetchError, NoSuchDocument
from counterdraft.fetch.answer import Say
from counterdraft.fetch.fetch import Fetched, fetch
from counterdraft.fetch.settings import Settings
from counterdraft.fetch.symbols import symbol_addresses

_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096


def fetch_symbol(
    symbol: str, settings: Settings, language: str = "en", *, say: Say | None = None
) -> Fetched:
    """The document of that symbol (as ``as_symbol`` gives it) in that language.

    Raises NoSuchDocument where no address has it; where one of them failed otherwise, that
    failure's class, with how each failed; SettingsError for a language not in the settings.
    """
    failures: list[FetchError] = []
    for address in symbol_addresses(symbol, settings, language):
        try:
            fetched = fetch(address, settings, say=say)
        except FetchError as error:
            failures.append(error)
        else:
            if fetched.data and not _is_page(fetched.data):
                return fetched
            what = "a web page instead of it" if fetched.data else "an empty document"
            failures.append(NoSuchDocument(f"{_host(address)} has {what}", source=address))
    raise _none(symbol, language, failures)


def _none(symbol: str, language: str, failures: list[FetchError]) -> FetchError:
    """All failures as one: there is no such document, unless something else went wrong."""
    others = [each for each in failures if not isinstance(each, NoSuchDocument)]
    told = "; ".join(dict.fromkeys(each.reason for each in failures))
    if others:
        reason = f"the document could not be fetched in {language!r}: {told}"
        return type(others[0])(reason, source=symbol, remedy=others[0].remedy)
    reason = f"there is no such document in {language!r}: {told}"
    return NoSuchDocument(reason, source=symbol, remedy="Check the symbol and the language")


def _is_page(data: bytes) -> bool:
    return bool(_PAGE.match(data[:_HEAD]))


def _host(address: str) -> str:
    return urlsplit(address).netloc
