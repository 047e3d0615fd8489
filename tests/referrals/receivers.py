"""Receivers as the world has them: good ones, broken ones and hostile ones, on real sockets over TLS."""

from __future__ import annotations

import socket
import socketserver
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from receiver_kit import Inbox, receive

SLOW, PIECE = 0.05, 8192


@dataclass
class Taken:
    """What came with one attempt."""

    headers: dict[str, str]
    body: bytes


Act = Callable[[ssl.SSLSocket, Taken], None]


@dataclass
class World:
    """What the receivers of one test saw, and the partner's inbox behind those that say yes."""

    inbox: Inbox
    secrets: list[str]
    taken: list[Taken] = field(default_factory=list)

    def accept(self, taken: Taken) -> int:
        return int(receive(self.inbox, self.secrets, taken.headers, taken.body))


def answering(status: int, *headers: str, body: bytes = b"", length: int | None = None) -> Act:
    def act(link: ssl.SSLSocket, taken: Taken) -> None:
        size = len(body) if length is None else length
        lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {size}", "Connection: close", *headers]
        link.sendall("\r\n".join([*lines, "", ""]).encode() + body)

    return act


def hanging(link: ssl.SSLSocket, taken: Taken) -> None:
    link.recv(1)  # until the other side has had enough


def one_byte_at_a_time(text: bytes) -> Act:
    def act(link: ssl.SSLSocket, taken: Taken) -> None:
        for n in range(len(text)):
            link.sendall(text[n : n + 1])
            time.sleep(SLOW)

    return act


def endless(link: ssl.SSLSocket, taken: Taken) -> None:
    link.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    while True:
        link.sendall(b"x" * PIECE)


def endless_headers(link: ssl.SSLSocket, taken: Taken) -> None:
    link.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        link.sendall(b"X-More: yes\r\n")


def always_continue(link: ssl.SSLSocket, taken: Taken) -> None:
    while True:
        link.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 20)
        time.sleep(SLOW)


def resetting(link: ssl.SSLSocket, taken: Taken) -> None:
    link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    link.close()


def closing(link: ssl.SSLSocket, taken: Taken) -> None:
    link.close()


def rubbish(link: ssl.SSLSocket, taken: Taken) -> None:
    link.sendall(b"220 mail.example ESMTP\r\n\r\n")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextmanager
def receiver(world: World, context: ssl.SSLContext | None, act: Act) -> Iterator[int]:
    """The port of a receiver that takes each message and then acts. Without a context it speaks no TLS."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            try:
                link: Any = context.wrap_socket(self.request, server_side=True) if context else self.request
                link.settimeout(5)
                act(link, read(link, world))
                link.close()
            except OSError:
                return

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()


def read(link: Any, world: World) -> Taken:
    text = b""
    while b"\r\n\r\n" not in text:
        piece = link.recv(PIECE)
        if not piece:
            raise OSError("nothing came")
        text += piece
    head, _, body = text.partition(b"\r\n\r\n")
    headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
    while len(body) < int(headers["Content-Length"]):
        body += link.recv(PIECE)
    taken = Taken(headers, body)
    world.taken.append(taken)
    return taken
