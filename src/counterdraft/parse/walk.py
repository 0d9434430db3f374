"""The walk through the blocks of one draft: which of them are its own, and as what.

In: the candidates after a formula (or from a first clause on), in order. Out: ``Item``
values (``walked.py``): paragraphs, subparagraphs, headings, annexes. A block belongs to
the draft where the draft's own sequence of parts, numbers and endings goes on through it,
and not because a verb stands at its head; what does not belong stays pending until the
sequence goes on or is over.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.parse.blocks import Candidate, ends_as
from counterdraft.parse.unknown import opens_as_act, opens_lower
from counterdraft.parse.walked import Item, ItemKind, Walked, value_of
from counterdraft.text.markers import Marker

_LOOSE_LENGTH = 600


def walk(
    found: Sequence[Candidate], straight: str, start: int, stop: int, depth: int
) -> list[Item]:
    """The body of the draft that begins at candidate ``start``, before ``stop``, in order.

    ``depth`` is how deep the draft is quoted; blocks at other depths are not its own.
    """
    return _Walk(found, straight, start, stop, depth).items()


class _Walk(Walked):
    """One pass over the blocks after a formula, keeping what the draft's sequence takes."""

    def items(self) -> list[Item]:
        """The body, in order."""
        annexed = False
        for i in range(self.start, self.stop):
            each = self.found[i]
            if each.block.quoted != self.depth:
                self.pending.append(each)
                continue
            if annexed:
                # What follows an annex is its own until the next draft's head begins.
                self.taken.append(Item("annex" if each.kind == "annex" else "annexed", each))
            elif each.kind == "annex" and self._opens_annex(i):
                self._headings(final=True)
                annexed = True
                self.taken.append(Item("annex", each))
            elif each.kind in {"label", "elision"}:
                self._label(each)
            elif kind := self._takes(each, i):
                self._headings()
                self._take(kind, each)
            elif self._too_far() and not self._act_follows_lines(i):
                break
            else:
                self.pending.append(each)
        return self.taken

    # -- what the sequence takes

    def _takes(self, each: Candidate, i: int) -> ItemKind | None:
        if each.kind == "preambular":
            return self._takes_preambular(each, i)
        if each.kind == "operative":
            return self._takes_operative(each)
        if each.kind == "sub":
            return self._takes_sub(each)
        if each.kind == "numbered" and each.marker is not None:
            return self._takes_numbered(each, each.marker)
        return self._takes_unknown(each, i) or self._takes_loose(each, i)

    def _takes_preambular(self, each: Candidate, i: int) -> ItemKind | None:
        if self.part == "operative":
            if each.marker and each.marker.part == "preambular":
                return "preambular"
            # A paragraph that the drafter opened with a participle, in its place in the numbers.
            if each.marker and each.marker.kind in {"number", "label"} and self._next(each.marker):
                return "operative"
            if each.marker and each.marker.kind == "bullet" and not self.pending:
                if self._listed() or self._among_points():
                    return "sub"
                return "operative" if self._goes_on_as_act(each) else None
            # "Calls upon States to act by:", and a participle for each of the ways.
            if self._declares(i):
                return "loose"
            if self._begins_section(each, i):
                self.part, self.number = "preambular", 0
                return "preambular"
            if each.marker or self.pending:
                return None
            return (
                "loose" if self._listed() else "operative" if self._goes_on_as_act(each) else None
            )
        if each.marker and each.marker.part == "operative":
            return "operative"
        if self.pending and not self._resumes(each):
            return None
        end = ends_as(self.straight, each)
        # In a text of bare clauses, prose that opens with a participle ends with a stop.
        if end == "." and not each.marker and not self._preamble_goes_on(i):
            return None
        return "preambular"

    def _begins_section(self, each: Candidate, i: int) -> bool:
        """Whether a section of the draft begins that has a preamble, and counts from 1 again."""
        if each.marker or self._commentary() or self._last_end() != ";":
            return False
        for following in self.found[i : self.stop]:
            if following.block.quoted != self.depth:
                return False
            if ends_as(self.straight, following) != "," or following.marker:
                return self._opens_section(following)
        return False

    def _opens_section(self, act: Candidate) -> bool:
        """Whether an act is a section's first: numbered so, or alone in it, under its heading."""
        alone = act.marker is None and act.kind == "operative" and bool(self.pending)
        return alone or _is_first(act)

    def _goes_on_as_act(self, each: Candidate) -> bool:
        """Whether a participle opens an act among others without numbers: "While noting …;"."""
        style = "bullet" if each.marker else "plain"
        return self.style == style and self._last_end() == ";" == ends_as(self.straight, each)

    def _preamble_goes_on(self, i: int) -> bool:
        """Whether clauses of a draft follow the block at ``i``, at once or past more such."""
        end = ends_as(self.straight, self.found[i])
        looked = 0
        for each in self.found[i + 1 : self.stop]:
            if each.block.quoted != self.depth:
                continue
            if each.kind in {"preambular", "operative", "label"}:
                return True
            if self._is_act(each):
                return True
            looked += not end or ends_as(self.straight, each) != end
            if looked > 1:
                return False
        return False

    def _takes_operative(self, each: Candidate) -> ItemKind | None:
        marker = each.marker
        if marker and marker.part == "preambular":
            return "preambular"
        if marker and marker.kind == "label":
            return "operative"
        if marker and marker.kind == "number":
            if self._next(marker) or self._restarts(marker):
                return "operative"
            # An author who leaves paragraphs out says so between them.
            skipped = value_of(marker) > self.number and self.elided
            return "operative" if skipped or self._unbroken() else None
        if marker and marker.kind == "bullet":
            return "preambular" if self._is_among_preambular(each) else self._takes_bulleted(marker)
        if self.style == "number":
            return "operative" if self._takes_between_numbers(each) else None
        if self._is_among_preambular(each):
            return "preambular"
        return "operative" if self._takes_unnumbered(each) else None

    def _is_among_preambular(self, each: Candidate) -> bool:
        """Whether a clause with a finite verb stands in the preamble, which goes on after it."""
        if self.part == "operative" or self.pending or ends_as(self.straight, each) != ",":
            return False
        following = self.found[each.place + 1 : min(self.stop, each.place + 2)]
        return any(
            (other.kind == "preambular" and ends_as(self.straight, other) == ",")
            or (other.kind == "operative" and _is_first(other) and not each.marker)
            for other in following
        )

    def _takes_bulleted(self, marker: Marker) -> ItemKind | None:
        if self._next_capital(marker):
            return "operative"
        if self.lists_open and self._last_is_open():
            # Below points that are no acts an act is none of them.
            last = self.taken[-1]
            point = last.kind != "sub" or last.found.kind == "operative" or self.style != "bullet"
            return "sub" if point else "operative"
        if self.style in {None, "bullet"} and not self.closed and not self._commentary():
            return "operative"
        return "sub" if self.lists_open else None

    def _takes_between_numbers(self, each: Candidate) -> bool:
        """Whether an act without a number stands among numbered ones: alone in its section, say.

        The one before it and it itself end as acts do that others follow; prose does not.
        """
        end = ends_as(self.straight, each)
        if self.part == "preambular":
            # Below the preamble of a section: the sections before it have numbers.
            return self._last_end() == "," and end in {";", ":"}
        open_ended = self._last_end() == ";" and end in {";", ":"}
        return open_ended and not self._commentary()

    def _takes_unnumbered(self, each: Candidate) -> bool:
        end = ends_as(self.straight, each)
        if self.closed and self._ended_in_a_point():
            # The end of a list is not that of a draft whose acts end with semicolons.
            return (end in {";", ":"} and not self._commentary()) or (end == ";" and self.formula)
        if self.closed and (self.pending or self.style != "stop"):
            return self._reopens(each, end)
        if self._commentary():
            return end == ";" and self._interrupted()
        if not end and self._opens_points(each):
            return True
        if not self.taken and end not in {";", ".", ":", ","}:
            return False
        return end in {";", ".", ":", ","} or each.place in {self.stop - 1, len(self.found) - 1}

    def _reopens(self, each: Candidate, end: str) -> bool:
        """Whether an act right behind a full stop goes on with the draft: as no prose begins.

        "Calls for …" and "Requests for …" may be prose, unless a semicolon ends them.
        """
        if self.pending or not self.formula or each.verb is None:
            return False
        return end == ";" or (end == "." and not each.verb.noun)

    def _opens_points(self, each: Candidate) -> bool:
        """Whether an act without a mark at its end goes on in points: "decides that they shall"."""
        after = self.found[each.place + 1 : min(self.stop, each.place + 2)]
        return any(
            other.kind == "sub"
            or (opens_lower(self.straight, other) and ends_as(self.straight, other))
            for other in after
        )

    def _takes_sub(self, each: Candidate) -> ItemKind | None:
        bulleted = each.marker is not None and each.marker.kind == "bullet"
        if bulleted and self.part == "preambular" and not self.lists_open:
            return self._takes_considered(each)
        if not self.taken:
            return None
        if each.marker and each.marker.kind == "label":
            return "sub"
        if bulleted:
            if self._goes_on_bulleted(each):
                return "operative"
            bulleted_style = (
                self.style == "bullet" and not self._last_is_open() and not self.lists_open
            )
            listed = self.lists_open or self._last_end() == ","
            return None if self._commentary() or bulleted_style or not listed else "sub"
        if self.closed and not self.lists_open:
            return None
        return "sub" if not self._commentary() or self._last_is_open() else None

    def _takes_considered(self, each: Candidate) -> ItemKind | None:
        """A clause of the preamble with a mark before it: "– having regard to …,", "A. whereas"."""
        end = ends_as(self.straight, each)
        if self.pending or not (self.taken or self.formula):
            return None
        if opens_as_act(self.straight, each):
            return "operative" if end == ";" and self.taken else None
        return "preambular" if end in {",", ";"} else None

    def _goes_on_bulleted(self, each: Candidate) -> bool:
        """Whether an act whose verb is not known has the mark that acts have in this draft."""
        if self.style != "bullet" or self.pending or self._listed():
            return False
        end, last = ends_as(self.straight, each), self._last_end()
        if opens_as_act(self.straight, each):
            return last in {";", ","} and bool(end)
        return last == end == ";" and not self.lists_open

    def _takes_numbered(self, each: Candidate, marker: Marker) -> ItemKind | None:
        if marker.kind == "label":
            return "preambular" if marker.part == "preambular" else "operative"
        if self.part == "preambular":
            if self.pp_number and value_of(marker) == self.pp_number + 1:
                return "preambular"
            return (
                "operative" if value_of(marker) == 1 and self.taken and not self.pending else None
            )
        if self.declaring:
            return "operative" if self._next(marker) else None
        if self._commentary() or (self.closed and not opens_as_act(self.straight, each)):
            return None
        if self._counts_points(each, marker):
            return "loose"
        if self._below_a_capital(marker):
            return "sub"
        return "operative" if self._next(marker) else None

    def _takes_unknown(self, each: Candidate, i: int) -> ItemKind | None:
        """A clause without a number, by its place and its shape, whatever its verb.

        It goes on with the series where it ends as the paragraphs before it do, or opens as
        an act does between two of the draft's paragraphs.
        """
        if self.style in {"number", "bullet"} or opens_lower(self.straight, each):
            return None
        end, last = ends_as(self.straight, each), self._last_end()
        if self.part == "preambular":
            return self._takes_unknown_preambular(each, i, end)
        act = opens_as_act(self.straight, each)
        if self._commentary():
            return "operative" if act and end == ";" and self._interrupted() else None
        if self._listed() and not (act and self._ends_list()):
            return None
        if self.closed:
            goes_on = self.style == "stop" and act and end and self._act_follows(i)
            return "operative" if goes_on and not self.pending else None
        if self.lists_open and not act:
            return None
        if end == ";" or (end == "," == last) or (act and end == ":"):
            return "operative" if act or not self.pending else None
        return "operative" if act and end == "." and last in {";", ","} else None

    def _takes_unknown_preambular(self, each: Candidate, i: int, end: str) -> ItemKind | None:
        """A clause in the preamble: its first, one that ends as the others do, or the first act."""
        if self._commentary():
            return None
        if opens_as_act(self.straight, each):
            acts = self.taken and end in {";", ":"} and self._act_follows(i)
            return "operative" if acts else None
        alike = end == "," if not self.taken else end == ";" == self._last_end()
        return "preambular" if alike and self._preamble_goes_on(i) else None

    def _act_follows(self, i: int) -> bool:
        """Whether an operative clause follows the block at ``i``, past its points and the like."""
        end = ends_as(self.straight, self.found[i])
        for each in self.found[i + 1 : self.stop]:
            if each.block.quoted != self.depth or each.kind == "sub":
                continue
            if each.kind == "operative":
                return True
            if ends_as(self.straight, each) != end:
                return False
        return False

    def _is_act(self, each: Candidate) -> bool:
        """Whether a block reads like an act, whatever its verb, and ends as one does."""
        return ends_as(self.straight, each) in {";", ":"} and opens_as_act(self.straight, each)

    def _ends_list(self) -> bool:
        """Whether an act without a mark is no point: the last has a mark, or opens small."""
        last = self.taken[-1]
        return last.kind == "sub" or opens_lower(self.straight, last.found)

    def _interrupted(self) -> bool:
        """Whether remarks stand in a draft that is not over: after its formula, and an open end.

        Clauses that nobody is the subject of may be quoted one by one.
        """
        return self.formula and self._last_end() in {";", ":"}

    def _takes_loose(self, each: Candidate, i: int) -> ItemKind | None:
        """A paragraph without number or verb, in the middle of a draft that goes on."""
        end = ends_as(self.straight, each)
        if self._declares(i):
            return "loose"
        if self.closed and end == ";" and not self.pending and self._ended_in_a_point():
            # "Thursday, from 3 to 6 p.m.", and behind it the other days.
            return "loose"
        if (
            not self.taken
            or self.closed
            or (self.pending and (end == "." or not self._headed_points()))
        ):
            return None
        words = self.straight[each.start : each.end]
        last = self.taken[-1]
        if last.kind == "preambular" and end == "," and words[0].isupper():
            # "Continuing to take the view that …,": a clause by its place, whatever its verb.
            return "preambular" if self._preamble_goes_on(i) else None
        if last.kind in {"sub", "operative", "loose"} and end in {";", "."} and words[0].islower():
            return "loose"
        if (
            self.part == "operative"
            and end == ";"
            and len(words) < _LOOSE_LENGTH
            and self._goes_on(i)
        ):
            return "loose"
        if self._listed() and end:
            return "loose"
        if self._is_asked(each) or self._is_named(each):
            return "loose"
        # "(d) Protection of civilians", and under it what is to be done.
        opened = ends_as(self.straight, last.found) == ":" or (
            last.kind == "sub" and not ends_as(self.straight, last.found)
        )
        return "loose" if opened and end and self.part == "operative" else None

    def _is_asked(self, each: Candidate) -> bool:
        """Whether a block is a question in a list of such, as one puts them to a court."""
        asked, before = (
            self.straight[x.start : x.block.span.end].rstrip('" ').endswith("?")
            for x in (each, self.taken[-1].found)
        )
        return asked and (self._listed() or (before and self.lists_open))

    def _is_named(self, each: Candidate) -> bool:
        """Whether a block is a name in quotation marks behind a colon: "the theme will be:"."""
        marks = self.straight[each.block.span.start], self.straight[each.block.span.end - 1]
        return marks == ('"', '"') and self._listed() and self._last_end() == ":"

    # -- annexes

    def _opens_annex(self, i: int) -> bool:
        if (
            not self.taken
            or self.part != "operative"
            or self._commentary()
            or len(self.pending) > 4
        ):
            return False
        # An annex of the document that holds the next draft is not this one's.
        return i + 1 < self.stop and not (self.stop < len(self.found) and self.stop - i <= 4)


def _is_first(act: Candidate) -> bool:
    """Whether an act has the number 1."""
    marker = act.marker
    return marker is not None and marker.kind == "number" and marker.value == "1"
