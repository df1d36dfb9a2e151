"""Samples judged blind, and what the answers say of a method."""
