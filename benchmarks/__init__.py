"""How fast and how flat. Run by hand; never part of the tests."""
