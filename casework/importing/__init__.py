"""Taking in what offices already keep: a spreadsheet, row by row, all of it or nothing.

An app describes its table once (`ImportKind`); the command, the page and the background job are the same machinery.
"""
