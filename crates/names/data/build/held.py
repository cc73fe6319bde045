"""Writes labelled pairs of the names that `pairs.py` held back: `python3 held.py KNOWN.csv > held.csv`.

Few pairs of Thai, Lao, Khmer and Burmese names are public, so that these help to fit the calibration of their classes.
Places stand as they are; of those that are not one, half are the nearest of a hundred by spelling. Persons' names are
not known, so that two words of places stand for one: that is how a shared part beside another one is weighed.
"""
import csv, random, sys

from pairs import distance

PLACES_OF_A_SCRIPT, PERSONS_OF_A_SCRIPT = 60, 80
WORD_LETTERS_MAX = 9


def nearest(row, rows):
    others = [other for other in random.sample(rows, min(100, len(rows))) if other["latin"] != row["latin"]]
    return others[0], min(others, key=lambda other: distance(other["latin"], row["latin"]))


def joined(one, other):
    return {"native": f"{one['native']} {other['native']}", "latin": f"{one['latin']} {other['latin']}"}


def persons(rows):
    """Two short words each: the same, with another second word, with another first, and all different."""
    short = [row for row in rows if len(row["latin"]) <= WORD_LETTERS_MAX]
    for number in range(PERSONS_OF_A_SCRIPT if 50 < len(short) else 0):
        first, second = random.sample(short, 2)
        some, near = nearest(second if number % 2 else first, short)
        other = near if number % 4 < 2 else some
        wrong = joined(first, other) if number % 2 else joined(other, second)
        yield joined(first, second), wrong


def places(rows):
    for number, row in enumerate(random.sample(rows, min(PLACES_OF_A_SCRIPT, len(rows)))):
        some, near = nearest(row, rows)
        yield row, near if number % 2 else some


if __name__ == "__main__":
    random.seed(20261122)
    held = [row for row in csv.DictReader(open(sys.argv[1], encoding="utf8")) if row["held"] == "1"]
    out = csv.writer(sys.stdout)
    out.writerow(("set", "schema", "name1", "name2", "script1", "script2", "label", "source_id"))
    for script in sorted({row["script"] for row in held}):
        rows = [row for row in held if row["script"] == script]
        for name, pairs in (("held", places(rows)), ("joined", persons(rows))):
            for row, other in pairs:
                for latin, label in ((row["latin"], 1), (other["latin"], 0)):
                    out.writerow((name, "Person", row["native"], latin, script, "latin", label, row["native"]))
