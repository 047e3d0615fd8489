"""Somebody who walks the pages by links, buttons and keys alone, and looks closely at every page on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

# Words in Latin letters that a Chinese office reads every day; everything else on a page is a fault.
KNOWN = {"ZIP", "SHA", "PDF", "pdf", "Word", "Excel", "Ctrl", "Enter"}
CODE = re.compile(r"\b[0-9a-f]{64}\b|\b[0-9a-f]{12}\b|\b[0-9A-Z]{18}\b")
LATIN = re.compile(r"[A-Za-z][A-Za-z_]{2,}|\b[A-Za-z]+_[A-Za-z_]+\b")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


class Walker:
    """One person at the screen. `look` after each step, `faults` at the end."""

    def __init__(self, page: Page, violations: Callable[[Page], list[str]]) -> None:
        self.page = page
        self.violations = violations
        self.faults: list[str] = []
        self.seen: set[tuple[str, str]] = set()
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        self.look()

    def hear(self, message: Any) -> None:
        """Errors of scripts and refusals of the content security policy are told on the console."""
        if message.type in {"error", "warning"}:
            self.faults.append(f"{self.page.url}: {message.text}")

    def look(self) -> None:
        """Axe, and no word that is not Chinese; each page once in each of its forms."""
        key = (re.sub(r"\d+", "0", self.page.url), self.page.title())
        if key in self.seen:
            return
        self.seen.add(key)
        found = [*self.violations(self.page), *self.english()]
        self.faults += [f"{self.page.url}: {fault}" for fault in found]

    def english(self) -> list[str]:
        text = self.page.locator("main").inner_text()
        return sorted(set(LATIN.findall(CODE.sub("", text))) - KNOWN)

    def text(self) -> str:
        return " ".join(self.page.locator("main").inner_text().split())

    def press(self, name: str, *, exact: bool = True) -> None:
        """Follow the link of that name."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=exact).first.click()
        self.look()

    def unfold(self, name: str) -> None:
        """Open what is folded away under that name."""
        self.page.locator("summary", has_text=name).click()

    def type(self, **typed: str) -> None:
        for name, value in typed.items():
            self.page.locator(f"main [name='{name.replace('__', '-')}']:not([type=hidden])").fill(value)

    def choose(self, **chosen: str) -> None:
        for name, value in chosen.items():
            self.page.locator(f"main select[name='{name}']").select_option(value)

    def tick(self, *names: str) -> None:
        for name in names:
            self.page.locator(f"main [name='{name}']").check()

    def attach(self, name: str, title: str) -> None:
        field = self.page.locator(f"main input[type=file][name='{name}']")
        field.set_input_files({"name": title, "mimeType": "application/pdf", "buffer": PDF})

    def send(self, name: str) -> None:
        """Press the button, and see that it was done."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name).click()
        self.page.locator(".notice-success").wait_for()
        self.look()

    def steps(self) -> list[str]:
        """What is offered in sight, without what is folded away."""
        return self.page.locator(".steps a:visible").all_inner_texts()

    def due(self, rule: str) -> str:
        """The last day of a period as the page shows it beside its name."""
        shown = self.page.locator("#deadlines").inner_text()
        found = re.search(re.escape(rule) + r".*?截止日\s*(\d{4}-\d\d-\d\d\(周.\))", shown, re.S)
        return found[1] if found else shown
