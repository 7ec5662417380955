/* Rows of the form: put in, taken out, moved by buttons; dragging is sortable2's. */
import { say } from "./words.js";

const ROW = "[data-row]";

export class Rows {
  /** `fieldset` holds the rows, a template of one, and the count that is posted. */
  constructor(fieldset) {
    this.fieldset = fieldset;
    this.prefix = fieldset.dataset.rows;
    this.template = fieldset.querySelector("template");
    this.total = fieldset.querySelector(`[name=${this.prefix}-TOTAL_FORMS]`);
    fieldset.addEventListener("click", (event) => this.clicked(event));
    for (const row of this.all()) describe(row);
    this.number();
  }

  all() {
    return [...this.fieldset.querySelectorAll(ROW)];
  }

  /** A row with these values by field name, at the end. */
  add(values) {
    const number = this.total.value;
    const holder = document.createElement("template");
    holder.innerHTML = this.template.innerHTML.replaceAll("__prefix__", number);
    const row = holder.content.querySelector(ROW);
    for (const [name, value] of Object.entries(values)) {
      const field = row.querySelector(`[name="${this.prefix}-${number}-${name}"]`);
      if (field) field.value = value ?? "";
    }
    this.total.value = Number(number) + 1;
    this.fieldset.querySelector("[data-adder]").before(row);
    describe(row);
    this.changed();
    return row;
  }

  /** What each row holds, in order, by field name. */
  values() {
    return this.all().map((row) => valuesOf(row, this.prefix));
  }

  clear() {
    for (const row of this.all()) row.remove();
  }

  clicked(event) {
    const button = event.target.closest("button");
    const row = button?.closest(ROW);
    if (!row) return;
    if ("up" in button.dataset) this.move(row, -1, button);
    if ("down" in button.dataset) this.move(row, 1, button);
    if ("remove" in button.dataset) this.remove(row);
  }

  move(row, step, button) {
    const rows = this.all();
    const other = rows[rows.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    this.changed(say("moved", titleOf(row)));
    const place = button.disabled ? row.querySelector(".tool:enabled") : button;
    place.focus();
  }

  remove(row) {
    const next = row.nextElementSibling?.matches(ROW) ? row.nextElementSibling : null;
    row.remove();
    const place = next?.querySelector("[data-remove]");
    (place || this.fieldset.querySelector("[data-add]"))?.focus();
    this.changed(say("removed", titleOf(row)));
  }

  /** Numbers by place, as dragging writes them too; no way up from the first. */
  number() {
    const rows = this.all();
    rows.forEach((row, n) => {
      row.querySelector("input._reorder_").value = n + 1;
      row.querySelector("[data-up]").disabled = n === 0;
      row.querySelector("[data-down]").disabled = n === rows.length - 1;
    });
  }

  changed(sentence = "") {
    this.number();
    const told = document.querySelector("[data-told]");
    if (told) told.textContent = sentence;
    this.fieldset.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

export const titleOf = (row) => row.querySelector("[data-title]").textContent.trim();

function valuesOf(row, prefix) {
  const values = {};
  for (const field of row.querySelectorAll("input, select, textarea")) {
    const name = field.name.match(new RegExp(`^${prefix}-\\d+-(\\w+)$`))?.[1];
    if (name && !["ORDER", "DELETE"].includes(name)) values[name] = field.value;
  }
  return values;
}

/** The row's name, for eyes and for those who hear the page. */
function describe(row) {
  const value = (name) => row.querySelector(`[name$="-${name}"]`)?.value || "";
  const title = row.querySelector("[data-title]");
  title.textContent =
    value("title") || value("text") || value("url") || value("name") || value("target");
  row.classList.toggle("is-story", Boolean(value("target")));
  row.classList.toggle("is-linked", Boolean(value("author")));
  for (const button of row.querySelectorAll("button[data-label]"))
    button.setAttribute("aria-label", `${button.dataset.label}: ${title.textContent}`);
}
