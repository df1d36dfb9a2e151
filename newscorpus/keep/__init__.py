"""What was taken in is kept: corpora under unguessable tokens, their files, their readers' decisions, their builds."""
