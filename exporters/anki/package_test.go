package anki

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

// open returns the entries of a package and its database.
func open(t *testing.T, apkg string) (map[string]string, *sql.Conn) {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(apkg), int64(len(apkg)))
	if err != nil {
		t.Fatal(err)
	}
	entries := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		entries[f.Name] = string(b)
	}
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	err = conn.Raw(func(driver any) error {
		return driver.(interface{ Deserialize([]byte) error }).Deserialize([]byte(entries["collection.anki2"]))
	})
	if err != nil {
		t.Fatal(err)
	}
	return entries, conn
}

// query returns the rows of a query, their columns joined by "|".
func query(t *testing.T, conn *sql.Conn, q string) []string {
	t.Helper()
	rows, err := conn.QueryContext(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	var out []string
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(sql.NullString)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		var parts []string
		for _, v := range values {
			parts = append(parts, v.(*sql.NullString).String)
		}
		out = append(out, strings.ReplaceAll(strings.Join(parts, "|"), "\x1f", "~"))
	}
	return out
}

func TestPackage(t *testing.T) {
	out, diags := export(t, Package{}, sample())
	if len(diags) > 0 {
		t.Errorf("diagnostics: %v", diags)
	}
	entries, conn := open(t, out.text("cards.apkg"))
	if got := entries["media"]; got != `{"0":"recto-8f8cbb7dcf46e0bc7d53.png"}` || entries["0"] != "png" || len(entries) != 3 {
		t.Errorf("media %s in %d entries", got, len(entries))
	}
	const source = `<div class="recto-source"><small>net/tcp.md</small></div>`
	want := []string{
		`rTwoWays|1764000000101|1767323045||ACK~확인 응답` + source + `~y|ACK`,
		`rCloze|1764000000102|1767323045||SYN 다음은 {{c2::ACK}}~` + source + `|SYN 다음은 ACK`,
	}
	got := query(t, conn, `SELECT guid, mid, mod, tags, flds, sfld FROM notes WHERE guid IN ('rTwoWays','rCloze') ORDER BY id`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	want = []string{"rChoice|0|0|0|1", "rBasic|0|0|0|2", "rTwoWays|0|0|0|3", "rTwoWays|1|0|0|3", "rCloze|1|0|0|4"}
	got = query(t, conn, `SELECT guid, ord, type, queue, due FROM cards JOIN notes ON nid = notes.id ORDER BY cards.id`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cards (-want +got):\n%s", diff)
	}
	if got := query(t, conn, "SELECT tags FROM notes WHERE guid = 'rChoice'"); got[0] != " net::tcp 시험 " {
		t.Errorf("tags %q", got)
	}
	if got := query(t, conn, "PRAGMA integrity_check"); got[0] != "ok" {
		t.Errorf("integrity: %v", got)
	}
}

// TestSameFields checks that both routes write the same fields.
func TestSameFields(t *testing.T) {
	text, _ := export(t, &CSV{}, sample())
	pack, _ := export(t, Package{}, sample())
	_, conn := open(t, pack.text("cards.apkg"))
	all := text.text("cards.csv") + text.text("cards-reversed.csv") + text.text("cards-cloze.csv")
	for _, row := range query(t, conn, "SELECT flds FROM notes") {
		for f := range strings.SplitSeq(row, "~") {
			if !strings.Contains(all, `"`+strings.ReplaceAll(f, `"`, `""`)+`"`) {
				t.Errorf("the CSV has no field %s", f)
			}
		}
	}
}

// TestNoteTypes checks what must never change in published note types.
func TestNoteTypes(t *testing.T) {
	var got []string
	for _, nt := range noteTypes {
		got = append(got, fmt.Sprint(nt.ID, " ", nt.Name, " ", nt.Type))
		for i, f := range nt.Fields {
			got = append(got, fmt.Sprint("  ", f.ID, " ", f.Name, " ", f.Ord == i))
		}
		for i, tmpl := range nt.Templates {
			got = append(got, fmt.Sprint("  ", tmpl.ID, " ", tmpl.Name, " ", tmpl.Ord == i))
		}
	}
	want := []string{
		"1764000000101 Recto Basic 0",
		"  1764000000111 Front true", "  1764000000112 Back true", "  1764000000113 Add Reverse true",
		"  1764000000121 Card 1 true", "  1764000000122 Card 2 true",
		"1764000000102 Recto Cloze 1",
		"  1764000000131 Text true", "  1764000000132 Back Extra true",
		"  1764000000141 Cloze true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notes in Anki would no longer be updated (-want +got):\n%s", diff)
	}
	out, _ := export(t, Package{}, sample())
	_, conn := open(t, out.text("cards.apkg"))
	var models map[string]struct {
		ID   int64 `json:"id"`
		CSS  string
		Flds []struct{ Name string }
	}
	if err := json.Unmarshal([]byte(query(t, conn, "SELECT models FROM col")[0]), &models); err != nil {
		t.Fatal(err)
	}
	if len(models) != 2 || len(models["1764000000101"].Flds) != 3 {
		t.Errorf("models %v", models)
	}
}

// TestValidText checks that no text in the database is one that Anki refuses.
func TestValidText(t *testing.T) {
	bad := "a\xed\xa0\x80\x00b"
	k := newCard("r1", card.Question, say(bad), say(bad))
	k.Deck, k.Tags, k.Headings, k.Pos.File = bad, []string{bad}, []string{bad}, bad
	out, _ := export(t, Package{}, gather(k))
	_, conn := open(t, out.text("cards.apkg"))
	for _, row := range query(t, conn, "SELECT notes.*, decks FROM notes, col") {
		if !utf8.ValidString(row) || strings.Contains(row, "\x00") {
			t.Errorf("%q", row)
		}
	}
}

func TestPackageErrors(t *testing.T) {
	if _, err := (Package{}).Export(gather(&card.Card{Front: say("a")}), newFolder()); !errors.Is(err, errNoID) {
		t.Errorf("a card without id: %v", err)
	}
	out := newFolder()
	out.fail = "cards.apkg"
	if _, err := (Package{}).Export(sample(), out); !errors.Is(err, errFull) {
		t.Errorf("a full disk: %v", err)
	}
	out, _ = export(t, Package{}, gather())
	if len(out.files) != 0 {
		t.Error("no cards, but a file")
	}
}

func TestSameBytes(t *testing.T) {
	first, _ := export(t, Package{}, sample())
	for range 10 {
		again, _ := export(t, Package{}, sample())
		if !bytes.Equal(first.files["cards.apkg"].Bytes(), again.files["cards.apkg"].Bytes()) {
			t.Fatal("two exports differ")
		}
	}
}
