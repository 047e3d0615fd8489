"""`python -m receiver_kit --certificate cert.pem --key key.pem --secret whsec_… [--secret …] [--port 8443]`"""

from __future__ import annotations

import argparse
import ssl
from pathlib import Path

from . import Inbox, Receiver


def main() -> None:
    parser = argparse.ArgumentParser(description="Take referrals and keep each of them once.")
    parser.add_argument("--certificate", required=True)
    parser.add_argument("--key", required=True)
    parser.add_argument("--secret", action="append", required=True, help="twice while it is being changed")
    parser.add_argument("--port", type=int, default=8443)
    parser.add_argument("--inbox", type=Path, default=Path("inbox.sqlite"))
    options = parser.parse_args()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(options.certificate, options.key)
    with Receiver(Inbox(options.inbox), options.secret, port=options.port, tls=tls) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()
