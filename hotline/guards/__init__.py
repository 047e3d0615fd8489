"""Why a step is not possible, in the officer's words, one room per noun."""
