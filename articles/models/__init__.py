"""The nouns of the paper, grouped by subject."""

from articles.models.articles import (
    Article,
    ArticleLink,
    ArticlePhoto,
    ArticleTopic,
    Byline,
)
from articles.models.editions import Edition, EditionPhoto, Withdrawal
from articles.models.sections import Author, Section, Topic
from articles.models.stamps import Stamp

__all__ = [
    "Article",
    "ArticleLink",
    "ArticlePhoto",
    "ArticleTopic",
    "Author",
    "Byline",
    "Edition",
    "EditionPhoto",
    "Section",
    "Stamp",
    "Topic",
    "Withdrawal",
]
