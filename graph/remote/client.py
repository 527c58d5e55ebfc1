"""HTTP with one server: time-outs always, no other host ever, and whatever goes wrong as one sentence."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from graph.errors import ServerError
from graph.remote.addresses import address
from graph.remote.credentials import PASSWORD, TOKEN, USER, Answered, credentials

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from graph.remote.addresses import Address

CONNECT_SECONDS, ANSWER_SECONDS = 10.0, 120.0  # to reach a server, and for the whole of one answer
LARGEST_ANSWER = 2**30  # bytes
_REDIRECTS = 5
_SAME_AGAIN = frozenset({301, 302, 307, 308})  # https://www.rfc-editor.org/rfc/rfc9110#section-15.4
_LONGEST_REASON = 200  # characters of what a server says of its own failure


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered: the status, the headers in lower case, and the bytes."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Client:
    """One address of one server, with the credentials for it."""

    def __init__(self, url: str, seconds: float = ANSWER_SECONDS) -> None:
        self.address: Address = address(url)
        self.shown = self.address.shown
        self._seconds = seconds
        self._given = credentials(self.address)
        limits = httpx.Timeout(seconds, connect=CONNECT_SECONDS)
        self._http = httpx.Client(auth=Answered(self._given), timeout=limits, follow_redirects=False)

    def send(
        self, method: str, *, headers: Mapping[str, str], into: BinaryIO | None = None, **content: Any
    ) -> Response:
        """Send a request and read the answer, into a file where one is given; `content` is as httpx takes it.

        Answers with a status below 400 come back, and 404 and 400, which mean different things to different callers.
        Raises ServerError for everything else.
        """
        where = self.address.url
        try:
            for _ in range(_REDIRECTS):
                response = self._once(method, where, headers, into, content)
                if response.status not in _SAME_AGAIN:
                    return self._checked(response)
                where = self._redirected(where, response)
        except httpx.TimeoutException as error:
            raise self._late(error) from error
        except httpx.HTTPError as error:
            raise self._unreached(error) from error
        raise ServerError(self.shown, "the server sends from one address to the next without end", "check the address")

    def _once(
        self, method: str, where: str, headers: Mapping[str, str], into: BinaryIO | None, content: Mapping[str, Any]
    ) -> Response:
        until = time.monotonic() + self._seconds  # httpx limits each wait, and not their sum
        kept = bytearray()
        with self._http.stream(method, where, headers=dict(headers), **content) as answer:
            size = 0
            for chunk in answer.iter_bytes():
                size += len(chunk)
                if into is not None and answer.is_success:
                    into.write(chunk)
                    continue  # a whole graph may be large, and take its time as long as it keeps coming
                kept += chunk
                if size > LARGEST_ANSWER:
                    raise ServerError(self.shown, "its answer is larger than a gigabyte", "ask for less at once")
                if time.monotonic() > until:
                    raise httpx.ReadTimeout("the answer does not end")
            found = {name.lower(): value for name, value in answer.headers.items()}
            return Response(answer.status_code, found, bytes(kept))

    def _redirected(self, where: str, response: Response) -> str:
        target = str(httpx.URL(where).join(response.headers.get("location", "")))
        try:
            there = address(target)
        except ServerError:
            there = None
        if there is None or there.origin != self.address.origin:
            named = f"to {there.shown}" if there else "elsewhere"
            raise ServerError(self.shown, f"the server sends {named}", "where no request follows; name that address")
        return there.url

    def _checked(self, response: Response) -> Response:
        status = response.status
        if status < httpx.codes.BAD_REQUEST or status in (httpx.codes.BAD_REQUEST, httpx.codes.NOT_FOUND):
            return response
        if status == httpx.codes.UNAUTHORIZED:
            problem = "the server does not accept who asks (401)" if self._given else "the server asks who asks (401)"
            raise ServerError(self.shown, problem, f"set {USER} and {PASSWORD}, or {TOKEN}, or a line in a netrc file")
        reason = self.reason(response)
        told = f": {reason}" if reason else ""
        if status == httpx.codes.FORBIDDEN:
            problem = f"the server does not allow this (403{told})"
            raise ServerError(self.shown, problem, f"check {USER}, or what it may do")
        if status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise ServerError(self.shown, f"the server failed ({status}{told})", "look into its log, or try again")
        remedy = "check the address (strategy-links serve answers at /sparql)"
        raise ServerError(self.shown, f"the server refuses ({status}{told})", remedy)

    def reason(self, response: Response) -> str:
        """The first line of what a server says in plain text, without secrets."""
        if response.media_type not in ("", "text/plain"):
            return ""
        first = next(iter(response.body[:4096].decode("utf-8", "replace").strip().splitlines()), "")
        return self._given.hidden(first)[:_LONGEST_REASON].strip(" .;")

    def _late(self, error: httpx.TimeoutException) -> ServerError:
        if isinstance(error, httpx.ConnectTimeout):
            return ServerError(self.shown, "no connection within 10 seconds", "check that the server runs")
        return ServerError(self.shown, f"no answer within {self._seconds:.0f} seconds", "ask for less, or try again")

    def _unreached(self, error: httpx.HTTPError) -> ServerError:
        if isinstance(error, httpx.ConnectError):
            return ServerError(self.shown, "there is no connection to it", "check the address, and that it runs")
        return ServerError(self.shown, "the connection broke while it answered", "try again")
