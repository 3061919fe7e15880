package pdf

import "strconv"

// labels are the words that the printed pages say themselves.
type labels struct {
	front, back           string
	frontShort, backShort string
	cards, decks, date    string
	pages                 string
	howTo                 []string // how to print, by impose.Sides
	scale                 string
	calibrate             []string
}

// page returns the label of a page in a reader: the side and the sheet.
func (l *labels) page(sheet int, back bool) string {
	side := l.frontShort
	if back {
		side = l.backShort
	}
	return side + " " + strconv.Itoa(sheet)
}

// labelsOf returns the labels of a language; English for one without any.
func labelsOf(lang string) labels {
	if lang == "ko" {
		return korean
	}
	return english
}

var korean = labels{
	front: "앞면", back: "뒷면", frontShort: "앞", backShort: "뒤",
	cards: "카드 %d장", decks: "덱", date: "날짜", pages: "종이 %d장",
	scale: "배율은 100 %(실제 크기)로 둡니다. ‘용지에 맞춤’을 쓰면 앞뒤가 어긋납니다.",
	howTo: []string{
		"양면 인쇄에서 ‘긴 쪽으로 넘김’을 고릅니다.",
		"양면 인쇄에서 ‘짧은 쪽으로 넘김’을 고릅니다.",
		"앞면을 모두 인쇄한 다음, 종이를 긴 쪽으로 뒤집어 다시 넣고 뒷면을 인쇄합니다.",
		"cards-fronts.pdf를 인쇄한 다음, 종이를 긴 쪽으로 뒤집어 다시 넣고 cards-backs.pdf를 인쇄합니다.",
		"단면으로 인쇄하고, 자른 다음 점선을 따라 접어 붙입니다.",
		"앞면만 단면으로 인쇄합니다.",
	},
	calibrate: []string{
		"이 종이를 100 % 크기로 양면 인쇄한 다음 빛에 비추어 봅니다.",
		"뒷면의 십자가 앞면의 십자에서 벗어난 만큼을 눈금(mm)으로 읽습니다.",
		"뒷면을 보면서 오른쪽·아래로 옮길 거리를 --pdf-back-offset x,y 에 적습니다.",
		"아래 자는 50 mm여야 합니다. 아니면 배율이 100 %가 아닙니다.",
	},
}

var english = labels{
	front: "front", back: "back", frontShort: "front", backShort: "back",
	cards: "%d cards", decks: "Decks", date: "Date", pages: "%d sheets",
	scale: "Print at 100 % (actual size): “fit to page” moves backs away from their fronts.",
	howTo: []string{
		"Print on both sides and flip on the long edge.",
		"Print on both sides and flip on the short edge.",
		"Print all fronts, turn the stack over its long edge, feed it again and print the backs.",
		"Print cards-fronts.pdf, turn the stack over its long edge, feed it again and print cards-backs.pdf.",
		"Print on one side, cut, then fold along the dotted line and glue.",
		"Print the fronts on one side.",
	},
	calibrate: []string{
		"Print this sheet on both sides at 100 % and hold it against the light.",
		"Read on the scales, in mm, how far the crosses of the back are from those of the front.",
		"Looking at the back, give how far it must move to the right and down as --pdf-back-offset x,y.",
		"The ruler must measure 50 mm; if it does not, the scale was not 100 %.",
	},
}
