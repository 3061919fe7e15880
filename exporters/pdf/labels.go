package pdf

// labels are the words that the printed pages say themselves.
type labels struct {
	front, back string
}

// labelsOf returns the labels of a language; English for one without any.
func labelsOf(lang string) labels {
	if lang == "ko" {
		return labels{front: "앞면", back: "뒷면"}
	}
	return labels{front: "front", back: "back"}
}
