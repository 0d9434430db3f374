"""A resolution as a short outline in Markdown, for ``parse --format md``."""

from __future__ import annotations

from counterdraft.model import Paragraph, Resolution

_WIDTH = 100


def outline(resolution: Resolution) -> str:
    """The header, then a line a paragraph, and whom each asks."""
    lines = [f"# {_escape(resolution.title or resolution.symbol or resolution.source)}", ""]
    lines += [f"- {name}: {_escape(value)}" for name, value in _facts(resolution)]
    part = ""
    before = {heading.before: heading.text for heading in resolution.headings}
    for paragraph in resolution.paragraphs:
        if paragraph.part != part:
            part = paragraph.part
            lines += ["", f"## {part.capitalize()} paragraphs", ""]
        if paragraph.id in before:
            lines += ["", f"### {_escape(before[paragraph.id])}", ""]
        lines += _paragraph(paragraph)
    if resolution.lines:
        lines += ["", f"Lines in no paragraph, as those of tables: {len(resolution.lines)}"]
    if resolution.annexes:
        lines += ["", "## Annexes", ""]
        lines += [
            f"- {_escape(': '.join(x for x in (a.label, a.title) if x))}"
            for a in resolution.annexes
        ]
    if resolution.problems:
        lines += ["", "## Problems", ""]
        lines += [
            f"- {problem.code}: {_escape(problem.message)}" for problem in resolution.problems
        ]
    return "\n".join([*lines, ""])


def _facts(resolution: Resolution) -> list[tuple[str, str]]:
    facts = [
        ("source", resolution.source),
        ("kind", resolution.kind),
        ("organ", resolution.organ),
        ("symbol", resolution.symbol),
        ("session", str(resolution.session) if resolution.session else None),
        ("committee", resolution.committee),
        ("agenda item", resolution.agenda_item),
        ("date", resolution.date),
        ("sponsors", ", ".join(resolution.sponsors) or None),
        ("speakers", ", ".join(f"{e.state} for {e.group}" for e in resolution.speakers) or None),
    ]
    return [(name, value) for name, value in facts if value]


def _paragraph(paragraph: Paragraph) -> list[str]:
    indent = "  " * paragraph.level
    words = " ".join(paragraph.text.split())
    shown = words if len(words) <= _WIDTH else words[:_WIDTH].rsplit(" ", 1)[0] + " …"
    lines = [f"{indent}- `{paragraph.id}` {_escape(shown)}"]
    for each in paragraph.addressees:
        who = _escape(each.text or "itself")
        limit = "".join(f", {_escape(words)}" for words in each.deadlines)
        report = ", report" if each.reporting else ""
        lines.append(f"{indent}  - {_escape(each.verb)} → {who} ({each.class_}{limit}{report})")
    return lines


def _escape(text: str) -> str:
    """Text from outside, so that it cannot become markup."""
    for char in "\\`*_{}[]<>#|":
        text = text.replace(char, f"\\{char}")
    return " ".join(text.split())
