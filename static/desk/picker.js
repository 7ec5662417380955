/* The picker of photos: search, choose, or take in a new one with caption and credit. */
import { ask } from "./story/asking.js";
import { say } from "./story/words.js";

const PAUSE = 250; // milliseconds
const dialog = document.querySelector("[data-picker]");
const grid = dialog?.querySelector("[data-picker-photos]");
const more = dialog?.querySelector("[data-picker-more]");
const filters = dialog?.querySelector("[data-picker-filters]");
let choose = null;
let asked = 0;
let timer = 0;

/** Opens the picker; `chosen(photo)` is called when one was taken. */
export function pick(chosen) {
  choose = chosen;
  dialog.showModal();
  filters.elements.q.focus();
  look();
}

function take(photo) {
  dialog.close();
  choose(photo);
}

/** The contact sheet of what is asked for, or more of it below `before`. */
async function look(before = "") {
  const mine = (asked += 1);
  const query = new URLSearchParams(new FormData(filters));
  if (before) query.set("before", before);
  let found;
  try {
    found = await ask(`${dialog.dataset.picker}?${query}`);
  } catch {
    return tell(say("offline"));
  }
  if (mine !== asked) return;
  const { html = "", older = "", error = "" } = found.data;
  if (!before) grid.replaceChildren();
  grid.append(...new DOMParser().parseFromString(html, "text/html").body.children);
  more.hidden = !older;
  more.dataset.before = older;
  tell(error || (grid.children.length ? "" : say("none")));
}

function tell(sentence) {
  const place = dialog.querySelector("[data-picker-told]");
  place.textContent = sentence;
  place.hidden = !sentence;
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
  filters.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  filters.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => look(more.dataset.before));
  grid.addEventListener("click", (event) => {
    const button = event.target.closest("[data-photo]");
    if (button) take(JSON.parse(button.dataset.photo));
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.querySelector("[data-picker-new]").addEventListener("submit", takeIn);
  document.addEventListener("photo:wanted", (event) => pick(event.detail.choose));
}
