"""The works that methods and labelled sets rest on, once each, under the keys that entries name."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Reference:
    """A published work: authors and year as a text cites them, title, and where it stands."""

    cited: str
    title: str
    where: str
    doi: str | None = None

    @property
    def in_full(self) -> str:
        """The entry of a list of references.

        >>> REFERENCES["cohen_1960"].in_full
        'Cohen (1960): A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20(1), \
37–46. doi 10.1177/001316446002000104'
        """
        return f"{self.cited}: {self.title}. {self.where}." + (f" doi {self.doi}" if self.doi else "")


REFERENCES: Final[dict[str, Reference]] = {
    "bagga_1998": Reference(
        "Bagga and Baldwin (1998)",
        "Algorithms for scoring coreference chains",
        "LREC workshop on linguistics coreference, 563–566",
    ),
    "barbaresi_2021": Reference(
        "Barbaresi (2021)",
        "Trafilatura: A web scraping library and command-line tool for text discovery and extraction",
        "ACL-IJCNLP 2021, system demonstrations, 122–131",
    ),
    "cohen_1960": Reference(
        "Cohen (1960)",
        "A coefficient of agreement for nominal scales",
        "Educational and Psychological Measurement 20(1), 37–46",
        "10.1177/001316446002000104",
    ),
    "conll_2003": Reference(
        "Tjong Kim Sang and De Meulder (2003)",
        "Introduction to the CoNLL-2003 shared task: Language-independent named entity recognition",
        "CoNLL at HLT-NAACL 2003, 142–147",
    ),
    "cybulska_2014": Reference(
        "Cybulska and Vossen (2014)",
        "Using a sledgehammer to crack a nut? Lexical diversity and event coreference resolution",
        "LREC 2014 (the set ECB+)",
    ),
    "david_2003": Reference("David and Nagaraja (2003)", "Order Statistics, 3rd edition", "Wiley"),
    "de_smedt_2012": Reference(
        "De Smedt and Daelemans (2012)",
        "Pattern for Python",
        "Journal of Machine Learning Research 13 (the word list in TextBlob)",
    ),
    "efron_1975": Reference(
        "Efron and Morris (1975)",
        "Data analysis using Stein's estimator and its generalizations",
        "Journal of the American Statistical Association 70(350), 311–319",
        "10.1080/01621459.1975.10479864",
    ),
    "elteren_1960": Reference(
        "Van Elteren (1960)",
        "On the combination of independent two-sample tests of Wilcoxon",
        "Bulletin of the International Statistical Institute 37, 351–361",
    ),
    "ernst_2021": Reference(
        "Ernst et al. (2021)",
        "Summary-source proposition-level alignment: Task, datasets and supervised baseline",
        "CoNLL 2021, 310–322 (the set SuperPAL)",
    ),
    "fisher_1935": Reference("Fisher (1935)", "The Design of Experiments", "Oliver and Boyd"),
    "flesch_1948": Reference(
        "Flesch (1948)",
        "A new readability yardstick",
        "Journal of Applied Psychology 32(3), 221–233",
        "10.1037/h0057532",
    ),
    "hamborg_2021": Reference(
        "Hamborg and Donnay (2021)",
        "NewsMTSC: A dataset for (multi-)target-dependent sentiment classification in political news articles",
        "EACL 2021",
    ),
    "hurlbert_1971": Reference(
        "Hurlbert (1971)",
        "The nonconcept of species diversity: A critique and alternative parameters",
        "Ecology 52(4), 577–586",
    ),
    "hutto_2014": Reference(
        "Hutto and Gilbert (2014)",
        "VADER: A parsimonious rule-based model for sentiment analysis of social media text",
        "International AAAI Conference on Web and Social Media 8(1), 216–225",
        "10.1609/icwsm.v8i1.14550",
    ),
    "james_1961": Reference(
        "James and Stein (1961)",
        "Estimation with quadratic loss",
        "Fourth Berkeley Symposium on Mathematical Statistics and Probability 1, 361–379",
    ),
    "landis_1977": Reference(
        "Landis and Koch (1977)",
        "The measurement of observer agreement for categorical data",
        "Biometrics 33(1), 159–174",
        "10.2307/2529310",
    ),
    "lijffijt_2016": Reference(
        "Lijffijt et al. (2016)",
        "Significance testing of word frequencies in corpora",
        "Digital Scholarship in the Humanities 31(2), 374–397",
        "10.1093/llc/fqu064",
    ),
    "monroe_2008": Reference(
        "Monroe, Colaresi and Quinn (2008)",
        "Fightin' words: Lexical feature selection and evaluation for identifying the content of political conflict",
        "Political Analysis 16(4), 372–403",
        "10.1093/pan/mpn018",
    ),
    "morris_1983": Reference(
        "Morris (1983)",
        "Parametric empirical Bayes inference: Theory and applications",
        "Journal of the American Statistical Association 78(381), 47–55",
    ),
    "newell_2018": Reference(
        "Newell, Margolin and Ruths (2018)",
        "An attribution relations corpus for political news",
        "LREC 2018 (the set PolNeAR)",
    ),
    "perks_1947": Reference(
        "Perks (1947)",
        "Some observations on inverse probability including a new indifference rule",
        "Journal of the Institute of Actuaries 73, 285–334",
    ),
    "phipson_2010": Reference(
        "Phipson and Smyth (2010)",
        "Permutation p-values should never be zero: Calculating exact p-values when permutations are randomly drawn",
        "Statistical Applications in Genetics and Molecular Biology 9(1), article 39",
        "10.2202/1544-6115.1585",
    ),
    "rogan_1978": Reference(
        "Rogan and Gladen (1978)",
        "Estimating prevalence from the results of a screening test",
        "American Journal of Epidemiology 107(1), 71–76",
        "10.1093/oxfordjournals.aje.a112510",
    ),
    "rychly_2008": Reference(
        "Rychlý (2008)",
        "A lexicographer-friendly association score",
        "Recent Advances in Slavonic Natural Language Processing, RASLAN 2008, 6–9",
    ),
    "speer_2022": Reference(
        "Speer (2022)",
        "wordfreq: frequencies of words in many languages",
        "Python package, version 3.1.1, data CC BY-SA 4.0",
        "10.5281/zenodo.7199437",
    ),
    "strapparava_2007": Reference(
        "Strapparava and Mihalcea (2007)",
        "SemEval-2007 task 14: Affective text",
        "Fourth International Workshop on Semantic Evaluations, 70–74",
    ),
    "student_1908": Reference(
        "Student (1908)", "The probable error of a mean", "Biometrika 6(1), 1–25", "10.1093/biomet/6.1.1"
    ),
    "van_atteveldt_2021": Reference(
        "van Atteveldt, van der Velden and Boukes (2021)",
        "The validity of sentiment analysis: Comparing manual annotation, crowd-coding, dictionary approaches, and "
        "machine learning algorithms",
        "Communication Methods and Measures 15(2), 121–140",
        "10.1080/19312458.2020.1869198",
    ),
    "westfall_1993": Reference(
        "Westfall and Young (1993)",
        "Resampling-Based Multiple Testing: Examples and methods for p-value adjustment",
        "Wiley",
    ),
    "wilson_1927": Reference(
        "Wilson (1927)",
        "Probable inference, the law of succession, and statistical inference",
        "Journal of the American Statistical Association 22(158), 209–212",
        "10.1080/01621459.1927.10502953",
    ),
    "wilson_hilferty_1931": Reference(
        "Wilson and Hilferty (1931)",
        "The distribution of chi-square",
        "Proceedings of the National Academy of Sciences 17(12), 684–688",
    ),
}
"""Key -> work, in the order of a list of references."""
