"""Links tables whose truth is known with `liaison link` and with Splink, and says how well and at
what cost each did. Run from the root of the checkout, after `cargo build --release -p liaison-cli`:

    python3 bench/peers/linking.py [--people N]... [--noise light|heavy] [--no-splink] [--keep FOLDER]

Febrl's four data sets come with the package recordlinkage, with and without the social security
number. The people are made here: names of Febrl's originals, each drawn as often as there; towns
with postcodes; two in five have one to four more records, with letters mistyped, cells left empty,
day and month turned round, given and family name swapped, a move, a marriage. Splink runs as its
tutorial does: comparisons by kind of column, weights learnt, nothing tuned by hand, clusters at 0.95.
F1 is of pairs over clusters. Installs the packages into target/venv when they are not there.
"""

import argparse
import csv
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter

import packages

PACKAGES = ["recordlinkage==0.16", "splink==5.0.0"]
LIAISON = os.path.join("target", "release", "liaison")
SEED = 4
# Chance that a cell is mistyped, and that it is empty.
NOISE = {"light": (0.08, 0.06), "heavy": (0.15, 0.15)}
FIELDS = ["given_name", "surname", "dob", "sex", "suburb", "postcode", "phone", "email"]




def febrl(part: str) -> list[dict]:
    import recordlinkage.datasets as datasets

    path = os.path.join(os.path.dirname(datasets.__file__), "febrl", f"dataset{part}.csv")
    with open(path, encoding="utf-8") as lines:
        rows = csv.reader(lines, skipinitialspace=True)
        headings = next(rows)
        return [dict(zip(headings, (cell.strip() for cell in row))) for row in rows if row]


def write(path: str, rows: list[dict], headings: list[str]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headings, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


class Town:
    """People and the records that offices keep of them."""

    def __init__(self, noise: str, seed: int):
        self.draw = random.Random(seed)
        self.mistyped, self.empty = NOISE[noise]
        originals = [row for part in ("1", "2", "3", "4a") for row in febrl(part) if "-org" in row["rec_id"]]
        self.given = [row["given_name"] for row in originals if row["given_name"]]
        self.family = [row["surname"] for row in originals if row["surname"]]
        towns = Counter((row["suburb"], row["postcode"]) for row in originals if row["suburb"])
        self.towns, self.sizes = list(towns), list(towns.values())

    def records(self, count: int) -> list[dict]:
        rows, person = [], 0
        while len(rows) < count:
            clean = self.person()
            more = self.draw.choices([0, 1, 2, 3, 4], [60, 22, 10, 5, 3])[0]
            for record in [clean, *(self.copied(clean) for _ in range(more))]:
                rows.append(record | {"truth": person})
            person += 1
        rows = rows[:count]
        self.draw.shuffle(rows)
        return [row | {"id": at} for at, row in enumerate(rows)]

    def person(self) -> dict:
        given, family = self.draw.choice(self.given), self.draw.choice(self.family)
        suburb, postcode = self.draw.choices(self.towns, self.sizes)[0]
        day = f"{self.draw.randrange(1940, 2008)}-{self.draw.randrange(1, 13):02}-{self.draw.randrange(1, 29):02}"
        number = "" if self.draw.random() < 0.3 else str(self.draw.randrange(1, 999))
        domain = self.draw.choice(["example.com", "example.org", "example.net", "mail.example"])
        phone = "04" + "".join(self.draw.choice("0123456789") for _ in range(8))
        return {
            "given_name": given,
            "surname": family,
            "dob": day,
            "sex": self.draw.choice("mf"),
            "suburb": suburb,
            "postcode": postcode,
            "phone": phone,
            "email": f"{given}.{family}{number}@{domain}".replace(" ", ""),
        }

    def copied(self, clean: dict) -> dict:
        chance = self.draw.random
        record, other = dict(clean), self.person()
        if chance() < 0.08:
            record |= {"suburb": other["suburb"], "postcode": other["postcode"]}
        if chance() < 0.05:
            record["surname"] = other["surname"]
        if chance() < 0.04:
            record |= {"given_name": record["surname"], "surname": record["given_name"]}
        if chance() < 0.06:
            year, month, day = record["dob"].split("-")
            record["dob"] = f"{year}-{day}-{month}"
        if chance() < 0.15:
            record["phone"] = other["phone"]
        if chance() < 0.10:
            record["email"] = other["email"]
        for field, cell in record.items():
            if chance() < self.mistyped and field != "sex":
                record[field] = self.typed(cell)
            if chance() < self.empty:
                record[field] = ""
        return record

    def typed(self, cell: str) -> str:
        if not cell:
            return cell
        at = self.draw.randrange(len(cell))
        letter = self.draw.choice("0123456789" if cell[at].isdigit() else "abcdefghijklmnopqrstuvwxyz")
        return self.draw.choice([
            cell[:at] + letter + cell[at + 1:],
            cell[:at] + cell[at + 1:],
            cell[:at] + letter + cell[at:],
            cell[:at] + cell[at + 1:at + 2] + cell[at] + cell[at + 2:],
        ])


def run(command: list[str]) -> tuple[float, float]:
    """Seconds and peak memory in MB of a command. The kernel's count for a child begins with what its parent held
    before, so the peak is read from the child itself, as long as it runs."""
    peak, started = 0, time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        while process.poll() is None:
            peak = max(peak, memory_peak(process.pid))
            time.sleep(0.01)
        seconds = time.perf_counter() - started
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(errors.read().decode())
    return seconds, peak * 1024 / 1e6


def memory_peak(process: int) -> int:
    """Peak memory in KiB so far; nothing of one that has just ended."""
    try:
        with open(f"/proc/{process}/status", encoding="ascii") as status:
            return next((int(line.split()[1]) for line in status if line.startswith("VmHWM:")), 0)
    except OSError:
        return 0


def quality(truth: dict, clusters: dict) -> tuple[float, float, float]:
    def pairs(keys) -> int:
        return sum(count * (count - 1) // 2 for count in Counter(keys).values())

    both = pairs((truth[key], clusters[key]) for key in truth)
    found, real = pairs(clusters[key] for key in truth), pairs(truth.values())
    return both / max(found, 1), both / max(real, 1), 2 * both / max(found + real, 1)


def say(data: str, records: int, tool: str, cost: tuple, result: tuple) -> None:
    seconds, memory = cost
    precision, recall, f1 = result
    print(f"| {data} | {records} | {tool} | {precision:.4f} | {recall:.4f} | {f1:.4f} | {seconds:.1f} | {memory:.0f} |", flush=True)


def with_liaison(data: str, files: list[str], key: str, truth: dict, folder: str, without: list[str]) -> None:
    out = os.path.join(folder, "clusters.csv")
    left_out = [word for column in without for word in ("--without", column)]
    cost = run([LIAISON, "link", *files, "--id", key, "--out", out, *left_out])
    with open(out, encoding="utf-8") as lines:
        clusters = {row["record"]: row["cluster"] for row in csv.DictReader(lines)}
    say(data, len(truth), "liaison", cost, quality(truth, clusters))


def with_splink(data: str, file: str, truth: dict, folder: str) -> None:
    out = os.path.join(folder, "splink.csv")
    cost = run([sys.executable, __file__, "--as-splink", file, out])
    with open(out, encoding="utf-8") as lines:
        clusters = {row["id"]: row["cluster_id"] for row in csv.DictReader(lines)}
    say(data, len(truth), "Splink", cost, quality(truth, clusters))


def as_splink(file: str, out: str) -> None:
    import splink.comparison_library as library
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    comparisons = [
        library.NameComparison("given_name"),
        library.NameComparison("surname"),
        library.DateOfBirthComparison("dob", input_is_string=True),
        library.ExactMatch("sex"),
        library.ExactMatch("suburb").configure(term_frequency_adjustments=True),
        library.ExactMatch("postcode"),
        library.LevenshteinAtThresholds("phone", 2),
        library.EmailComparison("email"),
    ]
    rules = [
        block_on("given_name", "surname"),
        block_on("surname", "dob"),
        block_on("given_name", "dob"),
        block_on("phone"),
        block_on("email"),
        block_on("postcode", "dob"),
    ]
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
    )
    api = DuckDBAPI()
    text = f"SELECT * FROM read_csv('{file}', all_varchar = true, header = true)"
    table = api.register(api._con.sql(text).df().replace("", None))
    linker = Linker(table, settings)
    exact = [block_on("given_name", "surname", "dob"), block_on("email")]
    linker.training.estimate_probability_two_random_records_match(exact, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("surname", "given_name"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("dob"))
    pairs = linker.inference.predict(threshold_match_probability=0.5)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, 0.95)
    clusters.as_pandas_dataframe()[["id", "cluster_id"]].to_csv(out, index=False)


def all_febrl(folder: str) -> None:
    for name, parts in {"Febrl 1": ["1"], "Febrl 2": ["2"], "Febrl 3": ["3"], "Febrl 4": ["4a", "4b"]}.items():
        files, truth = [], {}
        for part in parts:
            rows = febrl(part)
            truth |= {row["rec_id"]: re.sub(r"\D*(\d+).*", r"\1", row["rec_id"]) for row in rows}
            files.append(os.path.join(folder, f"febrl{part}.csv"))
            write(files[-1], rows, list(rows[0]))
        with_liaison(name, files, "rec_id", truth, folder, [])
        with_liaison(f"{name}, no social security number", files, "rec_id", truth, folder, ["soc_sec_id"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--people", type=int, action="append")
    parser.add_argument("--noise", choices=NOISE, action="append")
    parser.add_argument("--no-splink", action="store_true")
    parser.add_argument("--keep")
    parser.add_argument("--as-splink", nargs=2)
    options = parser.parse_args()
    if options.as_splink:
        return as_splink(*options.as_splink)
    print("| data | records | tool | precision | recall | F1 | seconds | MB |\n| --- | --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as made:
        folder = options.keep or made
        all_febrl(folder)
        for count in options.people or [100_000]:
            for noise in options.noise or ["light", "heavy"]:
                rows = Town(noise, SEED).records(count)
                file = os.path.join(folder, f"people-{noise}-{count}.csv")
                write(file, rows, ["id", *FIELDS])
                truth = {str(row["id"]): row["truth"] for row in rows}
                with_liaison(f"people, {noise} noise", [file], "id", truth, folder, [])
                if not options.no_splink:
                    with_splink(f"people, {noise} noise", file, truth, folder)


if __name__ == "__main__":
    packages.within("venv-linking", PACKAGES, "splink, recordlinkage")
    main()
