"""A code host on loopback: the API and the raw files of one repository, written by the test."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.conftest import reply

if TYPE_CHECKING:
    import socket
    from collections.abc import Mapping

    from tests.conftest import Request, Server

GA, SC = "UNxml/GAresolutions", "UNxml/SCresolutions"


def sha(data: bytes) -> str:
    """Git's name of a file, told independently of the code that is tested."""
    return hashlib.sha1(b"blob %d\x00" % len(data) + data).hexdigest()


def entry(path: str, data: bytes, **given: Any) -> dict[str, Any]:
    told = {"path": path, "mode": "100644", "type": "blob", "sha": sha(data), "size": len(data)}
    return told | given


class CodeHost:
    """Serves the files of a repository at a commit; ``commit`` makes the next one."""

    def __init__(self, server: Server, repository: str = GA) -> None:
        self.server = server
        self.repository = repository
        self.api = f"/repos/{repository}"
        self.head = ""

    def commit(self, files: Mapping[str, bytes]) -> str:
        """The branch goes on to a commit with these files."""
        folders = {path.rpartition("/")[0] for path in files} - {""}
        tree = [entry(path, data) for path, data in files.items()]
        tree += [
            {"path": path, "mode": "040000", "type": "tree", "sha": sha(path.encode())}
            for path in folders
        ]
        head = sha(json.dumps(tree).encode())
        self.at(head)
        self.listed(head, tree)
        for path, data in files.items():
            self.server.on(self.raw(path), reply(data))
        return head

    def at(self, head: str) -> None:
        """The branch is at a commit, of which ETag and If-None-Match tell."""
        self.head = head

        def answer(connection: socket.socket, request: Request) -> None:
            same = request.headers.get("if-none-match") == f'"{head}"'
            tag = {"ETag": f'"{head}"'}
            connection.sendall(reply(b"", tag, 304) if same else reply(head.encode(), tag))

        self.server.on(f"{self.api}/commits/HEAD", answer)

    def listed(self, tree: str, entries: object, *, whole: bool = True, deep: bool = True) -> None:
        """The answer for the list of a tree, ``deep`` or of one level."""
        body = json.dumps({"sha": tree, "tree": entries, "truncated": not whole}).encode()
        self.server.on(self.tree(tree, deep=deep), reply(body))

    def tree(self, tree: str, *, deep: bool = True) -> str:
        return f"{self.api}/git/trees/{tree}" + ("?recursive=1" if deep else "")

    def raw(self, path: str) -> str:
        return f"/{self.repository}/{self.head}/{quote(path)}"

    def asked(self) -> list[str]:
        """What was asked for since the last time this was called, without the repository's name."""
        paths = [request.path for request in self.server.asked]
        self.server.asked.clear()
        return [
            path.removeprefix(self.api).removeprefix(f"/{self.repository}/{self.head}")
            for path in paths
        ]
