"""Writes the lexicons beside this folder: han.tsv, families.tsv, words.tsv, zawgyi.tsv, honorifics.tsv,
variants.tsv.

Run by hand: `python3 lexicons.py SITE_PACKAGES UNICODE_DIR RABBIT_DIR`, where UNICODE_DIR is the
folder of Debian's unicode-data and RABBIT_DIR the unpacked npm package rabbit-node.
"""
import bz2, collections, os, re, sys, unicodedata

SITE, UNICODE, RABBIT = sys.argv[1:4]
sys.path.insert(0, SITE)
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def plain(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("ü", "v").replace("đ", "d").replace("ⁿ", ""))
    return re.sub("[^a-z]", "", text)


def unihan(file):
    table = collections.defaultdict(dict)
    for line in bz2.open(f"{UNICODE}/{file}", "rt", encoding="utf8"):
        if line.startswith("U+"):
            code, field, value = line.rstrip("\n").split("\t")
            table[chr(int(code[2:], 16))][field] = value
    return table


# Jyutping to the spelling of Hong Kong's registration of persons, which follows Eitel and
# Dyer Ball: initials and finals as tabulated for the surnames of both lists (see ../README.md).
HK_INITIAL = {"b": "p", "p": "p", "m": "m", "f": "f", "d": "t", "t": "t", "n": "n", "l": "l", "g": "k", "k": "k",
              "ng": "ng", "h": "h", "gw": "kw", "kw": "kw", "w": "w", "z": "ts", "c": "ts", "s": "s", "j": "y", "": ""}
HK_FINAL = {"aa": "a", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at",
            "aak": "ak", "ai": "ai", "au": "au", "am": "am", "an": "an", "ang": "ang", "ap": "ap", "at": "at",
            "ak": "ak", "e": "e", "ei": "ei", "eng": "eng", "ek": "ek", "i": "i", "iu": "iu", "im": "im", "in": "in",
            "ing": "ing", "ip": "ip", "it": "it", "ik": "ik", "o": "o", "oi": "oi", "ou": "o", "on": "on", "ong": "ong",
            "ot": "ot", "ok": "ok", "u": "u", "ui": "ui", "un": "un", "ung": "ung", "ut": "ut", "uk": "uk", "oe": "eu",
            "oeng": "eung", "oek": "euk", "eoi": "ui", "eon": "un", "eot": "ut", "yu": "yu", "yun": "uen", "yut": "uet",
            "m": "m", "ng": "ng"}


def hong_kong(jyutping):
    match = re.match(r"^(ng|gw|kw|[bpmfdtnlgkhwzcsj])?(.+)$", jyutping)
    if jyutping in ("m", "ng"):
        return "ng"
    initial, final = match.group(1) or "", match.group(2)
    if initial == "ng" and final in HK_FINAL:
        pass
    spelt, end = HK_INITIAL[initial], HK_FINAL.get(final, final)
    if initial in ("z", "c"):
        spelt = "ch" if final in ("aa", "aang", "an", "au", "ai", "oeng", "i", "iu", "im", "in", "ing", "ip", "it", "ik",
                                  "eng", "ek", "e", "eoi", "eon", "yu", "yun", "yut", "ung", "uk", "o", "ou", "oi", "ong", "oek", "aan", "am", "aau") else "ts"
        if final == "i":
            return "tsz" if initial == "z" else "chi"
    if initial == "j":
        end = {"iu": "iu", "im": "im", "in": "in", "i": "i", "yu": "u"}.get(final, end)
        if end.startswith("u") and final.startswith("yu"):
            spelt = "y"
    if initial == "s" and final in ("i", "e", "eng", "ek", "oeng", "yu", "yun", "ing", "ik", "aa", "an", "au", "im", "in", "iu", "it", "ip"):
        spelt = "sh" if final not in ("in", "im", "iu", "it", "ip", "eng") else "s"
    if final == "ou" and initial in ("b", "m", "d", "t", "l", "g", "s", "z", "h"):
        end = "o"
    return spelt + end


def han():
    import msgpack
    hokkien = msgpack.load(open(f"{SITE}/taibun/data/prons.msgpack", "rb"), strict_map_key=False)
    readings, variants = unihan("Unihan_Readings.txt.bz2"), unihan("Unihan_Variants.txt.bz2")
    rows = []
    for char, fields in sorted(readings.items()):
        if not ("\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff") or "kMandarin" not in fields:
            continue
        if not any(f in fields for f in ("kHangul", "kHanyuPinlu", "kXHC1983", "kTGHZ2013", "kKorean")):
            continue
        simple = variants.get(char, {}).get("kSimplifiedVariant", "").split()
        # The character itself may be among its variants; then it is its own simplified form.
        simple = [chr(int(v[2:], 16)) for v in simple if v.startswith("U+")]
        canonical = simple[0] if simple and char not in simple else char
        mandarin = [plain(v) for v in fields["kMandarin"].split()]
        more = [plain(v.split("(")[0]) for v in fields.get("kHanyuPinlu", "").split()]
        mandarin = list(dict.fromkeys(mandarin + more))[:3]
        cantonese = list(dict.fromkeys(hong_kong(re.sub("[0-9]", "", v)) for v in fields.get("kCantonese", "").split()))[:2]
        hangul = [v.split(":")[0] for v in fields.get("kHangul", "").split()]
        hangul = list(dict.fromkeys(v for v in hangul if "가" <= v <= "힣"))[:3]
        # Tai-lo to the church romanisation that names abroad follow.
        min_nan = [plain(v.split("/")[0]).replace("tsh", "ch").replace("ts", "ch").replace("oo", "o") for v in hokkien.get(char, ())]
        min_nan = ",".join(list(dict.fromkeys(min_nan))[:2])
        vietnamese = [plain(v) for v in fields.get("kVietnamese", "").split()][:1]
        rows.append((char, canonical, ",".join(mandarin), ",".join(cantonese), ",".join(hangul), min_nan, ",".join(vietnamese)))
    # A simplified character takes from its traditional form what its own row lacks.
    by_char = {r[0]: list(r) for r in rows}
    for r in rows:
        if r[0] != r[1] and r[1] in by_char:
            target = by_char[r[1]]
            for at in (3, 4, 5, 6):
                if not target[at]:
                    target[at] = r[at]
    write("han.tsv", ("\t".join(by_char[r[0]]) for r in rows))


def weighted(locale, field):
    """A weighted list of Faker as written: a name that is listed twice counts twice."""
    import ast
    tree = ast.parse(open(f"{SITE}/faker/providers/person/{locale}/__init__.py", encoding="utf8").read())
    table = collections.Counter()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == field:
            for item in ast.walk(node.value):
                if isinstance(item, ast.Tuple) and len(item.elts) == 2 and isinstance(item.elts[0], ast.Constant):
                    table[item.elts[0].value] += float(item.elts[1].value)
                elif isinstance(item, ast.Dict):
                    for key, value in zip(item.keys, item.values):
                        table[key.value] += float(value.value)
            if not table:
                table.update({e.value: 1.0 for e in getattr(node.value, "elts", []) if isinstance(e, ast.Constant)})
    total = sum(table.values()) or 1
    return {name: weight / total for name, weight in table.items()}


def families():
    from pairs import NUCLEUS, ONSET, SURNAMES, CODA
    lists = {"ko": weighted("ko_KR", "last_names"), "vi": weighted("vi_VN", "last_names")}
    chinese = collections.Counter()
    for locale in ("zh_CN", "zh_TW"):
        for name, share in weighted(locale, "last_names").items():
            chinese[name] += share / 2
    lists["zh"] = chinese
    write("families.tsv", (f"{tag}\t{name}\t{share:.6f}" for tag, names in lists.items()
                           for name, share in sorted(names.items(), key=lambda t: -t[1])))
    # Spellings of those families in Latin letters, with their shares.
    common, eastern = collections.Counter(), set()
    rows = {}
    for line in open(os.path.join(OUT, "han.tsv"), encoding="utf8"):
        fields = line.rstrip("\n").split("\t")
        rows[fields[0]] = fields

    def add(spelling, share, is_eastern=True):
        spelling = plain(spelling)
        if spelling:
            common[spelling] += share
            if is_eastern:
                eastern.add(spelling)
    for name, share in lists["ko"].items():
        spellings = SURNAMES.get(name)
        if not spellings and len(name) == 1:
            code = ord(name) - 0xAC00
            spellings = {o + n + c: ow * nw * cw for o, ow in ONSET[code // 588].items()
                         for n, nw in NUCLEUS[code // 28 % 21].items() for c, cw in CODA.get(code % 28, {"": 1}).items()}
            most = max(spellings.values())
            spellings = {s: w for s, w in spellings.items() if most * .15 <= w}
        total = sum((spellings or {}).values())
        for spelling, weight in (spellings or {}).items():
            add(spelling, share * weight / total / 4)
    for name, share in chinese.items():
        for at in (2, 3, 5):
            readings = [rows[c][at].split(",")[0] for c in name if c in rows]
            add("".join(readings), share / 6)
    for name, share in lists["vi"].items():
        add(name, share / 4, False)
    for field in ("first_names_female", "first_names_male", "last_names"):
        for name, share in weighted("en_US", field).items():
            add(name, share / 4, False)
    for locale in ("id_ID", "en_IN", "ar_AA"):
        for field in ("first_names_female", "first_names_male", "last_names"):
            for name, share in weighted(locale, field).items():
                if name.isascii():
                    add(name, share / 12, False)
    write("common.tsv", (f"{name}\t{share:.6f}" for name, share in sorted(common.items()) if 2e-5 < share))
    write("eastern.tsv", sorted(eastern))


def title_words():
    from rigour.data.names import data
    found = {w for w in data.PERSON_NAME_PREFIXES}
    for locale in ("th_TH", "vi_VN", "id_ID", "en_US", "zh_TW", "ko_KR"):
        provider = __import__(f"faker.providers.person.{locale}", fromlist=["Provider"]).Provider
        for field in ("prefixes", "prefixes_male", "prefixes_female", "suffixes", "suffixes_male", "suffixes_female"):
            found |= {str(word) for word in getattr(provider, field, None) or ()}
    return {word.lower().replace(".", "").strip() for word in found}


def words():
    import yaml, ast, importlib.util
    from rigour.data.names import data
    from rigour.data.names import org_types
    lines = {f"title\t{word}" for word in title_words()}
    for meaning, words in list(data.ORG_SYMBOLS.items()):
        lines |= {f"kind\t{word.lower()}\t{meaning}" for word in (meaning, *words) if 1 < len(word)}
    for number, words in data.ORDINALS.items():
        lines |= {f"number\t{word.lower()}\t{number}" for word in words if word.isalpha() and not word.isupper()}
    for spec in org_types.ORG_TYPES:
        forms = {spec.get("display", ""), spec.get("compare", ""), *spec.get("aliases", ())}
        generic = (spec.get("generic") or spec.get("compare") or spec.get("display") or "").lower()
        for form in forms:
            form = re.sub(r"[.,]", "", (form or "").lower()).strip()
            if 1 < len(form):
                lines.add(f"form\t{form}\t{generic}")
    write("words.tsv", sorted(lines))


def zawgyi():
    """What each shape of Zawgyi is in Unicode; the order of a syllable is the engine's business."""
    text = open(f"{RABBIT}/lib/rabbit.js", encoding="utf8").read()
    body = text[text.index("zg2uni"):]
    unescape = lambda s: s.encode("ascii", "backslashreplace").decode("unicode_escape")
    table = {}
    for left, right in re.findall(r'"from":\s*"([^"]*)",\s*"to":\s*"([^"]*)"', body):
        left, right = unescape(unescape(left)), unescape(unescape(right))
        shapes = left.strip("()").split("|")
        if all(len(shape) == 1 and "\u1000" <= shape <= "\u109f" for shape in shapes) and right and "$" not in right:
            for shape in shapes:
                table.setdefault(shape, right)
    # Signs over a following consonant stand as the sign alone; the engine moves it.
    kinzi = "\u1004\u103a\u1039"
    table.update({"\u1064": kinzi, "\u108b": kinzi + "\u102d", "\u108c": kinzi + "\u102e", "\u108d": kinzi + "\u1036"})
    write("zawgyi.tsv", (f"{ord(shape):04X}\t" + " ".join(f"{ord(c):04X}" for c in table[shape]) for shape in sorted(table)))


# Titles of the region that Faker and rigour lack, from "A Guide to Names and Naming Practices" (United Kingdom,
# 2006), which names them per country, in the spelling of the language. "apart": also a name, kept when it stands first.
HONORIFICS = {
    "glued": ["នាย", "នាง", "លោក", "លោកស្រី", "អ្នកស្រី", "ឯកឧត្តម", "សម្តេច", "ឧកញ៉ា", "ທ້າວ", "ນາງ", "ທ່ານ", "ဦး", "ဒေါ်"],
    "apart": ["u", "daw", "ko", "ma", "maung", "saw", "naw", "nai", "mi", "bo", "sai", "nang", "mahn", "thakin",
              "haji", "hajji", "hadji", "sheikh", "shaikh", "oknha", "lok", "samdech", "neak", "tengku", "tunku",
              "datuk", "dato", "tan sri", "puan", "encik", "syed", "khun", "phra", "luang", "thao", "ဦး", "ဒေါ်"],
}


def honorifics():
    thai = {w for w in title_words() if re.match("^[\u0e00-\u0e7f]{3,}$", w)}
    lines = {("glued", w) for w in HONORIFICS["glued"]} | {("glued", w) for w in thai if w in ("นาย", "นาง", "นางสาว")}
    lines |= {("apart", w) for w in HONORIFICS["apart"] if " " not in w}
    write("honorifics.tsv", (f"{how}\t{word}" for how, word in sorted(lines)))


def variants():
    """Forms of one name that letters alone do not show to be one: Wikidata's name items in Latin letters, and English
    short forms, a line each."""
    import csv
    import pairs
    bare = lambda form: "".join(re.findall("[a-z]", form))
    # Letters alone compare what is near, and a long common beginning is mostly a form of the other sex.
    is_far = lambda a, b: pairs.distance(a, b) > 0.34 * max(len(a), len(b)) and len(os.path.commonprefix([a, b])) < 4
    lines = set()
    for names, latin in pairs.name_items():
        forms = sorted({bare(form) for form in latin if 1 < len(bare(form)) < 16})
        tags = {pairs.tag_of(name) for name in names}
        is_chinese = "han" in tags and not pairs.is_japanese(names) and not tags - {"hang", "han", None}
        # Many Korean names share a spelling, which the learnt costs know better.
        if "hang" in tags and not is_chinese:
            continue
        if 1 < len(forms) <= VARIANTS_MAX and (is_chinese or any(is_far(a, b) for a in forms for b in forms if a < b)):
            lines.add(" ".join(forms))
    short = collections.defaultdict(set)
    with open(f"{SITE}/nicknames/names.csv", encoding="utf8") as file:
        for line in csv.DictReader(file):
            short[line["name1"]].add(line["name2"])
    lines |= {" ".join([name, *sorted(forms)]) for name, forms in short.items()}
    write("variants.tsv", sorted(lines))


# Longer lists of forms mix several names.
VARIANTS_MAX = 24


def write(name, lines):
    with open(os.path.join(OUT, name), "w", encoding="utf8") as out:
        out.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    for source in (han, families, words, zawgyi, honorifics, variants):
        try:
            source()
        except Exception as error:
            print(f"{source.__name__}: {error!r}", file=sys.stderr)
