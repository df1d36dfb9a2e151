"""What every figure rests on before and beside the measures: each step once, with what it cannot say."""

from dataclasses import dataclass
from typing import Final

from newscorpus.register.accuracy import ACCURACY, Accuracy


@dataclass(frozen=True, slots=True)
class Step:
    """A step before measuring that every figure rests on, with how right it is where that was measured."""

    key: str
    label: str
    meaning: str
    cannot_say: str
    formula: str = ""
    references: tuple[str, ...] = ()
    """Keys of newscorpus.methods.references.REFERENCES."""

    @property
    def accuracy(self) -> tuple[Accuracy, ...]:
        """What is known of how right it is; empty where it was not measured."""
        return ACCURACY.get(self.key, ())


STEPS: Final = (
    Step(
        "extraction",
        "Text of a web page",
        "The article's own text is taken out of the page; menus, scripts, related links and notices stay behind.",
        "Captions sometimes stay in, and a paragraph set apart from the rest is sometimes lost.",
        references=("barbaresi_2021",),
    ),
    Step(
        "pasted",
        "Text that was copied and pasted",
        "Lines are read as caption, credit, newsletter, donation, share bar, copyright line or article. Where a source "
        "has at least five articles, lines that repeat across them are cut as well. Read shows all that was cut.",
        "A short line of the article that looks like a caption can be cut.",
    ),
    Step(
        "source",
        "Source",
        "The outlet is read from the page's own description, its footer, or the column, file or folder it came in.",
        'What cannot be proven stays "unknown source". Nothing is guessed from the style of the text.',
    ),
    Step(
        "dates",
        "Date",
        "The date of publication is read from the page's own description, its address or a dated line, and kept as the "
        "day that the outlet printed.",
        "Never the date of the file, of a change or of another article; none where day and month could be exchanged.",
    ),
    Step(
        "agency",
        "News agency",
        "A credit line, a dateline or the agency's description of itself names the agency whose text it is.",
        "Agency text without a credit is not recognised.",
    ),
    Step(
        "duplicates",
        "Copies",
        "The same article met twice is counted once; Corpus lists the copies.",
        "Two outlets printing the same agency text are two articles.",
    ),
    Step(
        "passages",
        "Own words and shared passages",
        "Runs of at least five words that articles of two sources have in common, whatever the spelling, are passages; "
        "quotations are a speaker's words and left out. A sentence with at least half of its words in such passages is "
        "shared; of an article credited to an agency, every sentence is. The switch in the sidebar counts all "
        "sentences, those that are not shared, or only the shared ones, and every figure is made from these anew.",
        "It knows only the articles of this corpus: a sentence that an agency wrote and one outlet alone prints, "
        "without a credit, is counted as that outlet's own. Sources and agencies set right by hand after the corpus "
        "was built do not change it.",
    ),
    Step(
        "entities",
        "Names",
        "Names are found by spaCy's small English model, headlines read as running text. Titles, possessives, "
        "surnames, acronyms and common second spellings are merged into one name; Names shows which were merged. A "
        "country's short names are one name (America, United States), the words for its people another (American, "
        "Americans); likewise a party (Republican Party, GOP) and its members (Republican, Republicans). A surname "
        "whose article names nobody of it in full is counted for who bears it in at least nine of ten articles that "
        "name one bearer alone, and said to be inferred; where the article names several bearers, it stays apart.",
        "The model knows English. Rare surnames and names from other languages are missed more often, and the kind of "
        "a name that its texts do not tell is the model's reading.",
        references=("conll_2003",),
    ),
    Step(
        "language",
        "Language",
        "The language is told from the text of the article.",
        "Short texts are harder to tell. Tone, names and reading ease are made for English.",
    ),
    Step(
        "quotations",
        "Quotations and reported speech",
        "Direct quotations, speech partly in quotation marks and reported speech are found by their marks and by the "
        "grammar around some three hundred reporting verbs. A quotation parted by he said is one. One or two words in "
        "quotation marks are a fragment and nobody's speech. Thoughts and wishes are not counted as speech.",
        "Half of indirect speech is found. Speech told over several sentences without quotation marks is mostly "
        "missed. What hangs on a distant or doubtful subject is marked unsure.",
        references=("newell_2018",),
    ),
    Step(
        "speakers",
        "Speakers",
        "A speaker is the name beside the verb; a surname, a pronoun or a role is led to a name where the text shows "
        "whose it is, and is then marked as inferred.",
        "Whether the person meant by he or she is right was not measured. A speaker can be set right on Voices.",
        references=("newell_2018",),
    ),
    Step(
        "verbs",
        "Reporting verbs",
        "Each verb has one class of a list that can be read and changed on Voices: neutral, stressing, doubting, "
        "granting, hostile, emotional, approving, denying, hedged.",
        "A class tells what a verb usually does. It does not know the sentence.",
    ),
    Step(
        "voices",
        "Voices",
        "Every stretch of a sentence is the outlet's own, reported or quoted. Tone by voice is the mean over the "
        "stretches in that voice, names left out; the headline stands apart.",
        "Speech that was not found counts as the outlet's own words.",
        formula="share of a voice = words in that voice / words; tone by voice = mean over the stretches in that voice",
    ),
    Step(
        "towards",
        "Tone towards a name",
        "For each person and organisation named in the outlet's own voice, the sentence is read as favourable, neutral "
        "or unfavourable towards that name by a small classifier learnt from NewsMTSC; below a confidence of .7 it is "
        "not clear.",
        "Names carry no tone in it. It judges one sentence, whoever acts in it, and does not know irony or context. "
        "Where a sentence praises one and blames another it is right only two times in three. It was learnt from US "
        "politics.",
        formula="logistic regression on the words around the name and in two word lists; the likeliest of three "
        "answers, none below a probability of .7",
        references=("hamborg_2021",),
    ),
    Step(
        "stories",
        "Stories",
        "Articles are put together as one event by the rare words, names and figures they share. How rare a word is is "
        "told by the corpus and by texts at large in its language, so that two articles alone are not taken for one "
        "event because both use ordinary words. No one name or word is enough: at least four must speak for it. Where "
        "nothing is known of a language, only names and figures count. A story is called by the headline nearest its "
        "middle.",
        "Two like events can be taken for one, most easily where articles have no date, and so can reports of one "
        "affair on several days; a late report can be taken for another event. Very short reports that share less than "
        "four rare words stay apart. It is measured on English news alone.",
        formula="cosine of the articles' words, names and figures, each weighted by log(1 + count) × log(articles / "
        "articles with it), with 250 imagined articles of the language at large beside those of the corpus; half as "
        "much for every 4 days apart beyond 3. Two articles: .26 or more, and .156 when nothing counts more than .05. "
        "An article that joins a story: .155 on average. Two stories stay apart when they are less than three quarters "
        "as alike as each is within itself",
        references=("speer_2022", "cybulska_2014", "bagga_1998"),
    ),
    Step(
        "overlaps",
        "Shared passages",
        "Runs of words that two articles share are found with spelling folded; quotations are told apart from prose.",
        "It does not show who wrote first. Direction is told only where a credit or time stamps prove it.",
        formula="longest common runs of words, spelling folded; share of A in B = shared words / words of A",
    ),
    Step(
        "statements",
        "Statements",
        "Sentences and quotations of one story are put together when they say the same. One wording is the reference; "
        "each other telling is verbatim, trimmed or reworded beside it, or conflicts with it in a figure or speaker. "
        "What is only possibly the same makes no statement and enters no count.",
        "Not found in this article does not mean that it is not told there: half of what is reworded is not found.",
        formula="two sentences: (cosine of their words, weighted by rarity in the story, + .3 × containment) × how "
        "much is shared − .3 × mean likeness of both to their four best neighbours; two quotations: longest common "
        "run, or words in common order, / words of the shorter",
        references=("ernst_2021",),
    ),
)
