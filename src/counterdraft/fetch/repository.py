"""A repository on a code host → its list of files, and each file, over HTTP and without an account.

Three kinds of requests are made, and no others: for the commit that the branch is at, for
the list of the files at that commit, and for a file at that commit. One is made at a time,
with a pause before the next. What a file must be the list says: its size, and git's SHA-1
of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from counterdraft.errors import BadAnswer, OfflineError
from counterdraft.fetch.addresses import Hop, first_hop, next_hop
from counterdraft.fetch.answer import Answer, Say, too_large
from counterdraft.fetch.listing import MOST_FILES, Blob, Folder, Tree, checked, git_sha, parse_tree
from counterdraft.fetch.repositories import Repository
from counterdraft.fetch.settings import Settings
from counterdraft.fetch.status import is_redirect

if TYPE_CHECKING:
    from counterdraft.fetch.exchange import Session

_COMMIT = re.compile(r"[0-9a-f]{40}")
_AS_SHA, _AS_JSON = "application/vnd.github.sha", "application/vnd.github+json"
_MOST_FOLDERS = 500  # whose lists are asked for; one that goes on without end has more
_LATER = "Try again later"


class Head(NamedTuple):
    """The commit that a branch is at, and the server's mark of that answer if it gave one."""

    commit: str
    tag: str


class Remote:
    """A repository, asked politely; ``requests`` counts how often it was."""

    def __init__(self, repository: Repository, settings: Settings, say: Say | None = None) -> None:
        self.repository = repository
        self.settings = settings
        self.requests = 0
        self._say = say
        self._session: Session | None = None

    def head(self, tag: str = "") -> Head | None:
        """Where the branch is; None if it is where the server gave the mark ``tag``.

        Raises a FetchError.
        """
        where = self.repository
        address = f"{where.api}/repos/{where.full_name}/commits/{quote(where.branch)}"
        answer = self._get(address, _AS_SHA, tag)
        if answer.status == 304:
            return None
        commit = answer.data.decode("ascii", "replace").strip()
        if not _COMMIT.fullmatch(commit):
            raise BadAnswer("it does not name a commit", source=address, remedy=_LATER)
        given = answer.headers.get("etag", "")
        return Head(commit, given if given.isascii() and given.isprintable() else "")

    def listing(self, commit: str) -> tuple[Blob, ...]:
        """Every file at a commit; folder by folder where the server does not list them at once.

        Raises a FetchError, UnsafeSource for a list with a path that leads elsewhere, and
        SourceTooLarge.
        """
        source = self._address(commit)
        found: list[Blob] = []
        waiting, asked = [Folder("", commit)], 0
        while waiting:
            folder, asked = waiting.pop(), asked + 1
            tree = self._tree(folder, recursive=True)
            if tree.truncated:
                tree = self._level(folder)
                waiting += tree.folders
            found += tree.blobs
            if asked > _MOST_FOLDERS or len(found) > MOST_FILES:
                raise BadAnswer("its list of files has no end", source=source, remedy=_LATER)
        return checked(found, source)

    def file(self, commit: str, blob: Blob) -> bytes:
        """A file at a commit, if it is the one that the list tells of.

        Raises a FetchError, SourceTooLarge, and BadAnswer for any other bytes.
        """
        where = self.repository
        address = f"{where.raw}/{where.full_name}/{commit}/{quote(blob.path)}"
        if blob.size > self.settings.largest_bytes:
            raise too_large(first_hop(address), self.settings.largest_bytes, blob.size)
        data = self._get(address, "*/*").data
        if len(data) != blob.size or git_sha(data) != blob.sha:
            found = f"{len(data):,} bytes of SHA-1 {git_sha(data)}"
            reason = f"{found} came, and not the {blob.size:,} of {blob.sha} that are listed"
            remedy = "Run it again; if it stays so, do not trust that server"
            raise BadAnswer(reason, source=address, remedy=remedy)
        return data

    def _level(self, folder: Folder) -> Tree:
        """What is in a folder itself, where the list of all below it is cut short."""
        self._tell(
            f"the list of {folder.path or 'all files'} is cut short: it is asked for piecemeal"
        )
        tree = self._tree(folder, recursive=False)
        if tree.truncated:
            reason, remedy = "the list of a single folder is cut short", "The server cannot be used"
            raise BadAnswer(reason, source=self._address(folder.sha), remedy=remedy)
        return tree

    def _tree(self, folder: Folder, *, recursive: bool) -> Tree:
        address = self._address(folder.sha) + ("?recursive=1" if recursive else "")
        above = f"{folder.path}/" if folder.path else ""
        return parse_tree(self._get(address, _AS_JSON).data, address, above)

    def _address(self, sha: str) -> str:
        return f"{self.repository.api}/repos/{self.repository.full_name}/git/trees/{sha}"

    def _get(self, address: str, accept: str, tag: str = "") -> Answer:
        from counterdraft.fetch.send import send

        hop = first_hop(address)
        session = self._ready(hop)
        headers = {"user-agent": self.settings.user_agent, "accept": accept}
        headers["accept-encoding"] = "gzip"
        if tag:
            headers["if-none-match"] = tag
        while True:
            answer = send(hop, headers, session)
            if not is_redirect(answer.status, answer.headers):
                return answer
            hop = next_hop(hop, answer.headers["location"], self.settings.redirects)

    def _ready(self, hop: Hop) -> Session:
        """What all requests share, after a pause where this is not the first."""
        from counterdraft.fetch.exchange import Session

        if self.settings.offline:
            remedy = "Set offline to false in the settings to fetch it"
            raise hop.error(OfflineError, "the network is not to be used", remedy)
        if self._session is None:
            self._session = Session(self.settings, self.settings.whole_seconds, self._say)
        else:
            self._session.sleep(self.settings.between_seconds)
        self._session.begin_anew()
        self.requests += 1
        return self._session

    def _tell(self, words: str) -> None:
        if self._say is not None:
            self._say(words)
