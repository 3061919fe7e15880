package anki

import (
	"context"
	"crypto/sha1"
	"database/sql"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the database driver
)

//go:embed schema.sql
var schema string

//go:embed indexes.sql
var indexes string

// collection is an Anki collection in memory: a database of schema 11, which
// every Anki reads. An error stays and shows in the end.
type collection struct {
	db    *sql.DB
	conn  *sql.Conn
	notes *sql.Stmt
	cards *sql.Stmt
	decks map[string]int64
	taken map[int64]bool
	mod   time.Time
	note  int64 // id of the next note
	card  int64 // id of the next card
	due   int   // position of the next note among the new ones
	err   error
}

// epoch is the moment of a collection that knows no other.
var epoch = time.Unix(typesMod, 0)

// newCollection begins a collection of about n notes that changed last at
// mod. Ids are milliseconds, as Anki shows them as dates.
func newCollection(ctx context.Context, mod time.Time, n int) (*collection, error) {
	if mod.Unix() <= 0 {
		mod = epoch
	}
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	first := mod.UnixMilli() - int64(n)
	c := &collection{
		db: db, mod: mod, note: first, card: first,
		decks: map[string]int64{}, taken: map[int64]bool{},
	}
	c.conn, c.err = db.Conn(ctx) // each connection has a memory of its own
	c.exec(ctx, "PRAGMA temp_store=MEMORY; PRAGMA journal_mode=OFF; PRAGMA locking_mode=EXCLUSIVE; BEGIN;"+schema)
	c.notes = c.prepare(ctx, "INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,'')")
	c.cards = c.prepare(ctx, "INSERT INTO cards VALUES (?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'{}')")
	if c.err != nil {
		return nil, errors.Join(c.err, db.Close())
	}
	return c, nil
}

func (c *collection) exec(ctx context.Context, query string, args ...any) {
	if c.err == nil {
		_, c.err = c.conn.ExecContext(ctx, query, args...)
	}
}

func (c *collection) prepare(ctx context.Context, query string) *sql.Stmt {
	var s *sql.Stmt
	if c.err == nil {
		s, c.err = c.conn.PrepareContext(ctx, query)
	}
	return s
}

// add puts a note with its cards into the collection, new and in the order
// of the calls.
func (c *collection) add(ctx context.Context, n *note) {
	if c.err != nil {
		return
	}
	tags := ""
	if len(n.tags) > 0 {
		tags = " " + strings.Join(n.tags, " ") + " "
	}
	_, c.err = c.notes.ExecContext(ctx, c.note, n.guid, noteTypeOf(n.form), n.mod, tags,
		strings.Join(n.fields, "\x1f"), n.sort, checksum(n.sort))
	c.due++
	for _, ord := range n.ords {
		if c.err != nil {
			return
		}
		_, c.err = c.cards.ExecContext(ctx, c.card, c.note, c.deck(n.deck), ord, n.mod, c.due)
		c.card++
	}
	c.note++
}

// deck returns the id of a deck. Anki goes by the name; the id only has to be
// unique, and is the same in every package.
func (c *collection) deck(name string) int64 {
	if id, ok := c.decks[name]; ok {
		return id
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	id := int64(1700000000000) + int64(h.Sum32())
	for c.taken[id] {
		id++
	}
	c.decks[name], c.taken[id] = id, true
	return id
}

// checksum returns what Anki looks up equal first fields by.
func checksum(s string) int64 {
	sum := sha1.Sum([]byte(s))
	return int64(binary.BigEndian.Uint32(sum[:]))
}

// bytes ends the collection and returns its file.
func (c *collection) bytes(ctx context.Context) ([]byte, error) {
	types := map[string]noteType{}
	for _, t := range noteTypes {
		types[strconv.FormatInt(t.ID, 10)] = t
	}
	c.exec(ctx, "INSERT INTO col VALUES (1,?,?,?,11,0,0,0,'{}',?,?,?,'{}')",
		int64(typesMod), c.mod.UnixMilli(), int64(typesMod)*1000, marshal(types), marshal(c.deckTable()), marshal(deckOptions))
	c.exec(ctx, indexes+"COMMIT;")
	var file []byte
	if c.err == nil {
		c.err = c.conn.Raw(func(driver any) (err error) {
			s, ok := driver.(interface{ Serialize() ([]byte, error) })
			if !ok {
				return errors.New("the database driver cannot hand over its file")
			}
			file, err = s.Serialize()
			return err
		})
	}
	if err := errors.Join(c.err, c.close()); err != nil {
		return nil, fmt.Errorf("building the collection: %w", err)
	}
	return file, nil
}

func (c *collection) close() error {
	return errors.Join(c.notes.Close(), c.cards.Close(), c.conn.Close(), c.db.Close())
}

// deckTable returns the decks as schema 11 keeps them.
func (c *collection) deckTable() map[string]any {
	table := map[string]any{"1": deckEntry(1, "Default")}
	for name, id := range c.decks {
		table[strconv.FormatInt(id, 10)] = deckEntry(id, name)
	}
	return table
}

func deckEntry(id int64, name string) map[string]any {
	today := []int{0, 0}
	return map[string]any{
		"id": id, "name": name, "mod": int64(typesMod), "usn": -1, "desc": "", "dyn": 0, "conf": 1, "collapsed": false,
		"extendNew": 0, "extendRev": 0, "newToday": today, "revToday": today, "lrnToday": today, "timeToday": today,
	}
}

// deckOptions is the default group of options, which Anki does not import.
var deckOptions = map[string]any{"1": map[string]any{
	"id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true,
	"new":   map[string]any{"delays": []int{1, 10}, "ints": []int{1, 4, 7}, "initialFactor": 2500, "order": 1, "perDay": 20, "bury": false},
	"rev":   map[string]any{"perDay": 200, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "bury": false},
	"lapse": map[string]any{"delays": []int{10}, "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 0},
}}

// marshal returns v as JSON with sorted keys. The values here always can be.
func marshal(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}
