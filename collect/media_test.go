package collect

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"recto/card"
	"recto/vault"
)

// pictures returns the images on a collection's cards, in order.
func pictures(c *card.Collection) []*card.Image {
	var out []*card.Image
	for k := range c.Cards() {
		card.Walk(k.Sides(), func(in card.Inline) {
			if img, ok := in.(*card.Image); ok {
				out = append(out, img)
			}
		})
	}
	return out
}

// TestMedia holds that images find their files, one pointer a file, that a
// remote image needs none, and that a missing one is reported at its own line.
func TestMedia(t *testing.T) {
	const png = "\x89PNG\r\n\x1a\n"
	fsys := fstest.MapFS{
		"net/tcp.md": {Data: []byte("# TCP\n\n" +
			"Q: What opens a connection?\nA: The handshake. ![SYN](pics/handshake.png)\n![gone](pics/gone.png)\n\n" +
			"Q: What is remote?\nA: This. ![far](https://example.com/far.png)\n")},
		"udp.md":                 {Data: []byte("- UDP : sends without asking ![SYN](net/pics/handshake.png)\n- MTU : the most a frame holds ![MTU](mtu.png)\n")},
		"net/pics/handshake.png": {Data: []byte(png + "1")},
		"mtu.png":                {Data: []byte(png + "22")},
	}
	c, diags := Notes(rules, []Input{{Source: Folder{Vault: vault.Open(fsys, vault.Options{})}, Prefix: "class/"}})
	type shown struct {
		Dest, Path string
	}
	var got []shown
	byPath := map[string]*card.Media{}
	for _, img := range pictures(c) {
		s := shown{Dest: img.Dest}
		if m := img.Media; m != nil {
			s.Path = m.Path
			if first, ok := byPath[m.Path]; ok && first != m {
				t.Errorf("%s is two files", m.Path)
			}
			byPath[m.Path] = m
		}
		got = append(got, s)
	}
	want := []shown{
		{"pics/handshake.png", "net/pics/handshake.png"},
		{"pics/gone.png", ""},
		{"https://example.com/far.png", ""},
		{"net/pics/handshake.png", "net/pics/handshake.png"},
		{"mtu.png", "mtu.png"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("images (-want +got):\n%s", diff)
	}
	wantDiags := []string{
		"class/net/tcp.md:5:1: pics/gone.png: no such file in the folder of the notes; correct the path or add the file; the card shows its name instead",
	}
	if diff := cmp.Diff(wantDiags, messages(diags)); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
}

// TestFolderOnly holds that a folder asked for one note gives that one alone,
// and still finds its pictures.
func TestFolderOnly(t *testing.T) {
	fsys := fstest.MapFS{
		"a.md":  {Data: []byte("- etcd : store ![a](a.png)\n")},
		"b.md":  {Data: []byte("- pod : unit\n")},
		"a.png": {Data: []byte("\x89PNG\r\n\x1a\n")},
	}
	c, diags := Notes(rules, []Input{{Source: Folder{Vault: vault.Open(fsys, vault.Options{}), Only: "a.md"}}})
	if diff := cmp.Diff([]string{"a.md", "  a: etcd"}, seen(c)); diff != "" || len(diags) > 0 {
		t.Fatalf("%v; notes (-want +got):\n%s", diags, diff)
	}
	if imgs := pictures(c); len(imgs) != 1 || imgs[0].Media == nil {
		t.Errorf("pictures %v", imgs)
	}
	if c.Title != "a" {
		t.Errorf("title %q, want that of the note", c.Title)
	}
}

// TestTextMedia holds that standard input shows remote images only, and says
// so of others.
func TestTextMedia(t *testing.T) {
	text := "- UDP : sends ![a](https://example.com/a.png) and ![b](http://example.com/a.png) and ![c](a.png)\n"
	c, diags := Notes(rules, []Input{{Source: Text{Name: "stdin.md", Raw: []byte(text)}}})
	imgs := pictures(c)
	if len(imgs) != 3 {
		t.Errorf("%d pictures, want 3", len(imgs))
	}
	for _, img := range imgs {
		if img.Media != nil {
			t.Errorf("%s has a file", img.Dest)
		}
	}
	want := []string{"stdin.md:1:1: a.png cannot be found from standard input; name the note's file instead; the card shows its name instead"}
	if diff := cmp.Diff(want, messages(diags)); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
}
