"""The check finds every kind of hole, and the collector misses no kind of text."""

import os
from pathlib import Path

import pytest

from config.translations.catalogs import CATALOG, Home
from config.translations.checks import contradictions, faults
from config.translations.extract import texts

PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext
one = _("One case")
many = ngettext("%(count)d case", "%(count)d cases", 2)
post = pgettext("mail", "Post")
line = f"{_('In a string')}: {one}"
"""
TEMPLATE = """{% load i18n %}
<div>
  <p title="{% translate 'A title' %}">{% translate "A line" %}</p>
    {% blocktranslate count n=total trimmed %}
      {{ n }} letter
    {% plural %}
      {{ n }} letters
    {% endblocktranslate %}
{% blocktranslate with name=officer %}Signed by {{ name }}{% endblocktranslate %}
</div>
"""


@pytest.fixture
def home(tmp_path: Path, settings: object) -> Home:
    app = tmp_path / "letters"
    (app / "templates").mkdir(parents=True)
    (app / "models.py").write_text(PYTHON)
    (app / "templates" / "page.html").write_text(TEMPLATE)
    settings.BASE_DIR = tmp_path  # type: ignore[attr-defined]
    return Home("letters", (app,), app / CATALOG)


def translate(home: Home, **strings: str) -> None:
    """Fill every entry; `strings` replaces single ones by the text they begin with."""
    home.update()
    catalog = home.kept()
    for message in catalog:
        key = message.id if isinstance(message.id, str) else message.id[-1] if message.id else ""
        if key:
            wanted = next((text for begin, text in strings.items() if key.startswith(begin)), key)
            message.string = wanted if isinstance(message.id, str) else (wanted,)
    home._write(catalog)


def test_texts_of_python_and_of_templates_are_collected(home: Home, tmp_path: Path) -> None:
    found = {(text.message, text.context) for text in texts(home.sources[0], tmp_path)}
    assert found == {
        ("One case", None),
        (("%(count)d case", "%(count)d cases"), None),
        ("Post", "mail"),
        ("In a string", None),
        ("A title", None),
        ("A line", None),
        (("%(n)s letter", "%(n)s letters"), None),
        ("Signed by %(name)s", None),
    }


def test_a_complete_catalogue_has_no_fault(home: Home) -> None:
    translate(home)
    assert list(faults(home)) == []


def test_a_catalogue_is_compiled_once_for_each_state_of_its_source(home: Home) -> None:
    translate(home)
    assert [home.compile(), home.compile()] == [True, False]
    os.utime(home.po, ns=(0, 0))  # changed, and older than before, as a file is that came with another commit
    assert [home.compile(), home.compile()] == [True, False]


def test_a_source_written_while_it_was_read_is_compiled_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """`up` may start while somebody fills the translations: half a catalogue must not stay for good."""
    translate(home)
    whole, read = home.po.read_bytes(), Home.kept

    def read_half(self: Home) -> object:
        self.po.write_bytes(b"")
        nothing = read(self)
        self.po.write_bytes(whole)
        os.utime(self.po, ns=(0, 0))  # another time than before, however coarse the clock of the disk is
        return nothing

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Home, "kept", read_half)
        home.compile()
    assert b"A title" not in home.mo.read_bytes()
    assert home.compile()
    assert b"A title" in home.mo.read_bytes()


def test_a_missing_translation_is_a_fault(home: Home) -> None:
    home.update()
    assert len(list(faults(home))) == 8


def test_a_text_that_is_not_collected_yet_is_a_fault(home: Home) -> None:
    translate(home)
    (home.sources[0] / "views.py").write_text('from x import gettext as _\n_("New")\n')
    assert ["New" in fault for fault in faults(home)] == [True]


def test_a_text_the_code_no_longer_says_is_a_fault(home: Home) -> None:
    translate(home)
    (home.sources[0] / "models.py").write_text("")
    assert len(list(faults(home))) == 4


def test_a_lost_placeholder_is_a_fault(home: Home) -> None:
    translate(home, Signed="署名")
    assert ["placeholders" in fault for fault in faults(home)] == [True]


def test_an_uncertain_translation_is_a_fault(home: Home) -> None:
    translate(home)
    home.po.write_text(home.po.read_text().replace('msgid "One case"', '#, fuzzy\nmsgid "One case"'))
    assert ["uncertain" in fault for fault in faults(home)] == [True]


def test_a_catalogue_is_compiled_only_when_it_is_newer(home: Home) -> None:
    translate(home)
    assert home.compile()
    assert not home.compile()


def test_an_update_keeps_what_has_been_translated(home: Home) -> None:
    translate(home, One="一件案件")
    home.update()
    assert home.kept().get("One case").string == "一件案件"  # type: ignore[union-attr]


def test_a_text_two_apps_say_differently_is_found(home: Home, tmp_path: Path) -> None:
    twin = Home("posts", home.sources, tmp_path / "posts" / CATALOG)
    translate(home)
    translate(twin)
    assert list(contradictions([home, twin])) == []
    translate(twin, **{"A line": "otherwise"})
    (fault,) = contradictions([home, twin])
    assert "A line" in fault
