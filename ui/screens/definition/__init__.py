"""Kertas Kerja, Susunan: what the exercises are made of."""
