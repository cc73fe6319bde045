"""Writes testdata/golden/ftm_statements.csv with FollowTheMoney's own package.

The Rust test `our_keys_are_those_of_the_package` reads that file and computes every key again.
Run it with the version named below after a change of the format:

    pip install followthemoney==4.11.2
    python testdata/oracle/ftm_statements.py > testdata/golden/ftm_statements.csv
"""

import io
import sys

from followthemoney.statement.serialize import CSVStatementWriter
from followthemoney.statement.statement import Statement

# entity, schema, prop, value, original, lang: invented people.
CLAIMS = [
    ("P-1", "Person", "id", "P-1", None, None),
    ("P-1", "Person", "name", "강서윤", None, "kor"),
    ("P-1", "Person", "name", "Kang Seo-yun", "KANG SEO-YUN", "eng"),
    ("P-1", "Person", "name", "Kang Seo-yun", None, None),
    ("P-1", "Person", "birthDate", "1990-01", "Jan 1990", "eng"),
    ("P-1", "Person", "nationality", "kr", "대한민국", "kor"),
    ("P-1", "Person", "notes", 'Says "call later",\nthen nothing.', None, "eng"),
    ("P-1", "Person", "phone", "+821012345678", None, "kor"),
    ("P-1", "Person", "passportNumber", "M12345678", None, "kor"),
    ("O-1", "Ownership", "owner", "P-1", None, "kor"),
    ("O-1", "Ownership", "asset", "C-1", None, None),
    ("O-1", "Ownership", "percentage", "51.5", None, None),
    ("C-1", "Company", "name", "สมชาย จำกัด", None, "tha"),
    ("C-1", "Company", "website", "https://example.com/a?b=c", None, None),
    ("C-1", "Company", "topics", "crime.boss", None, "eng"),
    ("C-1", "Company", "address", "1 Main Street, Sihanoukville", None, "khm"),
]


def main() -> None:
    raw = io.BytesIO()
    text = io.TextIOWrapper(raw, encoding="utf-8", newline="")
    writer = CSVStatementWriter(text)
    for entity, schema, prop, value, original, lang in CLAIMS:
        statement = Statement(
            entity_id=entity,
            prop=prop,
            schema=schema,
            value=value,
            dataset="kr-npa.reports",
            lang=lang,
            original_value=original,
            first_seen="2025-10-17T09:30:00",
        )
        writer.write(statement)
    writer.close()
    text.flush()
    sys.stdout.buffer.write(raw.getvalue())


if __name__ == "__main__":
    main()
