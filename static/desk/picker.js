/* The picker of photos: search, choose, or take in a new one with caption and credit. */
import { ask } from "./story/asking.js";
import { say } from "./story/words.js";

const PAUSE = 250; // milliseconds
const dialog = document.querySelector("[data-picker]");
const grid = dialog?.querySelector("[data-picker-photos]");
const more = dialog?.querySelector("[data-picker-more]");
const search = dialog?.querySelector("[data-picker-search]");
let choose = null;
let asked = 0;
let timer = 0;

/** Opens the picker; `chosen(photo)` is called when one was taken. */
export function pick(chosen) {
  choose = chosen;
  dialog.showModal();
  search.focus();
  look(1);
}

function take(photo) {
  dialog.close();
  choose(photo);
}

async function look(page) {
  const mine = (asked += 1);
  const query = new URLSearchParams({ q: search.value, page });
  let found;
  try {
    found = await ask(`${dialog.dataset.picker}?${query}`);
  } catch {
    return tell(say("offline"));
  }
  if (mine !== asked) return;
  const { items = [], next = null, error = "" } = found.data;
  if (page === 1) grid.replaceChildren();
  grid.append(...items.map(card));
  more.hidden = !next;
  more.dataset.page = next;
  tell(error || (grid.children.length ? "" : say("none")));
}

function tell(sentence) {
  const place = dialog.querySelector("[data-picker-told]");
  place.textContent = sentence;
  place.hidden = !sentence;
}

function card(photo) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  const image = document.createElement("img");
  Object.assign(image, { src: photo.src, alt: "", loading: "lazy" });
  Object.assign(image, { width: photo.width, height: photo.height });
  const caption = document.createElement("span");
  caption.textContent = photo.caption || `#${photo.id}`;
  const credit = document.createElement("span");
  credit.className = "credit";
  credit.textContent = photo.credit;
  button.append(image, caption, " ", credit);
  button.addEventListener("click", () => take(photo));
  item.append(button);
  return item;
}

async function takeIn(event) {
  event.preventDefault();
  const form = event.target;
  const send = form.querySelector("[type=submit]");
  show(form, { error: say("sending") });
  send.disabled = true;
  try {
    const body = new FormData(form);
    const { ok, data } = await ask(form.action, { method: "POST", body });
    if (!ok) return show(form, data);
    form.reset();
    show(form, {});
    if (data.was_known) document.querySelector("[data-told]").textContent = say("known");
    take(data.item);
  } catch {
    show(form, { error: say("unreachable") });
  } finally {
    send.disabled = false;
  }
}

/** Each sentence beside its field. */
function show(form, { error = "", errors = {} }) {
  form.querySelector("[role=alert]").textContent = error;
  for (const place of form.querySelectorAll("[data-error]")) {
    const sentence = errors[place.dataset.error] || "";
    const field = form.querySelector(`[name=${place.dataset.error}]`);
    place.textContent = sentence;
    place.hidden = !sentence;
    field.toggleAttribute("aria-invalid", Boolean(sentence));
  }
}

if (dialog) {
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE, 1);
  });
  more.addEventListener("click", () => look(Number(more.dataset.page)));
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.querySelector("[data-picker-new]").addEventListener("submit", takeIn);
  document.addEventListener("photo:wanted", (event) => pick(event.detail.choose));
}
