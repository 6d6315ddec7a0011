"""What is searched for in the minutes: a rare word, frequent ones, several, and words that are only begun."""

QUESTIONS = ("drainase terpadu", "layanan", "pejalanan kamera", "data jalan", "apl", "la", "dii energi lis")
TIMES = 3
LIMIT = 20
"""As many hits as Ctrl+K asks for."""
