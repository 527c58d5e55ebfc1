"""User names, passwords and tokens: from the environment or a netrc file, and sent only to the host they are for.

Basic and Bearer: RFC 7617 and RFC 6750; Digest: RFC 7616. A password is sent once a server asks for one, in the
way that it asks for. Nothing here has a text form that holds a secret.
"""

from __future__ import annotations

import netrc
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from graph.errors import ServerError

if TYPE_CHECKING:
    from collections.abc import Generator

    from graph.remote.addresses import Address

USER, PASSWORD, TOKEN = "STRATEGY_LINKS_USER", "STRATEGY_LINKS_PASSWORD", "STRATEGY_LINKS_TOKEN"
_SHORTEST_SECRET = 3  # characters: a shorter one would be taken out of words that have nothing to do with it


@dataclass(frozen=True, slots=True)
class Credentials:
    """What one host is told of who asks; all empty where nobody is named."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.user or self.token)

    def hidden(self, text: str) -> str:
        """A text of the server's without the secrets that it may repeat."""
        for secret in (self.password, self.token):
            if len(secret) >= _SHORTEST_SECRET:
                text = text.replace(secret, "…")
        return text


def credentials(server: Address) -> Credentials:
    """Who asks a server: by the token or the user of the environment, or else by the netrc file's line for the host.

    Raises ServerError where the environment names half of what is needed, or the netrc file cannot be read.
    """
    if token := os.environ.get(TOKEN):
        return Credentials(token=token.strip())
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    if bool(user) != bool(password):
        raise ServerError(server.shown, f"only one of {USER} and {PASSWORD} is set", "set both, or neither")
    return Credentials(user, password) if user else _from_netrc(server)


def _from_netrc(server: Address) -> Credentials:
    given = os.environ.get("NETRC")
    try:
        path = Path(given) if given else Path.home() / ".netrc"
        if not given and not path.is_file():
            return Credentials()
        found = netrc.netrc(str(path)).authenticators(server.host)
    except (OSError, ValueError, RuntimeError, netrc.NetrcParseError):  # whose texts may hold a line of the file
        raise ServerError(server.shown, "the netrc file cannot be read", "mend it, or name another in NETRC") from None
    return Credentials(found[0] or found[1] or "", found[2] or "") if found else Credentials()


class Answered(httpx.Auth):
    """Answers a server's question who asks: Digest where it knows that, else Basic. A token is sent unasked."""

    def __init__(self, given: Credentials) -> None:
        self._given = given
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._given.token:
            request.headers["Authorization"] = f"Bearer {self._given.token}"
            yield request
            return
        if self._chosen is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            self._chosen = self._asked_for(response.headers.get_list("www-authenticate"))
        if self._chosen is not None:
            yield from self._chosen.auth_flow(request)

    def _asked_for(self, challenges: list[str]) -> httpx.Auth | None:
        asked = {word.lower() for one in challenges for word in re.findall(r"(?:^|,\s*)([A-Za-z]+)(?=\s|$)", one)}
        if not self._given.user:
            return None
        if "digest" in asked:
            return httpx.DigestAuth(self._given.user, self._given.password)
        return httpx.BasicAuth(self._given.user, self._given.password) if "basic" in asked else None
