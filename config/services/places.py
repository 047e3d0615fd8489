"""Where things lie: the data directory, its sockets, and the shelter for a tree PostgreSQL cannot enter."""

import hashlib
import os
import tempfile
from pathlib import Path

from config.services.process import Account, reachable

ROOT = Path(__file__).resolve().parents[2]
DEFAULT = ROOT / "var"
SOCKET_LENGTH = 100  # the kernel takes 107 bytes; the name of the socket itself is counted in here


def data_dir() -> Path:
    """`HEYI_DATA`, else `var/` beside manage.py."""
    return Path(os.environ.get("HEYI_DATA") or DEFAULT).resolve()


def mails(data: Path) -> Path:
    """Where mails are kept when no mail server is named: they hold links to letters, so no console shows them."""
    return data / "mails"


def key(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:10]


def socket_dir(folder: Path) -> Path:
    """A folder for the sockets: `folder` itself, or a short one under the temporary directory when it is too deep."""
    if len(str(folder / ".s.PGSQL.5432")) <= SOCKET_LENGTH:
        return folder
    return Path(tempfile.gettempdir()) / f"heyi-{os.geteuid()}-{key(folder)}"


def shelter(data: Path) -> Path:
    """A folder which every account can enter, for data directories inside a closed one such as /root."""
    return Path("/var/lib") / f"heyi-{key(data)}"


def database_home(data: Path, account: Account | None) -> Path:
    """Where the database of `data` lives: inside it, or in the shelter when its account could not get there."""
    refuge = shelter(data)
    if account is None or (not refuge.exists() and reachable(_existing(data.parent), account)):
        return data
    return refuge


def _existing(path: Path) -> Path:
    return path if path.exists() else _existing(path.parent)
