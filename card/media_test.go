package card

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// watched notes that it has been closed.
type watched struct {
	io.Reader
	closed *bool
}

func (w watched) Close() error { *w.closed = true; return nil }

func TestMediaSum(t *testing.T) {
	bad := errors.New("disk on fire")
	tests := []struct {
		name    string
		reader  io.Reader
		err     error // of Open
		want    string
		wantErr string
	}{
		{name: "file", reader: strings.NewReader("abc"), want: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}, // FIPS 180-2, B.1
		{name: "gone", err: bad, wantErr: "opening a/b.png: disk on fire"},
		{name: "broken", reader: iotest.ErrReader(bad), wantErr: "reading a/b.png: disk on fire"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			closed := tt.reader == nil
			m := &Media{Path: "a/b.png", Open: func() (io.ReadCloser, error) {
				if tt.err != nil {
					return nil, tt.err
				}
				return watched{tt.reader, &closed}, nil
			}}
			got, err := m.Sum()
			if got != tt.want {
				t.Errorf("sum %q, want %q", got, tt.want)
			}
			if tt.wantErr != "" && (!errors.Is(err, bad) || err.Error() != tt.wantErr) || tt.wantErr == "" && err != nil {
				t.Errorf("error %v, want %q", err, tt.wantErr)
			}
			if !closed {
				t.Error("left open")
			}
		})
	}
}
