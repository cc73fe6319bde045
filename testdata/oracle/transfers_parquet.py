"""Writes testdata/golden/transfers.parquet with Polars: invented transfers, packed by Zstandard.

Acceptance (tests/acceptance/6.sh) reads that file beside the same rows as CSV.

    pip install polars==2.1.0
    python testdata/oracle/transfers_parquet.py testdata/golden/transfers.parquet
"""

import sys
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import polars as pl

BEGIN = datetime(2026, 3, 1, 2, 0, tzinfo=timezone.utc)
# from, to, amount: a victim pays a mule, who has money of others.
ROWS = [
    ("shop", "mule", "60.00"),
    ("victim", "mule", "100.00"),
    ("other", "mule", "40.00"),
    ("mule", "exchange", "80.01"),
    ("exchange", "victim", "5.00"),
]

pl.DataFrame(
    {
        "time": [BEGIN + timedelta(minutes=minute) for minute in range(len(ROWS))],
        "from": [row[0] for row in ROWS],
        "to": [row[1] for row in ROWS],
        "amount": [Decimal(row[2]) for row in ROWS],
        "currency": ["THB"] * len(ROWS),
        "about": [float(row[2]) for row in ROWS],
    },
    schema_overrides={
        "time": pl.Datetime("us", "UTC"),
        "amount": pl.Decimal(18, 2),
    },
).write_parquet(sys.argv[1])
