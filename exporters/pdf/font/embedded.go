package font

import _ "embed"

// The embedded fonts; files/README.md tells where they come from, how they
// were trimmed and under which licences they are.
var (
	//go:embed files/NotoSansKR-Regular.ttf
	notoRegular []byte
	//go:embed files/NotoSansKR-Bold.ttf
	notoBold []byte
	//go:embed files/DejaVuSans.ttf
	dejaVuRegular []byte
	//go:embed files/DejaVuSans-Bold.ttf
	dejaVuBold []byte
	//go:embed files/DejaVuSansMono.ttf
	dejaVuMono []byte
	//go:embed files/DroidSansFallbackFull.ttf
	droidFallback []byte
	//go:embed files/NanumGothicCoding.ttf
	nanumCoding []byte
	//go:embed files/NotoEmoji-Regular.ttf
	notoEmoji []byte
)

// The faces, parsed when first used.
var (
	regular     = embedded("noto", notoRegular)
	bold        = embedded("noto-bold", notoBold)
	wide        = embedded("dejavu", dejaVuRegular)
	wideBold    = embedded("dejavu-bold", dejaVuBold)
	wideMono    = embedded("dejavu-mono", dejaVuMono)
	ideographic = embedded("droid", droidFallback)
	mono        = embedded("nanum-coding", nanumCoding)
)

// Body returns the face of ordinary text.
func Body() *Face { return regular }
