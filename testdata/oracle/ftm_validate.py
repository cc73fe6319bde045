"""Holds an export against FollowTheMoney's own package: every value must be taken unchanged.

    pip install followthemoney==4.11.2
    python testdata/oracle/ftm_validate.py entities.ftm.json
    FTM_MODEL_PATH=schema python testdata/oracle/ftm_validate.py extension.ftm.json

Prints each value that the package would drop or change, then the counts; exit 1 if there is any.
"""

import json
import sys

from followthemoney import model


def main(path: str) -> int:
    entities = changed = values = 0
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            data = json.loads(line)
            entities += 1
            schema = model.get(data["schema"])
            if schema is None:
                print(f"{number}: no schema {data['schema']}")
                changed += 1
                continue
            dirty = model.get_proxy(data, cleaned=False)
            for name, given in data["properties"].items():
                values += len(given)
                if name not in schema.properties:
                    print(f"{number}: {schema.name} has no property {name}")
                    changed += 1
                    continue
                taken = dirty.get(name)
                for value in given:
                    if value not in taken:
                        print(f"{number}: {schema.name}:{name} {value!r} became {taken!r}")
                        changed += 1
    print(f"{entities} entities, {values} values, {changed} changed")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
