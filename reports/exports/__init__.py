"""Lists of files taken out as a table: ordered on a page with a purpose, made by a worker, kept for some days."""
