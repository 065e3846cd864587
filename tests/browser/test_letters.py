"""How a weekly letter looks: its parts stand where they should, on a phone, and in the dark."""

import pytest
from playwright.sync_api import Browser, Page

from digests.building import AnyDigest
from tests.digests.samples import TO_CASEWORKER, TO_COORDINATOR, TO_EMPLOYER, written

pytestmark = pytest.mark.browser
EACH = pytest.mark.parametrize(
    "digest",
    [TO_CASEWORKER, TO_COORDINATOR, TO_EMPLOYER],
    ids=["caseworker", "coordinator", "employer"],
)

CONTRASTS = """() => {
  const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((v) => {
      const c = v / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const texts = [...document.querySelectorAll("td, h1, h2, a")].filter((each) =>
    [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
  );
  return texts.map((each) => {
    const [a, b] = [light(getComputedStyle(each).color), light(ground(each))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
}"""


def shown(chromium: Browser, digest: AnyDigest, width: int, scheme: str) -> Page:
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]  # light or dark
    page.set_content(written(digest).html or "")
    return page


@EACH
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read_in_both_schemes(
    chromium: Browser, digest: AnyDigest, scheme: str
) -> None:
    page = shown(chromium, digest, 800, scheme)
    contrasts = page.evaluate(CONTRASTS)
    page.close()
    assert len(contrasts) > 10
    assert min(contrasts) >= 4.5


@EACH
@pytest.mark.parametrize(("width", "sheet"), [(800, 600), (390, 366)], ids=["desk", "phone"])
def test_a_letter_is_one_column_that_fits(
    chromium: Browser, digest: AnyDigest, width: int, sheet: int
) -> None:
    page = shown(chromium, digest, width, "light")
    boxes = page.evaluate(
        """() => [...document.querySelectorAll("h1, h2, a")].map((each) => {
             const {left, right, top} = each.getBoundingClientRect();
             return [left, right, top];
           })"""
    )
    column = page.locator("table.sheet").bounding_box()
    whole = page.evaluate("() => document.documentElement.scrollWidth")
    page.close()
    assert whole <= width
    assert column is not None
    assert (round(column["width"]), round(column["x"])) == (sheet, (width - sheet) // 2)
    assert all(column["x"] < left and right < column["x"] + sheet for left, right, _top in boxes)
    assert [top for *_sides, top in boxes] == sorted(top for *_sides, top in boxes)
