"""Writes pairs of names that have nothing to do with each other: `python3 strangers.py PAIRS.csv... > strangers.csv`.

Whoever labels pairs takes such as are hard to tell apart, so that a fit to them alone does not know what it means when
nothing is shared. Each is the first name of one row beside the second of another one, of the same half, of whatever
scripts; rows of organisations also stand beside persons.
"""
import csv, random, sys

# So many of the rows get a stranger: one pair in five of all that the node compares in earnest is no near miss.
SHARE = 0.25


def half(row):
    """As `examples/measure.rs` divides pairs, so that no name of one half is in the other."""
    code = 0xCBF29CE484222325
    for byte in (row["name1"] if row["set"] == "kr" else row["source_id"]).encode():
        code = (code ^ byte) * 0x100000001B3 % 2**64
    return (code >> 17) % 2


if __name__ == "__main__":
    random.seed(20261122)
    rows = [row for path in sys.argv[1:] for row in csv.DictReader(open(path, encoding="utf8"))]
    of_half = [[row for row in rows if half(row) == number] for number in (0, 1)]
    is_organisation = lambda row: row["schema"] not in ("", "Person")
    out = csv.writer(sys.stdout)
    out.writerow(("set", "schema", "name1", "name2", "script1", "script2", "label", "source_id"))
    for row in rows:
        like = lambda other: (other["set"], other["script1"], other["script2"], other["schema"]) == (
            row["set"], row["script1"], row["script2"], row["schema"])
        if random.random() < SHARE:
            others = of_half[half(row)]
            # An organisation beside a person is compared as organisations are.
            mixed = is_organisation(row) and random.random() < .3
            for _ in range(4000):
                other = random.choice(others)
                if other["source_id"] != row["source_id"] and (not is_organisation(other) if mixed else like(other)):
                    break
            else:
                continue
            out.writerow(("strangers " + row["set"], row["schema"], row["name1"], other["name2"], row["script1"],
                          row["script2"], 0, row["name1"] if row["set"] == "kr" else row["source_id"]))
