"""Figures against the lists behind them."""

from reports.behind import LISTS
from reports.drill import Number
from reports.rates import Rate

# Means and sums of different things: their lists are what they were worked out from.
WORKED_OUT = {"avg_days", "avg_days_to_acknowledge", "avg_days_to_result", "employers_covered", "workers_covered"}


def number_of(value):
    return value.denominator if isinstance(value, Rate) else value


def listed(question, code, key="", *, own=False):
    number = Number(question, code, key, own)
    return sum(number.measured(part) for part in number.parts)


def unlike_their_lists(question, values):
    """The figures whose list holds more or fewer files, persons or yuan than the number says."""
    codes = [code for code in LISTS if code not in WORKED_OUT and code in values]
    pairs = {code: (number_of(values[code]), listed(question, code)) for code in codes}
    return {code: pair for code, pair in pairs.items() if pair[0] != pair[1]}
