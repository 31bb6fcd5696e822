"""Tests of the guard; every person and number in them is fictional."""
