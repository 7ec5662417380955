"""Pictures of what is printed. Nothing but MEDIA_ROOT/public can be reached."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

from photos.addresses import stem_of
from photos.files import public
from photos.stores import Folder


@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponseBase:
    """A public rendition. Its name changes with its content: it is kept for ever."""
    store = public()
    if not stem_of(name) or not isinstance(store, Folder):
        raise Http404  # a bucket has addresses of its own
    response = serve(request, name, document_root=str(store.root))
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response
