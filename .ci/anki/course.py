"""Notes to import, and the edits that progress must survive."""

import base64
import os

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)

NOTES = {
    "운영체제.md": """---
tags: [시험, os/기초]
---
# 운영체제

## 프로세스란?
실행 중인 **프로그램**이다.

## 메모리
- 캐시 : 자주 쓰는 데이터를 가까이 두는 기억 장치
- 페이징 : 메모리를 같은 크기로 나누어 관리하는 방법
- 세그멘테이션 : 메모리를 의미 단위로 나누어 관리하는 방법

## 교착 상태
Q: 교착 상태의 네 조건은?
A: 상호 배제, 점유 대기, 비선점, 순환 대기

Q: 교착 상태를 피하는 알고리즘은?
A: 은행원 알고리즘
""",
    "network/tcp.md": """# TCP

| 용어 | 뜻 |
|---|---|
| SYN | 연결을 여는 신호 |
| ACK | 받았다는 신호 |
| FIN | 연결을 닫는 신호 |

1. 다음 중 연결형 프로토콜은?
① UDP
② TCP
③ IP
④ ICMP
정답: 2

2. HTTP의 기본 포트는?
① 21
② 22
③ 80
④ 443
정답: 3
""",
    "network/english.md": """# Routing

## What is a router?
A device that forwards packets.

![layers](layers.png)

## Terms
- BGP : the protocol between autonomous systems
- OSPF : a link-state protocol inside one of them
""",
    # A deck inside another comes first in the order of files.
    "deck-inside.md": "---\ndeck: Shelf::Box\n---\n- inode : the record of a file on a disk\n- mount : to hang a file system into the tree\n",
    "deck-outside.md": "---\ndeck: Shelf\n---\n- fsck : the program that repairs a file system\n- sync : to write what is in memory to the disk\n",
}

# Each edit: file, old text, new text; None for the text takes the whole file.
EDITS = [
    ("운영체제.md", "- 캐시 :", "- 캐쉬 :"),  # a typo in a front
    ("network/english.md", "What is a router?", "What is a network router?"),  # a front reworded
    ("운영체제.md", "실행 중인 **프로그램**이다.", "메모리에 올라와 실행 중인 **프로그램**이다."),  # a back reworded
    ("운영체제.md", "- 페이징 : 메모리를 같은 크기로 나누어 관리하는 방법\n", ""),  # moved ...
    ("운영체제.md", "## 교착 상태\n", "## 교착 상태\n- 페이징 : 메모리를 같은 크기로 나누어 관리하는 방법\n\n"),  # ... here
    ("network/tcp.md", "| ACK | 받았다는 신호 |\n| FIN | 연결을 닫는 신호 |", "| FIN | 연결을 닫는 신호 |\n| ACK | 받았다는 신호 |"),  # reordered
    ("network/tcp.md", "| SYN |", "| RST | 연결을 끊는 신호 |\n| SYN |"),  # inserted
    ("network/tcp.md", "① UDP\n② TCP", "① UDP (데이터그램)\n② TCP"),  # an option corrected
    ("network/english.md", "- BGP : the protocol between autonomous systems\n", ""),  # deleted
    ("network/english.md", None, "network/routing.md"),  # renamed
]
INSERTED = {"RST"}
DELETED = {"BGP"}
# Fronts that the edits change, as they were.
REWORDED = {"캐시", "What is a router?"}


def write(folder, notes):
    for name, content in notes.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content if isinstance(content, bytes) else content.encode())
    with open(os.path.join(folder, "layers.png"), "wb") as f:
        f.write(PIXEL)


def edited(notes):
    """Returns the notes after all edits."""
    notes = dict(notes)
    for name, old, new in EDITS:
        if old is None:
            notes[new] = notes.pop(name)
            continue
        assert notes[name].count(old) == 1, (name, old)
        notes[name] = notes[name].replace(old, new)
    return notes


MARKS = r"""# [sound:a.mp3] {{c1::b::c}} }} :: \(x\) \[y\] [latex]z[/latex] [$]a[/$] [[type:Front]] [anki:tts lang=en_US]x[/anki:tts]"""
# The front of the hostile card of TestWriteSample, as Anki stores it.
GALLERY_MARKS = (
    r"""[sound:a.mp3] {{c1::b}} \(x\) \[y\] [latex]z[/latex] [[type:Front]] <script>document.title="x"</script> "q", =1+1"""
    " 한 NUL DEL half \ufffd tab\tend"
)
VERBATIM = "\n".join(
    [
        "#notetype:Basic",
        MARKS,
        '"quoted", <b>bold</b> &amp; &lt; <img src=x onerror=alert(1)> <script>alert(1)</script>',
        "tab\there, emoji 👩‍💻🇰🇷, NFC 한글, =1+1, @x, C:\\new\\(a\\)",
    ]
)

# Code is taken as it stands, so what comes out is known exactly.
HOSTILE = {
    "hostile.md": f"""# 적대

## 그대로인 코드란?
```
{VERBATIM}
```

## 긴 것이란?
```
{"가나다라 " * 20_000}끝
```

Q: `{MARKS}`
A: `{MARKS}`

Q: #해시로 시작하는 "질문", <b>굵게</b> {{{{Front}}}} 아닌가?
A: =HYPERLINK("http://x") & 'y'
""",
    "nfd.md": "# 자모\n\n## \u1112\u1161\u11ab\u1100\u1173\u11af이란?\n\u1106\u116e\u11ab\u110c\u1161\n",
    "control.md": b"# Bytes\n\n## What is a control character\x7f here?\nA byte\x01 with\x1f no face \xf0\x9f\x98\x80\n",
    "surrogate.md": b"# Bytes\n\n## What is a surrogate?\nHalf of a pair: \xed\xa0\x80 alone\n",
}
