"""How large a thing this room reads, in bytes, and why."""

MB = 1_000_000

# A novel is 1 MB, a year of a daily wire about 40 MB: a larger .txt is no single report.
# Reading one takes about six times its size in memory.
TEXT = 10 * MB
# Saved pages carry pictures in their markup, and a page's tree takes ten times its size.
PAGE = 20 * MB
# Reports of 300 pages with photographs reach 150 MB; their text is a hundredth of it.
PDF = 200 * MB
# One row of a JSONL or CSV file; twenty times the longest report seen in such a file.
ROW = 20 * MB
# A line that has not ended by then is no row: the rest of the file is given up, so that a
# small .gz that unpacks to terabytes costs a second, not a night.
RUNAWAY = 200 * MB
