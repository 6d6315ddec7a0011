"""The workshop file: the only place with SQL."""
