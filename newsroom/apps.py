"""The admin app, with the desk's site named as a string; and what is not published."""

from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig

# Of CKEditor's 1,257 files, those that no page of ours asks for.
_UNUSED = """
    adapters skins/moono vendor plugins/about plugins/adobeair plugins/ajax
    plugins/autoembed plugins/autolink plugins/bbcode plugins/codesnippet
    plugins/codesnippetgeshi plugins/colordialog plugins/copyformatting
    plugins/devtools plugins/div plugins/divarea plugins/docprops plugins/embed
    plugins/embedbase plugins/embedsemantic plugins/exportpdf plugins/filetools
    plugins/flash plugins/forms plugins/iframe plugins/iframedialog plugins/image
    plugins/image2 plugins/language plugins/liststyle plugins/mathjax
    plugins/menubutton plugins/notificationaggregator plugins/pagebreak
    plugins/placeholder plugins/preview plugins/scayt plugins/sharedspace
    plugins/showblocks plugins/smiley plugins/sourcedialog plugins/stylesheetparser
    plugins/tableresize plugins/templates plugins/uicolor plugins/uploadimage
    plugins/uploadwidget plugins/wsc plugins/xml
"""


class NewsroomAdminConfig(AdminConfig):
    default_site = "desk.site.NewsroomSite"


class NewsroomStaticConfig(StaticFilesConfig):
    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        *("ckeditor/galleriffic/*", "ckeditor/file-icons/*"),
        "ckeditor/ckeditor/*lang/[!ev]*.js",  # of its languages ours, and a few more
        *(f"ckeditor/ckeditor/{part}/*" for part in _UNUSED.split()),
    ]
