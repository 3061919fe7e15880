package card

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// Sum reads the file and returns the SHA-256 of its content in hexadecimal
// digits. Nothing is kept: callers that ask often remember the answer.
func (m *Media) Sum() (string, error) {
	r, err := m.Open()
	if err != nil {
		return "", fmt.Errorf("opening %s: %w", m.Path, err)
	}
	defer r.Close()
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return "", fmt.Errorf("reading %s: %w", m.Path, err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
