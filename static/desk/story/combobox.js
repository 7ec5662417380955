/* A field that offers what fits (WAI-ARIA combobox): arrows, Enter, Escape, mouse. */
import { say } from "./words.js";

const PAUSE = 200; // milliseconds without a key, before the newsroom is asked
let count = 0;

/** `suggest(text)` gives items {title, note}; `choose(item)` is told which was taken. */
export function combobox(input, { suggest, choose }) {
  const list = document.createElement("ul");
  list.id = `choices-${(count += 1)}`;
  list.className = "choices";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent || "");
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  }))
    input.setAttribute(name, value);

  let items = [];
  let active = -1;
  let timer = 0;
  let asked = 0;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (number) => {
    active = number;
    [...list.children].forEach((line, n) =>
      line.setAttribute("aria-selected", String(n === active)),
    );
    const line = list.children[active];
    if (!line) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", line.id);
    line.scrollIntoView({ block: "nearest" });
  };
  const take = (item) => {
    input.value = "";
    close();
    choose(item);
  };
  const show = (found, sentence) => {
    items = found;
    list.replaceChildren(...found.map((item, n) => line(list, item, n)));
    if (!found.length && sentence) list.append(remark(sentence));
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(found.length ? 0 : -1);
  };
  const look = async () => {
    const text = input.value.trim();
    const mine = (asked += 1);
    if (!text) return close();
    try {
      const found = await suggest(text);
      if (mine === asked) show(found, say("none"));
    } catch {
      if (mine === asked) show([], say("offline"));
    }
  };

  input.addEventListener("input", (event) => {
    event.stopPropagation(); // what is looked for is not written yet
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length && !list.hidden) {
      event.preventDefault();
      mark((active + step + items.length) % items.length);
    } else if (event.key === "Enter") {
      event.preventDefault(); // Enter never saves the story from here
      if (!list.hidden && items[active]) take(items[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const chosen = event.target.closest("[role=option]");
    if (chosen) take(items[[...list.children].indexOf(chosen)]);
  });
}

function line(list, item, number) {
  const made = document.createElement("li");
  made.id = `${list.id}-${number}`;
  made.setAttribute("role", "option");
  const title = document.createElement("span");
  title.textContent = item.title;
  made.append(title);
  if (item.note) {
    const note = document.createElement("span");
    note.className = "hint";
    note.textContent = item.note;
    made.append(" ", note);
  }
  return made;
}

function remark(sentence) {
  const made = document.createElement("li");
  made.className = "none";
  made.setAttribute("role", "option");
  made.setAttribute("aria-disabled", "true");
  made.textContent = sentence;
  return made;
}
