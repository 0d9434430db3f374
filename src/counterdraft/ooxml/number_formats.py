"""A count and Word's name of a number format → what is printed: 27, "lowerLetter" → "aa"."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Word prints no roman number above this, and no letter more often than that.
_MOST_ROMAN = 32_767
_MOST_LETTERS = 30
_CHICAGO = "*\u2020\u2021\u00a7"
_CIRCLED = 0x2460
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def format_number(count: int, form: str) -> str:
    """``count`` as Word prints it in the format ``form``; in one that is unknown, in digits."""
    if count < 0:
        return str(count)
    return _FORMATS.get(form, str)(count)


def _letters(count: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """A, b, … z, aa, bb: Word repeats the letter."""
    if count < 1:
        return ""
    times, place = divmod(count - 1, len(alphabet))
    return alphabet[place] * min(times + 1, _MOST_LETTERS)


def _roman(count: int) -> str:
    if not 0 < count <= _MOST_ROMAN:
        return str(count)
    out = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        out += letters * times
    return out


def _ordinal(count: int) -> str:
    teens = 10 <= count % 100 < 20
    return f"{count}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


def _words(count: int) -> str:
    """In English words, up to 99."""
    if count >= 100:
        return str(count)
    if count < len(_UNITS):
        return _UNITS[count]
    tens, unit = divmod(count, 10)
    return _TENS[tens - 2] + (f"-{_UNITS[unit]}" if unit else "")


def _ordinal_words(count: int) -> str:
    if count >= 100:
        return _ordinal(count)
    head, dash, last = _words(count).rpartition("-")
    if last not in _ORDINALS and last.endswith("y"):
        return f"{head}{dash}{last[:-1]}ieth"
    return f"{head}{dash}{_ORDINALS.get(last, f'{last}th')}"


def _chicago(count: int) -> str:
    if count < 1:
        return ""
    times, place = divmod(count - 1, len(_CHICAGO))
    return _CHICAGO[place] * min(times + 1, _MOST_LETTERS)


def _circled(count: int) -> str:
    return chr(_CIRCLED + count - 1) if 1 <= count <= 20 else str(count)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda count: _words(count).capitalize(),
    "ordinalText": lambda count: _ordinal_words(count).capitalize(),
    "chicago": _chicago,
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedCircle": _circled,
    "russianLower": lambda count: _letters(count, _RUSSIAN),
    "russianUpper": lambda count: _letters(count, _RUSSIAN).upper(),
    "none": lambda _: "",
}
