"""Recomputes the hashes of a proof file with nothing but Python's standard library.

    python3 docs/reference/check_proof.py proof.json

It follows conventions-on-disk.md and shares no code with Liaison. It does not check the two Ed25519
signatures, which the standard library cannot; `liaison verify-proof` does. Exit status: 0 every hash fits.
"""

import base64
import hashlib
import json
import sys


def fields(data, at):
    """The fields of a record from byte `at` on; None for an absent one."""
    while at < len(data):
        count = shift = 0
        while True:
            byte = data[at]
            at += 1
            count |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        yield None if count == 0 else data[at : at + count - 1]
        at += max(count - 1, 0)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def root_of(leaf, place, count, path):
    """RFC 9162, section 2.1.3.2."""
    reached, at, last = leaf, place, count - 1
    for beside in path:
        if at & 1 or at == last:
            reached = sha(b"\x01", beside, reached)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            reached = sha(b"\x01", reached, beside)
        at, last = at >> 1, last >> 1
    return reached if last == 0 else None


def main(name):
    proof = json.load(open(name, encoding="utf-8"))
    raw = {key: base64.b64decode(proof[key]) for key in ("statement", "salt", "header", "certificate")}
    statement = [field and field.decode() for field in list(fields(raw["statement"], 18))[1:]]
    header = list(fields(raw["header"], 2))
    root_key = list(fields(raw["certificate"], 2))[1]
    leaf = sha(b"\x00", raw["salt"], raw["statement"])
    path = [bytes.fromhex(text) for text in proof["path"]]
    reached = root_of(leaf, proof["place"], int.from_bytes(header[7], "big"), path)
    fits = {
        "leaf leads to the root": reached == header[8],
        "header names the certificate": sha(b"\x02", raw["certificate"]) == header[9],
    }
    print("statement:", statement)
    print("commit:", int.from_bytes(header[0], "big"), sha(b"\x02", raw["header"]).hex())
    digits = sha(b"\x02", root_key).hex()
    print("root key:", " ".join(digits[at : at + 4] for at in range(0, 32, 4)))
    for what, holds in fits.items():
        print(f"{what}: {'yes' if holds else 'NO'}")
    return 0 if all(fits.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
