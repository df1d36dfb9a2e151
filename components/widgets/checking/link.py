"""The way from a judgement of a method to checking it on one's own sample."""

import streamlit as st

from components.places import path_of
from components.wording.checking import JUDGEMENTS
from newscorpus.query.checking.sample import Judgement


def check_link(judgement: Judgement, place: str) -> None:
    """A button that goes to Check, at this kind of judgement; `place` names where it stands."""
    label = "How right is it here? Check a sample →"
    if st.button(label, key=f"check-{judgement}-{place}", type="tertiary"):
        st.switch_page(path_of("check"), query_params={"judge": JUDGEMENTS[judgement]})
