"""What axe-core finds on a page, on a wide screen in light colours and on a phone in dark ones."""

from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

PHONE = ViewportSize(width=390, height=844)
WIDE = ViewportSize(width=1280, height=900)
SEEN: tuple[tuple[ViewportSize, Literal["light", "dark"]], ...] = (
    (WIDE, "light"),
    (PHONE, "dark"),
)
"""What is laid out does not hang on the colours, nor the colours on the width: two looks see both
of each."""

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

PAINTED = """
    async () => {
        const painted = () => new Promise(requestAnimationFrame);
        await painted().then(painted);
        await Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(painted);
    }
"""
"""Comes back when the page stands still in its new size and colours; a movement that was broken
off has ended too."""

FAULTS = """
    (tags) => axe.run({ runOnly: tags, resultTypes: ["violations"] }).then((found) =>
        found.violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.target)])
    )
"""
"""Tells of each fault its rule and where it stands; what axe passes is not carried over."""


def faults_on(page: Page) -> list[str]:
    """What axe finds on the page in both looks, and whether it slides sideways."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for size, scheme in SEEN:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for rule, where in _lasting_faults(page):
            found.append(f"{page.url} {size['width']} {scheme}: {rule} {where}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{page.url} {size['width']}: wider than the screen")
    page.set_viewport_size(WIDE)
    return found


def _lasting_faults(page: Page) -> list[tuple[str, object]]:
    """Faults by their rule and places; what only a page half painted shows is none."""
    for _once_more in range(2):
        page.evaluate(PAINTED)
        found: list[tuple[str, object]] = page.evaluate(FAULTS, EVERYTHING)
        if not found:
            break
    return found
