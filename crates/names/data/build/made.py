"""Writes labelled pairs of made names: `python3 made.py SITE_PACKAGES ../words.tsv > made.csv`.

The development pairs have no organisations, few slips of the pen and long names, and none in one script that is not
Latin, so that these help to fit what those mean. Names are put together from `Faker`'s lists of persons, words for
kinds of organisations and legal forms of words.tsv, and names of countries in `Babel`. A made name that is one with another was changed as people change names; one that is not
shares the family, the given name, or all but one word with it.
"""
import collections, csv, importlib, random, re, sys

from pairs import LATIN, distance, fold

LOCALES = "en_US en_GB en_IN de_DE fr_FR es_ES it_IT nl_NL pl_PL pt_BR sv_SE tr_TR ro_RO hu_HU id_ID hr_HR".split()
PERSONS, ORGANISATIONS, LONG = 1400, 1000, 400
SYLLABLES, OWN = "ko_KR zh_CN zh_TW".split(), 60
ALPHABETS = "ru_RU uk_UA bg_BG el_GR ar_AA fa_IR he_IL ka_GE hy_AM th_TH hi_IN bn_BD".split()
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def lists(locale):
    """Given and family names of a locale that are one word of Latin letters."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    fields = {"given": ("first_names", "first_names_male", "first_names_female"), "family": ("last_names",)}
    word = lambda name: name[:1].isupper() and name.isalpha() and LATIN.match(fold(name)) and 2 < len(name)
    return {kind: sorted({name for one in names for name in getattr(provider, one, ()) if word(name)})
            for kind, names in fields.items()}


def slip(word):
    """One slip of the pen: a letter left out, doubled, changed, or two exchanged."""
    at = random.randrange(2, len(word))
    change = random.randrange(4)
    if change == 0:
        return word[:at] + word[at + 1:]
    if change == 1:
        return word[:at] + word[at] + word[at:]
    if change == 2:
        vowel = word[at].lower() in "aeiou"
        return word[:at] + random.choice("aeiou" if vowel else LETTERS) + word[at + 1:]
    return word[:at - 1] + word[at] + word[at - 1] + word[at + 1:]


def slipped(words):
    """The words with one slip in a word that is long enough to be known again."""
    long = [at for at, word in enumerate(words) if 3 < len(word)]
    if not long:
        return None
    at = random.choice(long)
    return [slip(word) if here == at else word for here, word in enumerate(words)]


def nearest(word, words):
    return min((one for one in random.sample(words, min(150, len(words))) if distance(fold(one), fold(word)) > 2),
               key=lambda one: distance(fold(one), fold(word)))


def other(word, words):
    """Another word: half of the time the nearest of many, half of the time one with the same first letter."""
    same = [one for one in words if one[0] == word[0] and distance(fold(one), fold(word)) > 2]
    return random.choice(same) if same and random.random() < .5 else nearest(word, words)


def same_person(given, middle, family):
    full = [given, middle, family]
    return random.choices([
        lambda: (slipped(full[::2]), full[::2]), lambda: (slipped(slipped(full) or full), full),
        lambda: (full[::2], full), lambda: ([given, middle[0] + ".", family], full),
        lambda: ([given[0] + ".", family], full[::2]), lambda: ([family + ",", given, middle], full),
        lambda: ([family, given], slipped(full[::2])), lambda: ([given + family.lower()], full[::2]),
        lambda: ([random.choice(["Mr.", "Dr.", "President", "Prof."]), *full[::2]], full[::2]),
        lambda: ([given + "-" + middle, family], full),
    ], [40, 8, 10, 5, 4, 6, 6, 6, 3, 4])[0]()


def other_person(given, middle, family, names):
    return random.choices([
        lambda: ([other(given, names["given"]), family], [given, family]),
        lambda: ([given, other(family, names["family"])], [given, family]),
        lambda: ([given, other(middle, names["given"]), family], [given, middle, family]),
        lambda: ([given, middle, other(family, names["family"])], [given, middle, family]),
        lambda: ([other(given, names["given"]), family], [given, middle, family]),
        lambda: ([given, random.choice(names["family"])], [family, middle, random.choice(names["given"])]),
        lambda: ([random.choice([one for one in LETTERS.upper() if one != given[0]]) + ".", family], [given, family]),
    ], [30, 25, 12, 10, 8, 10, 5])[0]()


def persons(write):
    known = [names for names in map(lists, LOCALES) if 100 < min(map(len, names.values()))]
    for number in range(PERSONS):
        names = known[number % len(known)]
        given, middle = random.sample(names["given"], 2)
        family = random.choice(names["family"])
        for label, pair in ((1, same_person(given, middle, family)), (0, other_person(given, middle, family, names))):
            if all(pair):
                write("Person", " ".join(pair[0]), " ".join(pair[1]), label, given + family)


def long_names(write):
    """Names of four to six parts, as sons of sons bear them: one in which a single part is another is another's."""
    known = [names for names in map(lists, LOCALES) if 100 < min(map(len, names.values()))]
    for number in range(LONG):
        names = known[number % len(known)]
        chain = random.sample(names["given"], random.randrange(3, 6))
        if random.random() < .3:
            chain.insert(random.randrange(1, len(chain)), random.choice(["Ben", "Bin", "De", "Abu"]))
        full = [*chain, random.choice(["", "", "Al-"]) + random.choice(names["family"])]
        long = [at for at, word in enumerate(full) if 3 < len(word)]
        at, inner = random.choice(long), random.randrange(1, len(full) - 1)
        kind = "family" if at + 1 == len(full) else "given"
        swapped = random.choice([other(full[at], names[kind]), random.choice(names["given"])])
        same = random.choices([
            lambda: full[:inner] + full[inner + 1:], lambda: [full[0], full[-1]], lambda: [full[-1] + ",", *full[:-1]],
            lambda: full[:-1], lambda: [*full[:inner], full[inner] + full[inner + 1].lower(), *full[inner + 2:]],
        ], [40, 15, 15, 15, 15])[0]()
        different = [*full[:at], swapped, *full[at + 1:]]
        for label, one in ((1, same), (0, different)):
            if one and one != full:
                out = " ".join(one), " ".join(full)
                write("Person", *(out if random.random() < .5 else out[::-1]), label, full[0] + full[-1], "long")


def own_lists(locale):
    """Given and family names of a locale in its own script."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    fields = {"given": ("first_names", "first_names_male", "first_names_female"),
              "family": ("last_names", "last_names_male", "last_names_female")}
    word = lambda name: not name.isascii() and not re.search("[ A-Za-z()]", name)
    return {kind: sorted({name for one in names for name in getattr(provider, one, ()) if word(name)})
            for kind, names in fields.items()}


def own_slip(word, letters):
    at = random.randrange(1, len(word))
    change = random.randrange(4)
    if change < 2:
        return word[:at] + word[at + change:] if change else word[:at] + word[at] + word[at:]
    if change == 2:
        return word[:at] + random.choice(letters) + word[at + 1:]
    return word[:at - 1] + word[at] + word[at - 1] + word[at + 1:]


def own_scripts(write):
    """Names in one script that is not Latin: of syllables, each counts; of letters, a pen slips."""
    for locale in SYLLABLES + ALPHABETS:
        names = own_lists(locale)
        if min(map(len, names.values())) < 8:
            continue
        letters = [letter for name in names["family"] for letter in name if letter.isalpha()]
        pool = sorted({letter for name in names["given"] for letter in name})
        for _ in range(OWN):
            given, middle = random.sample(names["given"], 2)
            family = random.choice(names["family"])
            if locale in SYLLABLES:
                at = random.randrange(len(given))
                changed = given[:at] + random.choice([one for one in pool if one != given[at]]) + given[at + 1:]
                pair = random.choice([(family + given, family + " " + given), (given + " " + family, family + given)])
                different = random.choice([changed, changed, middle])
                write("Person", *pair, 1, family + given, "own", locale)
                write("Person", family + given, family + different, 0, family + given, "own", locale)
                continue
            near = min((one for one in random.sample(names["family"], min(60, len(names["family"]))) if one != family),
                       key=lambda one: distance(one, family))
            full = [given, family]
            at = random.choice([0, 1, 1])
            slipped_one = own_slip(full[at], letters) if 3 < len(full[at]) else full[at]
            same = random.choice([[slipped_one if here == at else one for here, one in enumerate(full)], full[::-1],
                                  [given, middle, family]])
            different = random.choice([[middle, family], [given, near], [given, random.choice(names["family"])]])
            write("Person", " ".join(full), " ".join(same), 1, given + family, "own", locale)
            if different != full:
                write("Person", " ".join(full), " ".join(different), 0, given + family, "own", locale)


def organisations(write, words):
    forms = collections.defaultdict(list)
    kinds = set()
    for line in open(words, encoding="utf8"):
        tag, word, *meaning = line.rstrip("\n").split("\t")
        if tag == "form" and re.fullmatch(r"[a-z. ]{2,26}", word):
            forms[meaning[0]].append(word)
        elif tag == "kind" and re.fullmatch("[a-z]{4,14}", word):
            kinds.add(word.capitalize())
    forms = {meaning: spelt for meaning, spelt in forms.items() if 3 < len(spelt)}
    kinds = sorted(kinds)
    from babel import Locale
    places = sorted(name for name in Locale("en").territories.values() if name.isalpha() and name.isascii())
    brands = [name for locale in LOCALES for name in lists(locale)["family"]]
    acronym = lambda: "".join(random.choices("BCDFGHKLMNPRSTVW", k=3))
    for _ in range(ORGANISATIONS):
        brand = random.choice(brands) if random.random() < .85 else acronym()
        word, more = random.sample(kinds, 2)
        place, elsewhere = random.sample(places, 2)
        meaning, strange = random.sample(sorted(forms), 2)
        form, spelt = random.sample(forms[meaning], 2)
        core = random.choice([[brand, word], [brand], [brand, word], [place, word, brand], [brand, word, place], [brand, more, word]])
        short, at = acronym(), random.randrange(3)
        swap = lambda old, new: [new if one == old else one for one in core]
        same = random.choices([
            lambda: ([*(slipped(core) or core), form], [*core, form]), lambda: ([*core, spelt], [*core, form]),
            lambda: (core, [*core, form]), lambda: ([form, *core], [*core, spelt]), lambda: (["The", *core], [*core, form]),
            lambda: (["".join(core[:2]), *core[2:]], core), lambda: ([*(slipped(core) or core), spelt], [*core, form]),
            lambda: (core, [*core, random.choice(["Group", "International", "Holding"])]),
        ], [40, 12, 10, 8, 4, 6, 10, 4])[0]()
        different = random.choices([
            lambda: (swap(brand, other(brand, brands)), core), lambda: (swap(word, more), [*core, *([] if word in core else [more])]),
            lambda: ([*core, place], [*core, elsewhere]), lambda: ([brand, word], [brand, more]),
            lambda: ([brand, word, place], [brand, more, place]), lambda: ([*core, forms[strange][0]], [*core, form]),
            lambda: ([short, word], [short[:at] + random.choice("AEIOUXZ") + short[at + 1:], word]),
            lambda: ([*core, random.choice([more, place, elsewhere])], [*core, form]),
        ], [36, 8, 12, 14, 8, 4, 6, 12])[0]()
        for label, pair in ((1, same), (0, different)):
            if pair[0] != pair[1]:
                write("Company", " ".join(pair[0]), " ".join(pair[1]), label, brand + word)


if __name__ == "__main__":
    random.seed(20261122)
    sys.path.insert(0, sys.argv[1])
    out = csv.writer(sys.stdout)
    out.writerow(("set", "schema", "name1", "name2", "script1", "script2", "label", "source_id"))
    write = lambda schema, one, two, label, source, name="made", script="latin": out.writerow(
        (name, schema, one, two, script, schema, label, source))
    persons(write)
    organisations(write, sys.argv[2])
    long_names(write)
    own_scripts(write)
