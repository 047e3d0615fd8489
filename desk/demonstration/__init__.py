"""Invented people, employers and files of two years, made by taking the real steps on a simulated calendar."""
