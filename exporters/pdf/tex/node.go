package tex

// class is how an atom keeps its distance from its neighbours: The TeXbook,
// chapter 17.
type class uint8

const (
	ord class = iota
	op
	bin
	rel
	open
	closing
	punct
	inner
)

// node is a piece of a formula:
// *atom, *list, *scripts, *fraction, *radical, *fence, *array, *accent,
// *stack, *words, *space, *styled, *bar or *frame.
type node interface{ node() }

// atom is one character.
type atom struct {
	class class
	r     rune
	face  variant // how letters and digits are shaped
	large bool    // an operator that grows in displays: ∑
	limit bool    // scripts stand above and below in displays
}

// list is a sequence of nodes.
type list struct{ nodes []node }

// scripts is a base, which may be nil, with what is raised and lowered.
type scripts struct {
	base, sup, sub node
	limits         limits
}

type limits uint8

const (
	byBase limits = iota // as the base has it
	always
	never
)

// fraction is a fraction or, without a line, a binomial.
type fraction struct {
	above, below node
	bare         bool
	style        style // when set is true
	set          bool
	left, right  rune // delimiters; 0 for none
}

// radical is a root.
type radical struct{ degree, body node }

// fence is a body between delimiters that grow with it; 0 draws none.
type fence struct {
	left, right rune
	parts       []node // separated by the delimiters of middle
	middle      []rune
}

// sized is a delimiter of a fixed size, from \big on.
type sized struct {
	class class
	r     rune
	size  int // height in thousandths
}

// array is a matrix or aligned lines.
type array struct {
	rows        [][]node
	align       []byte // 'l', 'c' or 'r' of a column, repeated
	left, right rune
	columnGap   int
	rowGap      int
	small       bool
	display     bool  // cells are set as displays
	pairs       bool  // columns join in pairs, as in aligned
	bars        []int // columns after which a line stands
}

// accent is a body with a mark above it.
type accent struct {
	mark rune
	wide bool
	body node
}

// stack is a base with an annotation above or below it, which may be joined
// by a brace.
type stack struct {
	base, above, below node
	brace              rune // 0 for none
	bottom             bool // the brace is below
	class              class
}

// words is text in upright letters.
type words struct {
	s      string
	bold   bool
	class  class
	limits bool // scripts stand above and below in displays: \lim
}

// space is a blank of thousandths of the size.
type space struct{ width int }

// styled is a body in another style, or a body whose size is kept while it
// is not shown.
type styled struct {
	body    node
	style   style
	restyle bool
	hidden  bool
	class   class
	classed bool
}

// bar is a body with a line over, under or through it.
type bar struct {
	body        node
	over, under bool
	strike      bool
}

// frame is a body in a frame.
type frame struct{ body node }

func (*atom) node()     {}
func (*list) node()     {}
func (*scripts) node()  {}
func (*fraction) node() {}
func (*radical) node()  {}
func (*fence) node()    {}
func (*sized) node()    {}
func (*array) node()    {}
func (*accent) node()   {}
func (*stack) node()    {}
func (*words) node()    {}
func (*space) node()    {}
func (*styled) node()   {}
func (*bar) node()      {}
func (*frame) node()    {}
