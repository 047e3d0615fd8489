"""Why a step on a dispute case is not possible, in words for the officer, one room per part of its way."""
