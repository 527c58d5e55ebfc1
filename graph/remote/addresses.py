"""Addresses of servers, as a person gives them: checked, and shown without what must stay secret."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from graph.errors import ServerError

_PORTS = {"http": 80, "https": 443}
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}]")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server answers. `shown` leaves out the query of the URL, in which a key may stand."""

    url: str
    shown: str
    host: str
    origin: tuple[str, str, int]  # scheme, host, port: https://www.rfc-editor.org/rfc/rfc6454#section-4


def address(url: str) -> Address:
    """Check an address of http or https.

    >>> address("http://127.0.0.1:7878/query?key=secret").shown
    'http://127.0.0.1:7878/query'

    Raises ServerError where it is none, or holds a password, which the message does not repeat.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise _refused("the address of the server", f"it is no URL ({error})") from None
    if "@" in parts.netloc:
        remedy = "give them as STRATEGY_LINKS_USER and STRATEGY_LINKS_PASSWORD, or in a netrc file"
        raise ServerError("the address of the server", "a user name or password stands in it", remedy)
    if parts.scheme not in _PORTS or not parts.hostname or _FORBIDDEN.search(url):
        raise _refused("the address of the server", "it is no URL of http or https")
    host = parts.hostname
    plain = parts._replace(query="", fragment="").geturl()
    return Address(parts._replace(fragment="").geturl(), plain, host, (parts.scheme, host, port))


def _refused(where: str, problem: str) -> ServerError:
    return ServerError(where, problem, "give one such as http://127.0.0.1:7878/query")
