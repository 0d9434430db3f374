"""What of a page is none of its text: menus, banners, buttons, other people's comments.

By the tags and roles that say so, and by the class or id that common publishing systems
give such parts. That a name says so is evidence and no proof, so the caller takes such a
part all the same where nothing but it holds a draft.
"""

from __future__ import annotations

import re

from lxml import etree

# Elements that show no text, or whose text is for programs and for filling in.
_WITHOUT_TEXT = """
    head script style template noscript title meta link base object embed svg audio video canvas
    iframe frame noframes map area datalist select option optgroup button input textarea progress
    meter img picture source track param rp rt applet
"""
DROPPED = frozenset(_WITHOUT_TEXT.split())
_TAGS = frozenset({"nav", "aside", "footer"})
_ROLES = frozenset({
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog",
    "menu", "menubar", "toolbar", "tablist", "tooltip", "alert",
})  # fmt: skip
# Whole names, apart from what systems put before and after them.
_NAMES = re.compile(
    r"(?:js-|wp-block-|wp-|block-|site-|page-|main-|post-|entry-|article-|blog-|global-|u-|c-)*"
    r"(?:comments?|commentlist|respond|disqus(?:-thread)?|discussion-thread|reader-comments|replies"
    r"|share|sharing|shares|sharedaddy|addtoany\w*|share-(?:buttons|links|bar)|social"
    r"|social-(?:share|sharing|links|media|icons|bar)"
    r"|cookies?|cookie-(?:banner|notice|bar|consent|law|popup)|consent|gdpr|onetrust\w*"
    r"|related|related-(?:posts|articles|news|stories|links|content)|relatedposts|recommended"
    r"|recommendations|read-next|more-(?:news|stories|posts)|jp-relatedposts|teasers?|trending"
    r"|nav|navbar|navigation|navbox|menu|breadcrumbs?|pagination|pager|post-navigation|sidebar"
    r"|skip-?link|sitemap|toolbar|topbar|footer|search-?(?:form|box)"
    r"|newsletter|newsletter-signup|subscribe|subscription|signup|paywall|donate|donation"
    r"|ads?|advert|advertisement|adsbygoogle|banner|promo|popup|modal|lightbox"
    r"|author-(?:bio|box)|tags|tag-links|toc|catlinks|printfooter|mw-editsection|mw-jump-link"
    r"|mw-indicators|mw-navigation|mw-panel|site-sub|sister-?projects?|hatnote"
    r"|vector-(?:header|menu|toc|page-toolbar|column-(?:start|end)|dropdown|sticky-header|settings))"
    r"(?:-(?:area|section|list|wrap|wrapper|container|block|box|widget|bar|form|thread|inner|links"
    r"|\d+))*"
)
_UNSEEN = frozenset({
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible",
    "offscreen", "d-none", "hidden",
})  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# However they are called, these hold the text.
_NEVER = frozenset({"html", "body", "main", "article", "form", "p", "blockquote", "pre"})


def is_unseen(element: etree._Element) -> bool:
    """Whether an element says of itself that nobody is to see it."""
    hidden = element.get("hidden")
    if hidden is not None and hidden != "until-found":
        return True
    if element.get("aria-hidden") == "true":
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    names = element.get("class")
    return bool(names) and not _UNSEEN.isdisjoint((names or "").lower().split())


def is_furniture(element: etree._Element) -> bool:
    """Whether an element, by what it is called, is none of the page's text."""
    if element.tag in _NEVER:
        return False
    if element.tag in _TAGS or element.get("role", "").lower() in _ROLES:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    return any(_NAMES.fullmatch(_plain(name)) for name in names[:20])


def _plain(name: str) -> str:
    return _CAMEL.sub("-", name[:80]).replace("_", "-").lower()
