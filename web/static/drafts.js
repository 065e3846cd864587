/**
 * Nothing entered is ever lost: a form with `data-draft-key` is kept in this browser while one
 * writes, and is filled in again after a reload, a lost connection or a closed tab.
 *
 * A draft goes away when the server says that it has saved the same key (a `draft-saved` meta on the
 * next page), when the reader throws it away, or after a week. Passwords, files and hidden fields,
 * and so the CSRF token, are never kept; only the code behind a chosen suggestion goes with its text.
 */

const PREFIX = "farled:draft:";
const PAUSE = 600;
const WEEK = 7 * 24 * 60 * 60 * 1000;
const NEVER = new Set(["password", "file", "submit", "button"]);

const time = (moment) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }).format(moment);

const isCode = (field) => document.querySelector(`[data-typeahead-target="#${field.id}"]`) !== null;

const isKept = (field) =>
  field.name && !NEVER.has(field.type) && (field.type !== "hidden" || isCode(field));

const fieldsOf = (form) => [...form.elements].filter(isKept);

const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

/** The entered values as [name, value] pairs, in the order of the form. */
const valuesOf = (form) =>
  fieldsOf(form)
    .filter((field) => !isTicked(field) || field.checked)
    .map((field) => [field.name, field.value]);

function fillIn(form, values) {
  const left = new Map();
  for (const [name, value] of values) left.set(name, [...(left.get(name) ?? []), value]);
  for (const field of fieldsOf(form)) {
    const own = left.get(field.name) ?? [];
    if (isTicked(field)) field.checked = own.includes(field.value);
    else if (own.length) field.value = own.shift();
  }
}

function read(key) {
  const kept = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
  if (kept && Date.now() - kept.at < WEEK) return kept;
  localStorage.removeItem(PREFIX + key);
  return null;
}

const write = (key, values) =>
  localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), values }));

/** The line under the form: what happened to the draft, and the way to throw it away. */
function statusOf(form) {
  const place = form.querySelector("[data-draft-status]");
  const [text, button] = [place.querySelector("[role=status]"), place.querySelector("button")];
  return {
    texts: place.dataset,
    button,
    say(words, moment) {
      place.hidden = false;
      text.textContent = words.replace("{time}", time(moment));
    },
    hide() {
      text.textContent = "";
      place.hidden = true;
    },
  };
}

function keep(form) {
  const key = form.dataset.draftKey;
  const status = statusOf(form);
  const served = valuesOf(form);
  let timer;

  const save = () => {
    forgetTimer();
    write(key, valuesOf(form));
    status.say(status.texts.saved, Date.now());
  };
  const saveSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  const forgetTimer = () => {
    clearTimeout(timer);
    timer = undefined;
  };

  const kept = read(key);
  if (kept && JSON.stringify(kept.values) !== JSON.stringify(served)) {
    fillIn(form, kept.values);
    status.say(status.texts.restored, kept.at);
  }

  form.addEventListener("input", saveSoon);
  form.addEventListener("change", saveSoon);
  form.addEventListener("submit", (event) => {
    save();
    if (navigator.onLine) return;
    event.preventDefault();
    status.say(status.texts.offline, Date.now());
  });
  addEventListener("pagehide", () => {
    if (timer) save();
  });
  status.button.addEventListener("click", () => {
    forgetTimer();
    localStorage.removeItem(PREFIX + key);
    fillIn(form, served);
    status.hide();
    fieldsOf(form)[0]?.focus();
  });
}

for (const saved of document.querySelectorAll("meta[name=draft-saved]")) {
  localStorage.removeItem(PREFIX + saved.content);
}
document.querySelectorAll("form[data-draft-key]").forEach(keep);
