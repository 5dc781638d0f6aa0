"""One HTTP request to an address that was checked: where it may go, how much it may bring, how long it may take."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote

from secondsource.factbase.addresses import split_web_address
from secondsource.ingesting.decoding import unwrapped
from secondsource.ingesting.outcomes import Refusal

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

Address = IPv4Address | IPv6Address

SOCKET_SECONDS = 10.0  # for connecting, and between two packets
MOST_ADDRESSES = 3  # of a host, one of which may be of a kind that this machine does not reach
CHUNK = 65_536
NAT64 = IPv6Network("64:ff9b::/96")
UNICAST = IPv6Network("2000::/3")  # all that IANA gave out; the rest holds the old site-local and translators' ranges
# Public by what Python 3.11 knows, and yet nobody's web server: two clouds' own, which a virtual machine asks for its
# settings and secrets, the ranges of protocols and of relays, and the second one for documentation (RFC 9637).
UNPUBLIC = tuple(map(ip_network, ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "2001::/23", "3fff::/20")))
PATH_KEPT = "!$%&'()*+,/:;=@[]^|~"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered; `body` is unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a name, as the system knows them; raises OSError for none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]).partition("%")[0] for *_, address in found))


def is_public(address: Address, port: int) -> bool:
    """Whether an address is somebody's on the internet, and the port one that web servers use."""
    inner = _inside(address)
    if inner is not None:
        return is_public(inner, port)
    public = address.is_global and not (address.is_multicast or address.is_reserved)
    given_out = isinstance(address, IPv4Address) or address in UNICAST
    known = not any(address in network for network in UNPUBLIC)
    return public and given_out and known and (port in (80, 443) or port >= 1024)


def _inside(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for on its way through a translator or a tunnel."""
    if isinstance(address, IPv4Address):
        return None
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


@dataclass(frozen=True, slots=True)
class Guard:
    """Which addresses may be connected to: how names are looked up, and what is allowed of what comes back."""

    look_up: Callable[[str, int], list[str]] = look_up
    allows: Callable[[Address, int], bool] = is_public
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context  # whose certificates are good

    def checked(self, host: str, port: int) -> list[str]:
        """The addresses to connect to for a name, the best first; raises Refusal when any of them is not allowed."""
        try:
            found = self.look_up(host, port)
            addresses = [ip_address(address) for address in found]
        except (OSError, ValueError, UnicodeError) as error:
            raise Refusal(f"the host {host} is not known") from error
        if not addresses:
            raise Refusal(f"the host {host} is not known")
        for address in addresses:
            if not self.allows(address, port):
                raise Refusal(f"{host} is at {address}, port {port}, which is not on the public web")
        return [str(address) for address in addresses]


def ask(url: str, guard: Guard, headers: Mapping[str, str], most: int, seconds: float) -> Answer:
    """The answer to one GET of a web address, of at most `most` bytes within `seconds`; raises Refusal.

    A host is asked at the first of its addresses that lets itself be connected to.
    """
    parts = split_web_address(url)
    if parts is None:
        raise Refusal(f"{url!r} is no http or https address")
    end = time.monotonic() + seconds
    *first, last = _connections(parts, guard)
    for connection in first:
        with suppress(_UnreachableRefusal):
            return _answer(connection, parts, headers, most, end)
    return _answer(last, parts, headers, most, end)


class _UnreachableRefusal(Refusal):
    """Nobody listens at an address, or it cannot be reached from here."""


def _answer(
    connection: HTTPConnection, parts: SplitResult, headers: Mapping[str, str], most: int, end: float
) -> Answer:
    """The answer of one connection, within the moment `end`; raises Refusal."""
    from http.client import HTTPException

    from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

    seconds = max(0.0, end - time.monotonic())
    late = threading.Event()
    watch = threading.Timer(seconds, _cut, (connection, late))
    watch.daemon = True
    watch.start()
    try:
        target = quote(parts.path or "/", safe=PATH_KEPT) + (
            f"?{quote(parts.query, safe=PATH_KEPT + '?{}')}" if parts.query else ""
        )
        connection.request("GET", target, headers={"Host": _host_header(parts), **headers}, preload_content=False)
        response = connection.getresponse()
        body = _body(response, most, end, late) if response.status == 200 else b""
        if late.is_set():  # cut off among the headers, or where nothing says how much was still to come
            raise TimeoutError
        encodings = response.headers.get("Content-Encoding", "")
        return Answer(response.status, response.headers, unwrapped(body, encodings, most) if body else b"")
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if late.is_set():
            raise Refusal(f"takes longer than {seconds:.0f} seconds") from error
        unreachable = isinstance(error, NewConnectionError | ConnectTimeoutError)
        raise (_UnreachableRefusal if unreachable else Refusal)(_sentence(error)) from error
    finally:
        watch.cancel()
        connection.close()


def _connections(parts: SplitResult, guard: Guard) -> list[HTTPConnection]:
    """Connections to the checked addresses of a name; a certificate must still be the name's."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    host = parts.hostname or ""
    try:
        host = host.encode("idna").decode()
    except UnicodeError as error:
        raise Refusal(f"the host {host} is not known") from error
    addresses = guard.checked(host, port)[:MOST_ADDRESSES]
    if not secure:
        return [HTTPConnection(address, port, timeout=SOCKET_SECONDS) for address in addresses]
    context = guard.context()
    return [
        HTTPSConnection(
            address,
            port,
            timeout=SOCKET_SECONDS,
            server_hostname=host,
            ssl_context=context,
            cert_reqs="CERT_REQUIRED",
        )
        for address in addresses
    ]


def _host_header(parts: SplitResult) -> str:
    host = parts.netloc.rpartition("@")[2]
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _body(response: BaseHTTPResponse, most: int, end: float, late: threading.Event) -> bytes:
    """The body as it is sent, read bit by bit, so that no trickle gets further than its bound."""
    held = bytearray()
    while chunk := response.read1(CHUNK, decode_content=False):
        held += chunk
        if len(held) > most:
            raise Refusal(f"is larger than {most:,} bytes")
        if time.monotonic() > end:
            late.set()
            raise TimeoutError
    return bytes(held)


def _cut(connection: HTTPConnection, late: threading.Event) -> None:
    """End a request that has had its time, whatever it waits for."""
    late.set()
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


def _sentence(error: Exception) -> str:
    from http.client import HTTPException

    from urllib3 import exceptions as failures

    if isinstance(error, failures.SSLError | ssl.SSLError):
        return "has no valid certificate"
    if isinstance(error, failures.NewConnectionError | ConnectionError):
        return "cannot be connected to"
    if isinstance(error, failures.TimeoutError | TimeoutError):
        return f"does not answer within {SOCKET_SECONDS:.0f} seconds"
    if isinstance(error, failures.ProtocolError):
        return "breaks off in the middle"
    if isinstance(error, HTTPException):
        return "does not answer as web servers do"
    return f"cannot be read ({type(error).__name__})"
