"""Loads FollowTheMoney entities into one of nomenklatura's stores and says how long it took.

    python3 bench/peers/nomenklatura_store.py memory|sqlite FILE IDS DATABASE

FILE has one entity per line, IDS one entity id per line; DATABASE is where the SQLite store goes.
Values are cleaned while they are read, as our importer does. Prints one line of JSON.
Installs the packages into target/venv when they are not there.
"""

import json
import os
import resource
import sys
import time
from importlib.metadata import version

import packages

PACKAGES = ["nomenklatura==4.17.4", "followthemoney==4.11.2"]




def make_store(kind: str, database: str):
    from followthemoney import Dataset
    from nomenklatura.resolver import Linker
    from nomenklatura.store.memory import MemoryStore
    from nomenklatura.store.sql import SQLStore
    from sqlalchemy import create_engine

    dataset = Dataset.make({"name": "bench", "title": "Bench"})
    if kind == "memory":
        return dataset, MemoryStore(dataset, Linker({}))
    return dataset, SQLStore(dataset, Linker({}), create_engine(f"sqlite:///{database}"))


def load(store, dataset, file: str) -> int:
    from followthemoney import StatementEntity

    statements = 0
    with open(file, encoding="utf-8") as lines, store.writer() as writer:
        for line in lines:
            entity = StatementEntity.from_data(dataset, json.loads(line), cleaned=False)
            for statement in entity.statements:
                writer.add_statement(statement)
                statements += 1
    return statements


def page_p95_ms(view, ids: list[str]) -> float:
    times = []
    for entity_id in ids:
        started = time.perf_counter()
        if view.get_entity(entity_id) is None:
            sys.exit(f"{entity_id} was not kept")
        times.append(time.perf_counter() - started)
    return sorted(times)[-(-len(times) * 95 // 100) - 1] * 1000


def main(kind: str, file: str, ids: str, database: str) -> None:
    dataset, store = make_store(kind, database)
    started = time.perf_counter()
    statements = load(store, dataset, file)
    seconds = time.perf_counter() - started
    # Linux tells it in KiB; before the pages are read.
    peak_memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    with open(ids, encoding="utf-8") as lines:
        wanted = lines.read().split()
    answer = {
        "version": version("nomenklatura"),
        "statements": statements,
        "seconds": seconds,
        "peak_memory": peak_memory,
        "bytes": os.path.getsize(database) if os.path.exists(database) else 0,
        "page_p95_ms": page_p95_ms(store.default_view(), wanted),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    packages.within("venv", PACKAGES, "nomenklatura")
    main(*sys.argv[1:])
