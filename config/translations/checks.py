"""What can be wrong with a catalogue."""

import re
from collections.abc import Iterable, Iterator

from babel.messages.catalog import Catalog, Message

from config.translations.catalogs import Home, is_translated

PLACEHOLDER = re.compile(r"%\(\w+\)[-+ #0]*[\d.]*[a-zA-Z]|\{\w*[^{}]*\}|%[sdif]")


def faults(home: Home) -> Iterator[str]:
    """One sentence for each fault; none when every text of the code is translated soundly and nothing else is there."""
    kept, wanted = home.kept(), home.wanted()
    for message in wanted:
        if message.id:
            yield from _faults_of(message, kept, home)
    for message in kept:
        if message.id and wanted.get(_key(message), message.context) is None:
            yield f"{home.po}: nothing in the code says {_key(message)!r} any more (run translations --update)"
    for message in kept.obsolete.values():
        yield f"{home.po}: obsolete entry {_key(message)!r}"


def contradictions(homes: Iterable[Home]) -> Iterator[str]:
    """One sentence for each text that two catalogues say differently: at run time all are one, and one loses."""
    said: dict[tuple[str | None, str], tuple[Home, list[str]]] = {}
    for home in homes:
        for message in home.kept():
            key, forms = (message.context, _key(message)), _forms(message.string)
            first, known = said.setdefault(key, (home, forms))
            if message.id and known != forms:
                yield f"{home.po}: {key[1]!r} is said otherwise in {first.po} (give one of them a context)"


def _faults_of(message: Message, kept: Catalog, home: Home) -> Iterator[str]:
    key = _key(message)
    place = ":".join(str(part) for part in message.locations[0])
    translation = kept.get(key, message.context)
    if translation is None or not is_translated(translation.string):
        yield f"{home.po}: {key!r} is not translated ({place})"
    elif translation.fuzzy:
        yield f"{home.po}: {key!r} is marked as uncertain"
    elif not _placeholders_fit(message, translation):
        yield f"{home.po}: the placeholders of {key!r} are not those of its translation"


def _placeholders_fit(message: Message, translation: Message) -> bool:
    """Chinese has one plural form, so it has to fit the English plural, which names the number."""
    source = message.id if isinstance(message.id, str) else message.id[-1]
    return all(_placeholders(source) == _placeholders(form) for form in _forms(translation.string))


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text.replace("%%", "")))


def _forms(string: str | Iterable[str] | None) -> list[str]:
    return [string] if isinstance(string, str) else list(string or ())


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])
