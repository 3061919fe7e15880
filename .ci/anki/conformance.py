"""Checks recto's output against Anki itself: conformance.py RECTO SAMPLE.

RECTO is the program; SAMPLE a folder with the output of TestWriteSample.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import course
from ankicol import LANGUAGES, STOCK, AnkiCollection, text

ROUTES = ("csv", "apkg")
OWN = ("Recto Basic", "Recto Basic", "Recto Cloze")
KINDS = {"reversed": 1, "cloze": 2}

failures = []
checks = 0


def check(ok, *message):
    global checks
    checks += 1
    if not ok:
        failures.append(" ".join(str(m) for m in message))
        print("FAIL", failures[-1])


class Notes:
    """A folder of notes and the output folder that recto fills from it."""

    def __init__(self, recto, notes, epoch):
        self.recto, self.epoch = recto, epoch
        self.root = tempfile.mkdtemp()
        self.out = os.path.join(self.root, "out")
        self.replace(notes)

    def replace(self, notes):
        folder = os.path.join(self.root, "course")
        shutil.rmtree(folder, ignore_errors=True)
        course.write(folder, notes)

    def export(self, lock=True, flags=()):
        """Runs recto and returns {id: card of cards.json}."""
        if not lock:
            os.remove(os.path.join(self.out, "recto.lock"))
        for name in os.listdir(self.out) if os.path.isdir(self.out) else ():
            if name.endswith((".csv", ".apkg")):
                os.remove(os.path.join(self.out, name))
        self.epoch += 60
        env = dict(os.environ, SOURCE_DATE_EPOCH=str(self.epoch))
        run = subprocess.run(
            [self.recto, "-q", "-o", self.out, "-t", "anki,apkg,json", *flags, os.path.join(self.root, "course")],
            env=env, capture_output=True, text=True, check=False,
        )
        check(run.returncode == 0, "recto:", run.returncode, run.stderr)
        with open(os.path.join(self.out, "cards.json"), encoding="utf-8") as f:
            return {c["id"]: c for c in json.load(f)}


def plain(s):
    return " ".join(s.split())


def expect_cards(label, col, cards, types):
    """Checks that a collection holds the cards of cards.json and no others."""
    notes = col.notes()
    check(notes.keys() == cards.keys(), label, "guids differ:", notes.keys() ^ cards.keys())
    for guid in notes.keys() & cards.keys():
        note, card = notes[guid], cards[guid]
        kind = KINDS.get(card["kind"], 0)
        here = f"{label} {card['front']!r}:"
        check(note.note_type()["name"] == types[kind], here, "note type", note.note_type()["name"])
        check(sorted(note.tags) == sorted(card["tags"]), here, "tags", note.tags, card["tags"])
        check(plain(card["front"]) in plain(text(note.fields[0])), here, "front", note.fields[0])
        for line in card["back"].split("\n") if kind != 2 else ():
            check(plain(line.split(". ")[-1]) in plain(text(note.fields[1])), here, "back", line, "not in", note.fields[1])
        check(len(note.cards()) == (2 if kind == 1 else 1) or kind == 2, here, "number of cards")
    for fault in col.faults():
        check(False, label, fault)


def expect_decks(label, col, cards):
    decks = {col.col.decks.name(c.did) for n in col.notes().values() for c in n.cards()}
    want = {c["deck"] for c in cards.values()}
    check(decks == want, label, "decks", decks ^ want)


def imported(label, got, want):
    check(got == {k: n for k, n in want.items() if n}, label, "outcome", got, "instead of", want)


def lifecycle(recto, language, route, keep_lock):
    """First import, second import, then edits with progress recorded."""
    label = f"{language} {route} {'with' if keep_lock else 'without'} lock:"
    types = STOCK[language] if route == "csv" else OWN
    notes = Notes(recto, course.NOTES, 1_770_000_000)
    col = AnkiCollection(language)
    before = notes.export()
    imported(label + " first", col.import_folder(notes.out, route), {"new": len(before)})
    expect_cards(label + " first", col, before, types)
    expect_decks(label + " first", col, before)
    check(notes.export() == before, label, "a second run gives other cards")
    imported(label + " again", col.import_folder(notes.out, route), {"duplicate": len(before)})

    col.review_all()
    schedules = col.schedules()
    notes.replace(course.edited(course.NOTES))
    after = notes.export(lock=keep_lock)
    lost = set() if keep_lock else {i for i, c in before.items() if c["front"] in course.REWORDED}
    added = {i for i in after if i not in before}
    gone = {i for i in before if i not in after}
    inserted = course.INSERTED if keep_lock else course.INSERTED | {c["front"] for c in after.values() if c["id"] in added}
    check({after[i]["front"] for i in added} == inserted, label, "new cards", [after[i]["front"] for i in added])
    check({before[i]["front"] for i in gone - lost} == course.DELETED, label, "lost cards", [before[i]["front"] for i in gone])
    check(len(added) == len(course.INSERTED) + len(lost), label, len(added), "cards are new")

    got = col.import_folder(notes.out, route)
    check(got.get("new", 0) == len(added), label, "edited: outcome", got)
    check(not got.keys() - {"new", "updated", "duplicate"}, label, "edited: outcome", got)
    check(keep_lock or route == "csv" or "duplicate" not in got, label, "edited: outcome", got)
    now = col.schedules()
    for key, schedule in schedules.items():
        check(now.get(key) == schedule, label, "schedule of", before[key[0]]["front"], schedule, now.get(key))
    check(len(now) == len(schedules) + len(added), label, "number of cards")
    old = {i: before[i] for i in gone}
    expect_cards(label + " edited", col, {**old, **after}, types)
    imported(label + " edited again", col.import_folder(notes.out, route), {"duplicate": len(after)})
    col.close()
    return len(before), got


def hostile(recto, language, route):
    label = f"{language} {route} hostile:"
    notes = Notes(recto, course.HOSTILE, 1_770_000_000)
    col = AnkiCollection(language)
    cards = notes.export()
    imported(label, col.import_folder(notes.out, route), {"new": len(cards)})
    found = col.notes()
    for guid, card in cards.items():
        for side, field in (("front", 0), ("back", 1)):
            want = unicodedata.normalize("NFC", card[side])
            got = text(found[guid].fields[field])
            check(got == want, label, side, repr(got[:300]), "instead of", repr(want[:300]))
    backs = [text(n.fields[1]) for n in found.values()]
    check(course.VERBATIM in backs, label, "code is not verbatim")
    check(sum(len(b) > 100_000 for b in backs) == 1, label, "the long field")
    for fault in col.faults():
        check(False, label, fault)
    imported(label + " again", col.import_folder(notes.out, route), {"duplicate": len(cards)})
    col.close()
    return len(cards), {}


def gallery(sample, language, route):
    """Every kind of card and content, among them what few notes have."""
    label = f"{language} {route} gallery:"
    col = AnkiCollection(language)
    got = col.import_folder(os.path.join(sample, route), route)
    notes = col.notes()
    imported(label, got, {"new": len(notes)})
    types = STOCK[language] if route == "csv" else OWN
    for guid, kind, ords in (("gDefinition", 0, [0]), ("gChoice", 0, [0]), ("gReversed", 1, [0, 1]), ("gCloze", 2, [0, 1])):
        note = notes[guid]
        check(note.note_type()["name"] == types[kind], label, guid, note.note_type()["name"])
        check([c.ord for c in note.cards()] == ords, label, guid, "cards", [c.ord for c in note.cards()])
    question = notes["gCloze"].cards()[1].render_output(reload=True).question_text
    check("[몇 번?]" in question and "3-way handshake" in question, label, "cloze question", question)
    for card in notes["gHostile"].cards():
        output = card.render_output(reload=True)
        check(not output.question_av_tags and not output.answer_av_tags, label, "sounds", output.question_av_tags)
        check(f"# {course.GALLERY_MARKS}" in text(output.question_text), label, "hostile question", output.question_text)
    for fault in col.faults():
        check(False, label, fault)
    col.close()
    return len(notes), got


def stock_first(recto):
    """Notes that came by CSV before the package's note types did."""
    notes = Notes(recto, course.NOTES, 1_770_000_000)
    col = AnkiCollection("ko")
    cards = notes.export()
    imported("CSV first", col.import_folder(notes.out, "csv"), {"new": len(cards)})
    imported("package after CSV", col.import_folder(notes.out, "apkg"), {"conflicting": len(cards)})
    imported("CSV after both", col.import_folder(notes.out, "csv"), {"conflicting": len(cards)})
    col.review_all()
    schedules = col.schedules()
    notes.replace(course.edited(course.NOTES))
    notes.export(flags=["--anki-stock"])
    got = col.import_folder(notes.out, "csv")
    check(got.get("new") == len(course.INSERTED) and "conflicting" not in got, "CSV with --anki-stock:", got)
    now = col.schedules()
    check(all(now[k] == s for k, s in schedules.items()), "CSV with --anki-stock: schedules")
    col.close()
    return len(cards), got


def grown(sample):
    """Notes that ask more than before get the new cards and keep the old."""
    col = AnkiCollection("en")
    before = col.import_folder(os.path.join(sample, "apkg"), "apkg")
    col.review_all()
    schedules = col.schedules()
    got = col.import_folder(os.path.join(sample, "later"), "apkg")
    imported("grown", got, {"updated": 3, "duplicate": before["new"] - 3})
    now = col.schedules()
    check(all(now[k] == s for k, s in schedules.items()), "grown: schedules")
    check(now.keys() - schedules.keys() == {("gDefinition", 1), ("gCloze", 2)}, "grown: cards", now.keys() - schedules.keys())
    faults = col.faults()
    check(len(faults) == 1 and faults[0].startswith("unused media"), "grown:", faults)
    col.close()
    return before["new"], got


def own_edits(recto):
    """What becomes of a back and a tag that were changed inside Anki."""
    notes = Notes(recto, course.NOTES, 1_770_000_000)
    cards = notes.export()
    guid = next(i for i, c in cards.items() if c["front"] == "캐시")
    col = AnkiCollection("en")
    col.import_folder(notes.out, "apkg")

    def edit():
        note = col.notes()[guid]
        note.fields[1], note.tags = "mine", ["mine"]
        col.col.update_note(note)

    def expect(label, mine):
        note = col.notes()[guid]
        check((note.fields[1] == "mine", note.tags == ["mine"]) == (mine, mine), "own edits:", label, note.fields, note.tags)

    edit()
    imported("own edits, package", col.import_folder(notes.out, "apkg"), {"duplicate": len(cards)})
    expect("an unchanged package", True)
    notes.export(flags=["--anki-keep"])
    imported("own edits, keep", col.import_folder(notes.out, "csv"), {"first_field_match": len(cards)})
    expect("a CSV with --anki-keep", True)
    notes.export()
    imported("own edits, CSV", col.import_folder(notes.out, "csv"), {"updated": 1, "duplicate": len(cards) - 1})
    expect("a CSV", False)
    edit()
    notes.replace({n: t.replace("가까이 두는", "곁에 두는") for n, t in course.NOTES.items()})
    notes.epoch = 4_000_000_000  # later than the edit, which was made now
    notes.export()
    got = col.import_folder(notes.out, "apkg")
    imported("own edits, changed note", got, {"updated": 1, "duplicate": len(cards) - 1})
    expect("a package with a newer change", False)
    col.close()
    return len(cards), got


def change_routes(recto):
    """A collection that has the package's note types takes either route."""
    notes = Notes(recto, course.NOTES, 1_770_000_000)
    col = AnkiCollection("en")
    cards = notes.export()
    imported("package first", col.import_folder(notes.out, "apkg"), {"new": len(cards)})
    imported("then CSV", col.import_folder(notes.out, "csv"), {"duplicate": len(cards)})
    col.review_all()
    schedules = col.schedules()
    notes.replace(course.edited(course.NOTES))
    after = notes.export()
    got = col.import_folder(notes.out, "csv")
    check(got.get("new") == len(course.INSERTED) and got.get("updated", 0) > 0, "then edits by CSV:", got)
    now = col.schedules()
    check(all(now[k] == s for k, s in schedules.items()), "change of routes: schedules")
    imported("then the package", col.import_folder(notes.out, "apkg"), {"duplicate": len(after)})
    col.close()
    return len(cards), got


def main():
    recto, sample = sys.argv[1:]
    for language in LANGUAGES:
        for route in ROUTES:
            for name, run in (
                ("with lock", lambda: lifecycle(recto, language, route, True)),
                ("without lock", lambda: lifecycle(recto, language, route, False)),
                ("hostile", lambda: hostile(recto, language, route)),
                ("gallery", lambda: gallery(sample, language, route)),
            ):
                n, got = run()
                print(f"{language:7} {route:5} {name:13} {n:3} cards", got or "")
    for name, run in (
        ("both routes", lambda: change_routes(recto)),
        ("stock first", lambda: stock_first(recto)),
        ("grown", lambda: grown(sample)),
        ("own edits", lambda: own_edits(recto)),
    ):
        n, got = run()
        print(f"{'en':7} {'':5} {name:13} {n:3} cards", got)
    print(f"{checks} checks, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
