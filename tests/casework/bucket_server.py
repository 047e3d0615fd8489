"""A bucket in memory that speaks as much HTTP as papers need, and refuses what is not signed or arrives damaged."""

import hashlib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Bucket(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_words):
        """Tests are quiet."""

    @property
    def papers(self):
        return self.server.papers

    def answer(self, status, body=b"", length=None):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.send_header("ETag", '"0"')
        self.send_header("Last-Modified", "Thu, 26 Nov 2026 00:00:00 GMT")
        self.end_headers()
        self.wfile.write(body)

    def is_signed(self, body=b""):
        self.server.asked.append((self.command, self.path))
        if self.server.fails_on == (self.command, self.path):
            return False
        signed = self.headers.get("Authorization", "").startswith("AWS4-HMAC-SHA256 Credential=key/")
        return signed and self.headers["x-amz-content-sha256"] == hashlib.sha256(body).hexdigest()

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self.is_signed(body) or self.headers.get("x-amz-acl"):
            return self.answer(403)
        self.papers[self.path] = body
        return self.answer(200)

    def do_GET(self):
        if not self.is_signed():
            return self.answer(403)
        return self.answer(200, self.papers[self.path]) if self.path in self.papers else self.answer(404)

    def do_HEAD(self):
        if not self.is_signed():
            return self.answer(403)
        found = self.papers.get(self.path)
        return self.answer(404) if found is None else self.answer(200, length=len(found))

    def do_DELETE(self):
        if not self.is_signed():
            return self.answer(403)
        self.papers.pop(self.path, None)
        return self.answer(204)


@contextmanager
def bucket():
    """Its address, with what lies in it (`papers`), what was asked of it (`asked`), what it refuses (`fails_on`)."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Bucket) as server:
        server.papers, server.asked, server.fails_on = {}, [], None
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()
