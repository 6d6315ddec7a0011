"""The screen Analisis: what the worksheets come to, a tab each."""
