package anki

import (
	"bufio"
	"io"
	"strings"
)

// sheets are the names of the files and of the note types they want: those
// of Anki in the languages that its collections are made in, old names and
// new, and our own. Anki skips a name that it does not know and takes the
// last that it does, so what is best comes last (rslib csv/metadata.rs).
var sheets = [...]struct {
	file  string
	stock []string
	own   string
}{
	oneWay: {"cards.csv", []string{
		"Básico", "Basique", "Einfach", "基本型", "问答题", "基本", "기본", "Basic",
	}, basicName},
	twoWays: {"cards-reversed.csv", []string{
		"Básico (y tarjeta invertida)", "Généralités (deux sens)",
		"Einfach (beide Richtungen)", "Einfach (und die umgekehrte Richtung)",
		"基本型 (含反向卡片)", "基本型（含反向卡片）", "问答题（同时生成翻转的卡片）", "问答题（附翻转卡片）",
		"Basic (裏表反転カード付き)", "基本 (裏表反転カード付き)", "基本 (表面と裏面を反転したカードも作成)",
		"기본 (역방향 카드 포함)", "Basic (and reversed card)",
	}, basicName},
	gaps: {"cards-cloze.csv", []string{
		"Respuesta anidada", "Texte à trous", "Lückentext", "克漏字", "填空题",
		"穴埋め", "穴埋め問題", "빈칸 뚫기", "Cloze",
	}, clozeName},
}

// sheet is one file being written; the zero value is one that is not needed.
type sheet struct {
	file io.WriteCloser
	w    *bufio.Writer
}

// note writes a record. An error shows when the file is closed.
func (s *sheet) note(n *note) {
	s.cell(n.guid)
	s.w.WriteByte(',')
	s.cell(n.deck)
	s.w.WriteByte(',')
	s.cell(strings.Join(n.tags, " "))
	for _, f := range n.fields {
		s.w.WriteByte(',')
		s.cell(f)
	}
	s.w.WriteByte('\n')
}

// cell quotes whatever it writes: Anki drops records that begin with a bare
// "#" (rslib csv/import.rs).
func (s *sheet) cell(value string) {
	s.w.WriteByte('"')
	s.w.WriteString(strings.ReplaceAll(value, `"`, `""`))
	s.w.WriteByte('"')
}

func (s *sheet) close() error {
	if s.file == nil {
		return nil
	}
	if err := s.w.Flush(); err != nil {
		return err
	}
	return s.file.Close()
}
