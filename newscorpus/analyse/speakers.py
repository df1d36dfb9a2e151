"""stub"""
from newscorpus.analyse.attribution_values import Attribution
def with_speakers(text, findings, names):
    out=[]
    for n,f in enumerate(findings):
        sp=text[slice(*f.speaker_span)] if f.speaker_span else None
        out.append(Attribution(n,f.spans,f.type,sp,f.speaker_span,False,False,f.verb,f.verb_class,f.core,f.confidence))
    return out
