"""Every error that Counterdraft raises on purpose.

::

    CounterdraftError
    ├── ReadError            a source cannot become a Document
    │   ├── SourceNotFound       no such file, or it may not be opened
    │   ├── UnsupportedSource    a format that no reader takes
    │   ├── DamagedSource        the format is known, the bytes are not sound
    │   ├── UnsafeSource         entities, bombs, paths that lead outside
    │   ├── SourceTooLarge       over a limit
    │   ├── NeedsBrowser         a web page that is blank until its scripts have run
    │   ├── EmptySource          nothing to read
    │   └── FetchError           an address or a symbol gives no source
    │       ├── BadAddress           not an address that is fetched
    │       ├── UnclearSymbol        no document's symbol, or that of several
    │       ├── UnsafeRedirect       sent on to where nobody is followed
    │       ├── OfflineError         the network is not to be used, and there is no copy
    │       ├── Unreachable          name not found, connection refused or broken
    │       ├── TimedOut             no answer, or not all of it, in time
    │       ├── UntrustedServer      the server does not prove who it is
    │       ├── NoSuchDocument       the server has no such document
    │       ├── RefusedRequest       the server has it, or not, and does not give it
    │       ├── ServerBusy           the server asks to be left alone for now
    │       ├── ServerFailed         the server's own fault
    │       └── BadAnswer            cut short, coded wrongly, or other than asked for
    ├── NoResolution         a document holds no draft or resolution
    ├── SeveralResolutions   a document holds more than one, and it is not said which is meant
    ├── NoParagraph          a text has no paragraph of that name
    ├── OtherLanguage        a text is not in the language that something is read in
    ├── LaterText            what is taken for the text before one is dated after it
    ├── CorpusError          a corpus cannot be asked, or not be changed
    │   ├── NoCorpus             there is none at that place
    │   ├── NewerCorpus          of a format that this version does not know
    │   ├── DamagedCorpus        a file of it is missing, cut short or altered
    │   ├── NotInCorpus          it holds no such text
    │   └── BadQuery             a search that cannot be understood
    ├── NoEstimate           votes that no ideal points can be estimated from
    ├── SeriesError          it cannot be said which votes on one subject are meant
    │   ├── NoSeries             none is known, or none so early
    │   ├── UnclearSeries        there are several, and it is not said which is meant
    │   └── BadSeriesFile        a file that is to name one does not
    ├── VotesError           votes cannot be asked for, or not be kept
    │   ├── NoVotes              there are none at that place, or none that are meant
    │   ├── NewerVotes           kept in a format that this version does not know
    │   ├── DamagedVotes         a file of them is missing, cut short or altered
    │   └── NothingToCount       of the votes that are meant none can be counted or drawn
    ├── MandateError         a list to hold a text against cannot be had
    │   ├── UnknownMandate       none of that name ships, or no file can be read
    │   └── BadMandate           its file is not valid; the place is its line and key
    ├── RegistersError       registers cannot be asked
    │   ├── NoRegister           there are none at that place
    │   └── DamagedRegister      a file of them is missing, cut short or altered
    ├── InUse                another process is writing there
    ├── UnknownState         no Member of the United Nations is known by that name
    ├── UnknownBloc          no group of them is known by that name
    ├── DossierError         a dossier is not valid, or what it names is not there
    ├── SettingsError        a setting is not valid
    ├── LexiconError         an entry of the lexicon is not valid
    └── WriteError           a result cannot be written

Each carries what a person needs to act: the source, the place in it and the
remedy. ``str(error)`` is that, on one line.
"""

from __future__ import annotations


class CounterdraftError(Exception):
    """What went wrong (``reason``), in which source, where in it, and what helps."""

    def __init__(self, reason: str, *, source: str = "", place: str = "", remedy: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.source = source
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.source, self.place) if part)
        line = f"{where}: {self.reason}" if where else self.reason
        return one_line(f"{line}. {self.remedy}" if self.remedy else line)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.reason, self.source, self.place, self.remedy))


def one_line(words: str) -> str:
    """``words`` on one line; what a file is called must not command the terminal that shows it."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(words.split()))


def _rebuild(
    kind: type[CounterdraftError], reason: str, source: str, place: str, remedy: str
) -> CounterdraftError:
    return kind(reason, source=source, place=place, remedy=remedy)


class ReadError(CounterdraftError):
    """A source cannot become a Document."""


class SourceNotFound(ReadError):
    """There is no such source, or it may not be opened."""


class UnsupportedSource(ReadError):
    """No reader takes this format."""


class DamagedSource(ReadError):
    """The format is known, but the bytes are not sound."""


class UnsafeSource(ReadError):
    """The source tries something that no honest document needs."""


class SourceTooLarge(ReadError):
    """The source, or what it unpacks to, is over a limit."""


class NeedsBrowser(ReadError):
    """A web page has no text of its own: its scripts would fetch it."""


class EmptySource(ReadError):
    """There is nothing in the source to read."""


class FetchError(ReadError):
    """An address or a symbol gives no source."""


class BadAddress(FetchError):
    """It is not an address, or not one that is fetched."""


class UnclearSymbol(FetchError):
    """It is no document's symbol, or may be that of several; the reason names them."""


class UnsafeRedirect(FetchError):
    """The server sends on to where nobody is followed."""


class OfflineError(FetchError):
    """The network is not to be used, and the cache holds no copy."""


class Unreachable(FetchError):
    """The server's name was not found, or the connection was refused or broke."""


class TimedOut(FetchError):
    """The answer, or all of it, did not come in time."""


class UntrustedServer(FetchError):
    """The server does not prove that it is the one of that name."""


class NoSuchDocument(FetchError):
    """The server has no such document."""


class RefusedRequest(FetchError):
    """The server does not give the document to whoever asks."""


class ServerBusy(FetchError):
    """The server asks to be left alone for now."""


class ServerFailed(FetchError):
    """The server could not answer, by its own fault."""


class BadAnswer(FetchError):
    """The answer is cut short, coded wrongly, or other than what was asked for."""


class NoResolution(CounterdraftError):
    """A document was read, and holds no draft or resolution."""


class SeveralResolutions(CounterdraftError):
    """A document holds several resolutions where one is wanted; the reason lists them."""


class NoParagraph(CounterdraftError):
    """A text has no paragraph of that name, or several; the remedy names those that it has."""


class OtherLanguage(CounterdraftError):
    """A text is not in the language that something is read in, or two are not in one language."""


class LaterText(CounterdraftError):
    """What is taken for the last text of a series is dated after the text at hand."""


class CorpusError(CounterdraftError):
    """A corpus cannot be asked, or not be changed."""


class NoCorpus(CorpusError):
    """There is no corpus at that place."""


class NewerCorpus(CorpusError):
    """The corpus has a format that this version does not know."""


class DamagedCorpus(CorpusError):
    """A file of the corpus is missing, cut short or altered."""


class NotInCorpus(CorpusError):
    """The corpus holds no such text."""


class BadQuery(CorpusError):
    """A search that cannot be understood; the place is where in it."""


class UnknownState(CounterdraftError):
    """No Member of the United Nations is known by that name; the remedy names what is near."""


class UnknownBloc(CounterdraftError):
    """No group of Members is known by that name; the remedy names what is near."""


class NoEstimate(CounterdraftError):
    """Votes that no ideal points can be estimated from: they do not fit, or tell nothing."""


class SeriesError(CounterdraftError):
    """It cannot be said which votes on one subject are meant."""


class NoSeries(SeriesError):
    """No vote on it is known, or none as early as is asked for."""


class UnclearSeries(SeriesError):
    """Several series may be meant; the reason names them."""


class BadSeriesFile(SeriesError):
    """The file that is to name a series is no such file."""


class VotesError(CounterdraftError):
    """Votes cannot be asked for, or not be kept."""


class NoVotes(VotesError):
    """There are no votes at that place, or none that are meant."""


class NewerVotes(VotesError):
    """Votes are kept in a format that this version does not know."""


class DamagedVotes(VotesError):
    """A file of the votes is missing, cut short or altered."""


class NothingToCount(VotesError):
    """Of the votes that are meant none can be counted or drawn; the reason says why."""


class MandateError(CounterdraftError):
    """A list to hold a text against cannot be had."""


class UnknownMandate(MandateError):
    """No mandate of that name ships, or its file cannot be read."""


class BadMandate(MandateError):
    """The file of a mandate is not valid; the place is its line and key."""


class RegistersError(CounterdraftError):
    """Registers cannot be asked."""


class NoRegister(RegistersError):
    """There are no registers at that place."""


class DamagedRegister(RegistersError):
    """A file of the registers is missing, cut short or altered."""


class InUse(CounterdraftError):
    """Another process is writing the corpus, or the votes beside it."""


class DossierError(CounterdraftError):
    """A dossier is not valid, or what it names is not there; the place is the line and the key."""


class SettingsError(CounterdraftError):
    """A setting is not valid, or the file of them cannot be read."""


class LexiconError(CounterdraftError):
    """An entry of the lexicon is not valid."""


class WriteError(CounterdraftError):
    """A result cannot be written; nothing was changed."""
