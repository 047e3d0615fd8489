"""Ask our own web server how it is, from inside its container: `python -m config.probe healthz`."""

import http.client
import os
import sys


def host() -> str:
    """A name the web server answers to: it refuses all others."""
    return os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".*") or "localhost"


def status(path: str) -> int:
    link = http.client.HTTPConnection("127.0.0.1", 8000, timeout=3)
    link.request("GET", f"/{path}", headers={"Host": host()})
    return link.getresponse().status


if __name__ == "__main__":
    sys.exit(status(sys.argv[1]) != http.client.OK)
