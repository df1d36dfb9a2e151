"""Mails, folders of mails, and pages saved in the form of a mail."""
