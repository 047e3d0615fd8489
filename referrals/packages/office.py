"""For an office without a network: open the package a union brought, and write the receipts it takes back.

    python3 -m referrals.packages.office open PACKAGE.zip FOLDER --key-file KEY
    python3 -m referrals.packages.office answer PACKAGE.zip RECEIPTS.json BACK.zip --key-file KEY [--paper FILE ...]

RECEIPTS.json is a list of acts, each with the fields of its form: `acknowledge` (acked_on), `accept` (decided_on,
external_no), `return_referral` (returned_code, returned_reason), `ask` (text), `complete` (result, result_on,
result_text). An act may name `papers`: [{"file": "papers/01.pdf", "title": "..."}], numbered as given on the line.
Nothing but the standard library is needed: this file and `sealed.py` beside it, in a folder `referrals/packages`.
"""

from __future__ import annotations

import argparse
import json
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from referrals.packages.sealed import Package, as_json, pack, unpack


def write_out(content: bytes, key: str, folder: Path) -> Package:
    """The files of the package, once seal and hashes fit. Raises BadPackage."""
    package = unpack(content, key)
    for name, body in package.files.items():
        path = folder / name  # names are checked: none leads out of the folder
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return package


def answer(content: bytes, key: str, acts: Sequence[dict[str, Any]], papers: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """The package that goes back. Each has a number of its own and is taken in once. Raises BadPackage."""
    asked = unpack(content, key).manifest
    about = {"kind": "receipts", "id": str(uuid.uuid4()), "answers": asked["id"], "number": asked["number"]}
    named = {f"papers/{n:02}{Path(name).suffix.lower()}": body for n, (name, body) in enumerate(papers, 1)}
    return pack(about, {"receipts.json": as_json(list(acts)), **named}, key)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="referrals.packages.office", description="Packages for an office without a network"
    )
    parser.add_argument("act", choices=["open", "answer"])
    parser.add_argument("package", type=Path)
    parser.add_argument("rest", type=Path, nargs="+")
    parser.add_argument("--key-file", type=Path, required=True)
    parser.add_argument("--paper", type=Path, action="append", default=[])
    typed = parser.parse_args(arguments)
    key, content = typed.key_file.read_text().strip(), typed.package.read_bytes()
    if typed.act == "open":
        write_out(content, key, typed.rest[0])
        return
    acts = json.loads(typed.rest[0].read_text(encoding="utf-8"))
    papers = [(paper.name, paper.read_bytes()) for paper in typed.paper]
    typed.rest[1].write_bytes(answer(content, key, acts, papers))


if __name__ == "__main__":
    main()
