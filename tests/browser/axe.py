"""What axe-core finds on a page, in both widths and both colour schemes."""

from itertools import product
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

PHONE = ViewportSize(width=390, height=844)
WIDE = ViewportSize(width=1280, height=900)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

PAINTED = """
    async () => {
        const painted = () => new Promise(requestAnimationFrame);
        await painted().then(painted);
        await Promise.all(document.getAnimations().map((one) => one.finished)).then(painted);
    }
"""
"""Comes back when the page stands still in its new size and colours."""

FAULTS = """
    (rules) => axe.run({ runOnly: rules, resultTypes: ["violations"] }).then((found) =>
        found.violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.target)])
    )
"""
"""Tells of each fault its rule and where it stands; what axe passes is not carried over."""


def faults_on(page: Page) -> list[str]:
    """What axe finds on the page in both widths and schemes, and whether it slides sideways.

    Only colours differ between the schemes, so the dark ones are asked about colours alone.
    """
    page.evaluate(AXE_SCRIPT)
    found = []
    for size, scheme in product((WIDE, PHONE), SCHEMES):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        rules = EVERYTHING if scheme == "light" else COLOURS
        for rule, where in _lasting_faults(page, rules):
            found.append(f"{page.url} {size['width']} {scheme}: {rule} {where}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{page.url} {size['width']}: wider than the screen")
    page.set_viewport_size(WIDE)
    return found


def _lasting_faults(page: Page, rules: object) -> list[tuple[str, object]]:
    """Faults by their rule and places; what only a page half painted shows is none."""
    for _once_more in range(2):
        page.evaluate(PAINTED)
        found: list[tuple[str, object]] = page.evaluate(FAULTS, rules)
        if not found:
            break
    return found
