package readable

import (
	"bytes"
	"database/sql"
	"fmt"
	"io"
	"os"

	_ "modernc.org/sqlite" // the driver
)

// database lists the schema of an SQLite database and the rows of its tables,
// a value a line.
func database(data []byte) ([]byte, error) {
	file, err := os.CreateTemp("", "readable")
	if err != nil {
		return nil, err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	if _, err := file.Write(data); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", file.Name())
	if err != nil {
		return nil, err
	}
	defer db.Close()
	var out bytes.Buffer
	if _, err := list(db, &out, "select type, name, sql from sqlite_master order by type, name"); err != nil {
		return nil, err
	}
	tables, err := list(db, io.Discard, "select name from sqlite_master where type = 'table' order by name")
	if err != nil {
		return nil, err
	}
	for _, table := range tables {
		fmt.Fprintf(&out, "\n-- %s\n", table)
		if _, err := list(db, &out, fmt.Sprintf("select * from %q", table)); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

// list writes the rows of a query and returns the first value of each.
func list(db *sql.DB, w io.Writer, query string) ([]string, error) {
	rows, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	values := make([]sql.NullString, len(columns))
	places := make([]any, len(columns))
	for i := range values {
		places[i] = &values[i]
	}
	var first []string
	for rows.Next() {
		if err := rows.Scan(places...); err != nil {
			return nil, err
		}
		for i, v := range values {
			fmt.Fprintf(w, "%s: %s\n", columns[i], v.String)
		}
		first = append(first, values[0].String)
	}
	return first, rows.Err()
}
