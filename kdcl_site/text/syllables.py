"""What a written Vietnamese syllable is made of, and whether a word is one."""

import unicodedata

# Tones in the order of dictionaries; 0 is ngang, which has no mark.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_ACUTE, _DOT = 4, 5

_VOWELS = "aăâeêioôơuưy"
_MARKED_VOWELS = "ăâêôơư"
_ONSET_TABLE = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_RIME_TABLE = """
a ai ao au ay ac ach am an ang anh ap at  ăc ăm ăn ăng ăp ăt  âu ây âc âm ân âng âp ât
e eo ec em en eng ep et  ê êu êch êm ên ênh êp êt
i ia iu ich im in inh ip it  iêu iêc iêm iên iêng iêp iêt  y yêu yêm yên yêng yêt
o oi oc om on ong op ot ooc oong  oa oai oao oay oac oach oam oan oang oanh oap oat
oăc oăm oăn oăng oăt  oe oeo oen oet  ô ôi ôc ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
u ua ui uc um un ung up ut  uây uân uâng uât  uê uêch uên uênh  uơ  uôi uôc uôm uôn uông uôt
uy uya uyu uych uynh uyp uyt uyên uyêt  ư ưa ưi ưu ưc ưm ưn ưng ưt  ươi ươu ươc ươm ươn ương ươp ươt
"""
_ONSETS = ("", *_ONSET_TABLE.split())
_RIMES = frozenset(_RIME_TABLE.split())
_OLD_AND_NEW_STYLE = ("oa", "oe", "uy")  # hòa and hoà are both in use
_STOPS = ("c", "ch", "p", "t")


def letters(word: str) -> list[tuple[str, int]]:
    """Return the letters of `word` in lower case, each with its tone (0 ngang, huyền, hỏi, ngã, sắc, 5 nặng).

    A letter keeps every mark that is not a tone: "ấ" gives ("â", 4). NFC and NFD give the same.
    """
    found: list[tuple[str, int]] = []
    for char in unicodedata.normalize("NFD", unicodedata.normalize("NFD", word).casefold()):
        if found and unicodedata.combining(char):
            base, tone = found[-1]
            found[-1] = (base, _TONES[char]) if char in _TONES else (base + char, tone)
        else:
            found.append((char, 0))
    return [(unicodedata.normalize("NFC", base), tone) for base, tone in found]


def is_syllable(word: str) -> bool:
    """Tell whether `word` is spelled as one Vietnamese syllable can be, with its tone on the right vowel."""
    parts = letters(word)
    bare = "".join(base for base, _ in parts)
    toned = [(place, tone) for place, (_, tone) in enumerate(parts) if tone]
    if len(toned) > 1:
        return False
    place, tone = toned[0] if toned else (-1, 0)
    for onset in _ONSETS:
        rime = bare[len(onset) :]
        if bare.startswith(onset) and rime in _RIMES and (onset != "q" or rime.startswith("u")):
            if not tone and not rime.endswith(_STOPS):
                return True
            if tone in _tones_of(rime) and place - len(onset) in _tone_places(rime):
                return True
    return False


def _tones_of(rime: str) -> tuple[int, ...]:
    return (_ACUTE, _DOT) if rime.endswith(_STOPS) else tuple(_TONES.values())


def _tone_places(rime: str) -> tuple[int, ...]:
    vowels = [letter for letter in rime if letter in _VOWELS]
    marked = [place for place, letter in enumerate(vowels) if letter in _MARKED_VOWELS]
    if marked:
        return (marked[-1],)
    if rime in _OLD_AND_NEW_STYLE:
        return (0, 1)
    if len(vowels) == 2 and len(rime) == 2:
        return (0,)
    return (min(1, len(vowels) - 1),)
