"""The second factor: codes of a phone (TOTP, RFC 6238), and codes to write down."""

from base64 import b32encode

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from desk.models import User
from desk.permissions import Forbidden, may
from desk.records import clock, note
from desk.refusals import WrongCode

CODES = 10  # recovery codes, each good once
_DIGITS = 6


def is_on(user: User) -> bool:
    """Whether signing in asks for a code."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def begin(user: User) -> None:
    """A secret for the phone. It counts for nothing before its first right code."""
    if not is_on(user) and _phone_to_be(user) is None:
        TOTPDevice.objects.create(user=user, confirmed=False, name="phone")


def address_of(user: User) -> str:
    """What the phone scans (otpauth://…); "" when nothing was begun."""
    device = _phone_to_be(user)
    return device.config_url if device else ""


def secret_of(user: User) -> str:
    """The same secret to be typed, in groups of four; "" when nothing was begun."""
    device = _phone_to_be(user)
    letters = b32encode(device.bin_key).decode() if device else ""
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def finish(user: User, code: str) -> list[str]:
    """The phone's first code: from now on signing in asks for one.

    Gives the recovery codes, shown this once. Raises WrongCode.
    """
    device = _phone_to_be(user)
    if device is None:
        raise WrongCode(_("Begin again: nothing waits for a code."), field="code")
    _try(TOTPDevice, device.pk, code)
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
        TOTPDevice.objects.filter(pk=device.pk).update(confirmed=True)
        codes = _new_codes(user)
        note("second factor on", by=user, at=clock())
    return codes


def check(user: User, code: str) -> None:
    """A code of the phone, or a recovery code, which is used up. Raises WrongCode.

    Wrong ones make the next wait: one second, then two, four and so on.
    """
    kept = code.replace(" ", "").lower()
    is_phone = len(kept) == _DIGITS and kept.isdigit()
    model = TOTPDevice if is_phone else StaticDevice
    device = model.objects.filter(user=user, confirmed=True).order_by("pk").first()
    if device is None:
        raise WrongCode(_("This code is not right."), field="code")
    _try(model, device.pk, kept)


def renew_codes(user: User, code: str) -> list[str]:
    """New recovery codes for the old ones. Raises WrongCode."""
    check(user, code)
    with transaction.atomic():
        codes = _new_codes(user)
        note("new recovery codes", by=user, at=clock())
    return codes


def stop(user: User, code: str) -> None:
    """The person's own wish, proved by a code. Raises WrongCode."""
    check(user, code)
    with transaction.atomic():
        _remove(user)
        note("second factor off", by=user, at=clock())


@transaction.atomic
def reset(user: User, *, by: User) -> None:
    """An administrator's help for who lost his phone and codes. Raises Forbidden."""
    if not may(by, "manage people", user):
        raise Forbidden(
            _("You may not change this account; ask another administrator.")
        )
    _remove(user)
    detail = {"account": user.pk, "username": user.username}
    note("reset second factor", by=by, at=clock(), detail=detail)


def _phone_to_be(user: User) -> TOTPDevice | None:
    rows = TOTPDevice.objects.filter(user=user, confirmed=False)
    return rows.select_related("user").order_by("pk").first()


def _try(model: type[Device], number: int, code: str) -> None:
    """Committed whatever comes of it: a wrong code must count."""
    with transaction.atomic():
        device = model.objects.select_for_update().get(pk=number)
        is_allowed, why = device.verify_is_allowed()
        is_right = is_allowed and device.verify_token(code.replace(" ", ""))
    if not is_allowed:
        until = date_format(timezone.localtime(why["locked_until"]), "H:i:s")
        raise WrongCode(
            _("Too many wrong codes: try again at %(until)s.") % {"until": until},
            field="code",
        )
    if not is_right:
        raise WrongCode(_("This code is not right."), field="code")


def _new_codes(user: User) -> list[str]:
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery")
    codes = [StaticToken.random_token() for _number in range(CODES)]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=code) for code in codes
    )
    return codes


def _remove(user: User) -> None:
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
