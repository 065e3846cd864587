/** Keep a sum up to date while its numbers are written; the server has put the first one there. */

const tenths = (field) => Math.round(Number(field.value.replace("%", "").replace(",", ".")) * 10);

for (const sum of document.querySelectorAll("[data-sum]")) {
  const addends = [...document.querySelectorAll(`[data-addend="${sum.dataset.sum}"]`)];
  const written = new Intl.NumberFormat(document.documentElement.lang);
  const show = () => {
    const whole = addends.reduce((total, field) => total + tenths(field), 0);
    sum.value = Number.isNaN(whole) ? "–" : written.format(whole / 10);
  };
  for (const field of addends) field.addEventListener("input", show);
}
