"""A chart → SVG or PNG, the same bytes for the same chart; nothing is fetched for it.

In: a chart as Vega-Lite whose data stand in it, what it is called, and what it shows in a sentence.
Out: SVG as text, or PNG. The converter is imported here alone, when a picture is made: to start it
takes half a second.
"""

from __future__ import annotations

import re
import zlib
from html import escape
from typing import Any

from counterdraft.charts.look import config
from counterdraft.charts.spec import Spec
from counterdraft.text.printable import printable

VEGA_LITE = "6.1"
_SVG = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'\bwidth="([\d.]+)" height="([\d.]+)"')
_SCALE = 2.0


def spec_of(chart: Spec) -> Spec:
    """The specification of a chart in our look.

    Its words are made printable: a control character among them would end the converter, and us
    with it.
    """
    spec: Spec = _printable(chart)
    return {**spec, "config": config()}


def _printable(value: Any) -> Any:
    """The same with every word in it printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _printable(each) for name, each in value.items()}
    return [_printable(each) for each in value] if isinstance(value, list) else value


def svg_of(chart: Spec, title: str, description: str) -> str:
    """The picture as SVG, with its title and description for those who do not see it."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec_of(chart), vl_version=VEGA_LITE)
    told = f"<title>{escape(printable(title))}</title><desc>{escape(printable(description))}</desc>"
    return _SVG.sub(lambda found: _named(found[0]) + told, drawn, count=1) + "\n"


def png_of_svg(svg: str) -> bytes:
    """A picture that is SVG already as PNG; it refers to nothing outside itself."""
    import vl_convert

    return packed(vl_convert.svg_to_png(svg, scale=_SCALE))


def packed(png: bytes) -> bytes:
    """The same picture in a fifth of the bytes: the converter packs for speed."""
    kept, pixels, at = png[:8], b"", 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        chunk, kind = png[at : at + 12 + length], png[at + 4 : at + 8]
        at += len(chunk)
        if kind == b"IDAT":
            pixels += chunk[8:-4]
            continue
        if kind == b"IEND":
            kept += _chunk(b"IDAT", zlib.compress(zlib.decompress(pixels), 9))
        kept += chunk
    return kept


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def size_of(svg: str) -> tuple[float, float]:
    """How wide and high a picture says that it is, in pixels; ValueError where it does not."""
    found = _SIZE.search(svg[: svg.find(">") + 1])
    if found is None:
        raise ValueError("the picture does not say how large it is")
    return float(found[1]), float(found[2])


def _named(tag: str) -> str:
    return tag if 'role="img"' in tag else f'{tag[:-1]} role="img">'


def png_of(chart: Spec) -> bytes:
    """The picture as PNG, twice as many points as it measures."""
    import vl_convert

    return packed(vl_convert.vegalite_to_png(spec_of(chart), vl_version=VEGA_LITE, scale=_SCALE))
