/**
 * The key in `data-shortcut` moves to its field. A person who dictates or slips on the keys can turn
 * it off (WCAG 2.1.4) with the switch in components/page.html; the choice stays in this browser.
 */

const CHOICE = "farled:shortcuts";
const isOn = () => localStorage.getItem(CHOICE) !== "off";

const isTyping = (element) =>
  element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn()) return;
  const fields = [...document.querySelectorAll("[data-shortcut]")];
  const field = fields.find((one) => one.dataset.shortcut === event.key && one.checkVisibility());
  if (!field) return;
  event.preventDefault();
  field.focus();
});

for (const choice of document.querySelectorAll("[data-shortcut-switch]")) {
  const box = choice.querySelector("input");
  box.checked = isOn();
  box.addEventListener("change", () => localStorage.setItem(CHOICE, box.checked ? "on" : "off"));
  choice.hidden = false;
}
