package glossary

import "testing"

// TestKey proves which spellings are one term and which are two.
func TestKey(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"load balancer", "Load-Balancer", true},
		{"API", "api", true},
		{"ｌｓ", "ls", true},
		{"C", "C++", false},
		{"k", "K", false},
		{"-r", "-R", false},
		{"ls -a", "ls -A", false},
		{"Vitamin A", "vitamin a", true},
	} {
		if got := Key(c.a) == Key(c.b); got != c.same {
			t.Errorf("Key(%q) == Key(%q) is %v, want %v", c.a, c.b, got, c.same)
		}
	}
}
