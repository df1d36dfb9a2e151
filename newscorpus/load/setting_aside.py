"""How a reader of one format says that a whole file gives no article."""


class SetAside(Exception):
    """The file gives no article. `reason` is a key of `errors.REASONS`; `detail` is for the receipt."""

    def __init__(self, reason: str, detail: str | None = None) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
