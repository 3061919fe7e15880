"""An Anki collection as its own windows drive it."""

import os
import shutil
import tempfile
from html.parser import HTMLParser

import anki.lang
from anki.collection import Collection, ImportAnkiPackageRequest, ImportCsvRequest

OUTCOMES = (
    "new updated duplicate conflicting first_field_match missing_notetype missing_deck empty_first_field"
).split()

# The languages that collections are made in. "ko-old" is a Korean collection
# made by Anki 2.1.60 or earlier, whose stock names were translated.
LANGUAGES = ("en", "ko", "ja", "ko-old")

OLD_KOREAN = {
    "Basic": ("기본", ["앞면", "뒷면"]),
    "Basic (and reversed card)": ("기본 (역방향 카드 포함)", ["앞면", "뒷면"]),
    "Cloze": ("빈칸 뚫기", ["내용", "뒷면 추가 필드"]),
}

STOCK = {
    "en": ("Basic", "Basic (and reversed card)", "Cloze"),
    "ko": ("Basic", "Basic (and reversed card)", "Cloze"),
    "ja": ("基本", "基本 (表面と裏面を反転したカードも作成)", "穴埋め問題"),
    "ko-old": tuple(name for name, _ in OLD_KOREAN.values()),
}


class AnkiCollection:
    """A new collection in a folder of its own."""

    def __init__(self, language):
        self.folder = tempfile.mkdtemp()
        anki.lang.set_lang(language.removesuffix("-old"))
        self.col = Collection(os.path.join(self.folder, "collection.anki2"))
        if language == "ko-old":
            self._translate(OLD_KOREAN)
        self._use_own_type()

    def _translate(self, names):
        for model in self.col.models.all():
            if model["name"] in names:
                model["name"], fields = names[model["name"]]
                for field, name in zip(model["flds"], fields):
                    field["name"] = name
                self.col.models.update_dict(model)

    def _use_own_type(self):
        """Makes a type of the user's own the current one: what Anki falls back to."""
        models = self.col.models
        own = models.new("Own")
        for name in ("One", "Two", "Three"):
            models.add_field(own, models.new_field(name))
        template = models.new_template("Only")
        template["qfmt"], template["afmt"] = "{{One}}", "{{Two}}"
        models.add_template(own, template)
        models.set_current(models.get(models.add_dict(own).id))

    def close(self):
        self.col.close()
        shutil.rmtree(self.folder)

    def import_folder(self, out, route):
        """Imports what recto wrote into a folder; returns {outcome: number}."""
        if route == "apkg":
            return self._import_package(os.path.join(out, "cards.apkg"))
        media = os.path.join(out, "media")
        if os.path.isdir(media):
            shutil.copytree(media, self.col.media.dir(), dirs_exist_ok=True)
        total = {}
        for name in sorted(os.listdir(out)):
            if name.endswith(".csv"):
                for outcome, n in self._import_csv(os.path.join(out, name)).items():
                    total[outcome] = total.get(outcome, 0) + n
        return total

    def _import_csv(self, path):
        metadata = self.col.get_csv_metadata(path, None)
        del metadata.preview[:]  # as ts/routes/import-csv/lib.ts does
        return outcomes(self.col.import_csv(ImportCsvRequest(path=path, metadata=metadata)))

    def _import_package(self, path):
        options = self.col._backend.get_import_anki_package_presets()  # of the dialog
        return outcomes(self.col.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options)))

    def notes(self):
        """Returns {guid: note}."""
        return {n.guid: n for n in (self.col.get_note(i) for i in self.col.find_notes(""))}

    def review_all(self):
        """Gives every card a schedule of its own."""
        for i, cid in enumerate(sorted(self.col.find_cards(""))):
            card = self.col.get_card(cid)
            card.type = card.queue = 2
            card.due, card.ivl, card.factor = 100 + i, 10 + i, 2000 + i
            card.reps, card.lapses = 3 + i % 7, i % 3
            self.col.update_card(card)

    def schedules(self):
        """Returns {(guid, ordinal): all that reviewing has set}."""
        return {
            (n.guid, c.ord): (c.id, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses)
            for n in self.notes().values()
            for c in n.cards()
        }

    def faults(self):
        """Returns what no import may leave behind."""
        found = []
        for guid, note in self.notes().items():
            if note.fields_check() != 0:
                found.append(f"{guid}: fields_check says {note.fields_check()}")
            for card in note.cards():
                output = card.render_output(reload=True)
                if not text(output.question_text).strip():
                    found.append(f"{guid}/{card.ord}: empty question")
                for part in (output.question_text, output.answer_text):
                    if "{{" in part or "<script" in part:
                        found.append(f"{guid}/{card.ord}: shows {part!r}")
        check = self.col.media.check()
        found += [f"missing media {name}" for name in check.missing]
        found += [f"unused media {name}" for name in check.unused]
        found += [f"empty cards of note {n.note_id}" for n in self.col.get_empty_cards().notes]
        found += [f"deck {d.name}" for d in self.col.decks.all_names_and_ids() if "+" in d.name]
        return found


def outcomes(response):
    log = response.log
    counts = {o: len(getattr(log, o)) for o in OUTCOMES}
    return {o: n for o, n in counts.items() if n}


class _Text(HTMLParser):
    SMALL = ("recto-path", "recto-source")

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        if tag == "br":
            self.handle_data("\n")
        elif tag == "img":
            self.handle_data(dict(attrs).get("alt", ""))
        elif tag == "div" and (self.hidden or dict(attrs).get("class") in self.SMALL):
            self.hidden += 1

    def handle_endtag(self, tag):
        if tag == "div" and self.hidden:
            self.hidden -= 1

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def text(html):
    """Returns the text of a field without the small print."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)
