"""Languages, told or honestly not told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.text.language import language, surely_not_english

SENTENCES = {
    "en": "The council voted on Tuesday against building a new bridge across the river.",
    "de": "Der Gemeinderat stimmte am Dienstag gegen den Bau einer neuen Brücke über den Fluss.",
    "fr": "Le conseil municipal a voté mardi contre la construction d'un nouveau pont sur la rivière.",
    "es": "El consejo municipal votó el martes en contra de construir un nuevo puente sobre el río.",
    "ru": "Городской совет во вторник проголосовал против строительства нового моста через реку.",
    "zh": "市议会星期二投票反对在河上修建一座新桥。",
    "ar": "صوت مجلس المدينة يوم الثلاثاء ضد بناء جسر جديد فوق النهر.",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_a_sentence_shows_its_language(code, sentence):
    assert language(sentence) == code
    assert surely_not_english(sentence) == (code != "en")


@pytest.mark.parametrize("text", ["", " ", "42 : 17", "🙂🙂", "---"])
def test_what_has_no_letters_has_no_language(text):
    assert language(text) == "und"
    assert not surely_not_english(text)


def test_a_shouted_headline_is_not_taken_for_another_language():
    assert not surely_not_english("PM QUITS AFTER BUDGET VOTE")


@given(st.text())
def test_any_text_gets_a_two_letter_code_or_und(text):
    code = language(text)
    assert code == "und" or len(code) == 2
