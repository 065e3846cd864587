/**
 * A text field that suggests while one writes: the combobox pattern of ARIA 1.2 with a list.
 *
 * `data-typeahead` is an address that answers `?q=` with `[{code, title, label}]`;
 * `data-typeahead-target` is the hidden field that gets the code. Text without a choice is sent as it
 * is, with an empty code, just as it would be without this script.
 *
 * With `data-typeahead-posts` the question is about a person: it goes in the body of a request rather
 * than in an address, and a choice sends the form at once.
 */

const PAUSE = 150;

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

class Typeahead {
  constructor(field) {
    this.field = field;
    this.target = document.querySelector(field.dataset.typeaheadTarget);
    this.status = field.parentElement.querySelector("[data-typeahead-status]");
    this.found = [];
    this.active = -1;
    this.list = element("ul", {
      id: `${field.id}-list`,
      class: "typeahead-list",
      role: "listbox",
      "aria-label": field.labels[0].textContent.trim(),
    });
    this.list.hidden = true;
    const wrap = element("div", { class: "typeahead" });
    field.replaceWith(wrap);
    wrap.append(field, this.list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    })) field.setAttribute(name, value);
    this.listen();
  }

  listen() {
    this.field.addEventListener("input", () => this.onInput());
    this.field.addEventListener("keydown", (event) => this.onKey(event));
    this.field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose([...this.list.children].indexOf(option));
    });
  }

  onInput() {
    this.target.value = "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.request?.abort();
    const text = this.field.value.trim();
    if (!text) return this.close();
    this.request = new AbortController();
    try {
      const answer = await this.send(text, this.request.signal);
      if (answer.ok) this.show(await answer.json());
    } catch (problem) {
      // After a lost connection the field still works as plain text; a newer question is no problem.
      if (problem.name !== "AbortError") this.close();
    }
  }

  send(text, signal) {
    const address = new URL(this.field.dataset.typeahead, location.href);
    if (this.field.dataset.typeaheadPosts === undefined) {
      address.searchParams.set("q", text);
      return fetch(address, { signal });
    }
    const token = this.field.form.elements.csrf_token.value;
    return fetch(address, { method: "POST", body: new URLSearchParams({ q: text, csrf_token: token }), signal });
  }

  show(found) {
    if (document.activeElement !== this.field) return;
    this.found = found;
    this.activate(-1);
    this.list.replaceChildren(...found.map((one, index) => this.option(one, index)));
    this.expand(found.length > 0);
    const { one, many, none } = this.status.dataset;
    const words = { 0: none, 1: one }[found.length] ?? many;
    this.status.textContent = words.replace("{count}", found.length);
  }

  option({ title, label }, index) {
    const attributes = { id: `${this.list.id}-${index}`, class: "typeahead-option", role: "option", "aria-selected": "false" };
    const more = label && label !== title ? [element("small", {}, label)] : [];
    return element("li", attributes, title, ...more);
  }

  onKey(event) {
    const last = this.found.length - 1;
    if (event.key === "Escape" && !this.list.hidden) this.close();
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
    else if (event.key === "ArrowDown" && last >= 0) this.move(this.active < last ? this.active + 1 : 0);
    else if (event.key === "ArrowUp" && last >= 0) this.move(this.active > 0 ? this.active - 1 : last);
    else return;
    event.preventDefault();
  }

  move(index) {
    this.expand(true);
    this.activate(index);
  }

  activate(index) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = index;
    const option = this.list.children[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  choose(index) {
    const { code, title } = this.found[index];
    clearTimeout(this.timer);
    this.field.value = title;
    this.target.value = code;
    this.close();
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
    if (this.field.dataset.typeaheadPosts !== undefined) this.field.form.requestSubmit();
  }

  expand(open) {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
  }

  close() {
    clearTimeout(this.timer);
    this.activate(-1);
    this.expand(false);
  }
}

for (const field of document.querySelectorAll("[data-typeahead]")) new Typeahead(field);
