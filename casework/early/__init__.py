"""Early warnings: how near is near for an officer, and telling each near clock once, in office hours."""
