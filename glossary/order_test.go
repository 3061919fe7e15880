package glossary

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestAppendSortText(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"가용 영역", "가용영역"},
		{"EKS 클러스터 2", "EKS클러스터2"},
		{"“각” 괄호", "각”괄호"},
		{"Étude", "Étude"},
		{"…", "…"},
		{"", ""},
	} {
		if got, want := string(appendSortText(nil, tt.name)), norm.NFD.String(tt.want); got != want {
			t.Errorf("appendSortText(%q) = %+q, want %+q", tt.name, got, want)
		}
	}
}

// TestAppendJamo checks the short way of taking syllables apart against the
// long one.
func TestAppendJamo(t *testing.T) {
	for r := '가'; r <= '힣'; r++ {
		if got, want := string(appendJamo(nil, r)), norm.NFD.String(string(r)); got != want {
			t.Fatalf("appendJamo(%q) = %+q, want %+q", r, got, want)
		}
	}
}
