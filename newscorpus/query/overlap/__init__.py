"""Whose words these are."""
