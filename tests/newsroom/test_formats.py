"""Dates are read and written day first, in both languages of the desk."""

from datetime import date, datetime

import pytest
from django import forms
from django.utils.formats import date_format
from django.utils.translation import override


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_works(language):
    with override(language):
        assert forms.DateField().clean("02/11/2023") == date(2023, 11, 2)


@pytest.mark.parametrize("text", ["2/11/2023", "2/11/23", "02-11-2023", "2023-11-02"])
def test_a_date_may_be_typed_as_people_do(text):
    assert forms.DateField().clean(text) == date(2023, 11, 2)


@pytest.mark.parametrize("text", ["2/11/2023 18:05", "18:05 2/11/2023"])
def test_a_time_stands_before_or_after_its_day(text):
    read = forms.DateTimeField().clean(text)

    assert (read.day, read.month, read.hour, read.minute) == (2, 11, 18, 5)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_moment_is_short(language):
    with override(language):
        at = datetime(2023, 11, 2, 18, 5)
        assert date_format(at, "DATETIME_FORMAT") == "18:05 02/11/2023"
