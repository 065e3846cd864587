"""What axe-core finds on a page, on a wide screen in light colours and on a phone in dark ones."""

from collections.abc import Mapping
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

PHONE = ViewportSize(width=390, height=844)
WIDE = ViewportSize(width=1280, height=900)

Rules = Mapping[str, object]
"""Which rules axe keeps to, as its own `runOnly`."""

EVERYTHING: Rules = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
BY_SIZE_AND_COLOUR: Rules = {
    "type": "rule",
    "values": [
        "color-contrast",
        "link-in-text-block",
        "target-size",
        "scrollable-region-focusable",
        "button-name",
        "link-name",
        "summary-name",
        "heading-order",
    ],
}
"""What can be another on a phone or in the dark, where other parts are shown in other colours."""

SEEN: tuple[tuple[ViewportSize, Literal["light", "dark"], Rules], ...] = (
    (WIDE, "light", EVERYTHING),
    (PHONE, "dark", BY_SIZE_AND_COLOUR),
)
"""What is laid out does not hang on the colours, nor the colours on the width: two looks see both
of each."""

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
    (rules) => axe.run(
        { runOnly: rules, preload: false, resultTypes: ["violations"] }
    ).then((found) =>
        found.violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.target)])
    )
"""
"""Tells of each fault its rule and where it stands; what axe passes is not carried over."""


def faults_on(page: Page) -> list[str]:
    """What axe finds on the page in both looks, and whether it slides sideways."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for size, scheme, rules in SEEN:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for rule, where in _lasting_faults(page, rules):
            found.append(f"{page.url} {size['width']} {scheme}: {rule} {where}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{page.url} {size['width']}: wider than the screen")
    page.set_viewport_size(WIDE)
    return found


def _lasting_faults(page: Page, rules: Rules) -> list[tuple[str, object]]:
    """Faults by their rule and places; what only a page half painted shows is none."""
    for _once_more in range(2):
        page.evaluate(PAINTED)
        found: list[tuple[str, object]] = page.evaluate(FAULTS, rules)
        if not found:
            break
    return found
