"""The stamp: one counter of everything public that changed."""

from django.db import models


class Stamp(models.Model):
    """A single row. `n` grows by one with each public change; it is never a time."""

    n = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="stamp_single_row")
        ]

    def __str__(self) -> str:
        return str(self.n)
