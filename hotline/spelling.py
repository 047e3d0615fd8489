"""How Chinese words are typed without an input method: as pinyin, or by the first letter of each syllable."""

from __future__ import annotations

from pypinyin import Style, lazy_pinyin


def spelled(text: str) -> list[str]:
    """ "拖欠工资" as "tuoqiangongzi" and "tqgz"; what is no Chinese stays as it is."""
    return ["".join(lazy_pinyin(text)), "".join(lazy_pinyin(text, style=Style.FIRST_LETTER))]
