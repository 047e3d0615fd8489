"""The line between a telephone exchange and the screen of the officer who answers."""
