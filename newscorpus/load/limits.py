"""How much a file may hold. Every limit is counted while reading, for sizes and counts written in a file can lie."""

from typing import Final

MEGABYTE: Final = 1_000_000

MAX_FILE_BYTES: Final = (
    100 * MEGABYTE
)  # some 15,000 news articles of 1,000 words; decoded it still fits a worker of 1 GB
MAX_ROWS: Final = 200_000  # more articles than a person compares, few enough to be read within a worker's time
MAX_COLUMNS: Final = 500  # tables of articles have some 10 to 50; a heading of more is a matrix or an attack
MAX_KEYS: Final = 2_000  # fields of one JSON object; 500,000 of them took 425 MB
MAX_JSON_DEPTH: Final = 64  # records of news services nest 3 to 6 deep; Python's reader gives up near 1,000
MAX_UNREADABLE_SHARE: Final = (
    0.05  # of all characters; random bytes have above 0.10, news in the wrong charset below 0.03
)

MAX_ARCHIVE_DEPTH: Final = 2  # an archive of archives is how some databases deliver; three layers are a trap
MAX_ARCHIVE_ENTRIES: Final = 5_000  # files in one archive
MAX_UNPACKED_BYTES: Final = 500 * MEGABYTE  # of one archive, with the archives inside it
MAX_UNPACKING_RATIO: Final = 100  # text packs 3 to 10 times, the most repetitive pages some 40 times
RATIO_FREE_BYTES: Final = 1 * MEGABYTE  # small files may be as repetitive as they like

MAX_PARQUET_UNPACKED_BYTES: Final = 500 * MEGABYTE  # by the footer, which may lie: rows are counted besides
MAX_PARQUET_FOOTER_STRING_BYTES: Final = 16 * MEGABYTE  # names and statistics are short; pandas keeps some kB there
MAX_PARQUET_FOOTER_ITEMS: Final = 1_000_000  # strings and lists in the footer; 500 columns need some 100,000
PARQUET_BATCH_ROWS: Final = 500  # of 10 kB each are 5 MB at a time

MAX_NAME_CHARACTERS: Final = 120  # of one part of a file's name, when it is shown
MAX_DETAIL_CHARACTERS: Final = 300  # of what a receipt says besides its reason
