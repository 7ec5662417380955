/* Before the form goes: is it small enough, does the newsroom answer, who is signed in? */
import { signedIn } from "./renewal.js";
import { say } from "./words.js";

const MARGIN = 0.95; // of the server's limits: names and separators count too

export function guardSaving(form, drafts) {
  let isChecked = false;
  const complain = (sentence) => {
    const place = form.querySelector("[data-save-trouble]");
    place.textContent = sentence;
    place.hidden = !sentence;
  };

  form.addEventListener("submit", async (event) => {
    if (isChecked) return;
    event.preventDefault();
    drafts.keep();
    complain(troubleOf(form));
    if (troubleOf(form)) return;
    try {
      if (!(await signedIn())) return;
    } catch {
      return complain(say("unreachable"));
    }
    isChecked = true;
    form.requestSubmit(event.submitter);
  });
  addEventListener("pageshow", () => {
    isChecked = false;
  });
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-save]"));
  });
  form.addEventListener("story:save", () =>
    form.requestSubmit(form.querySelector("[data-save]")),
  );
  // A step that begins from the saved text saves first what was written since.
  form.addEventListener("click", (event) => {
    const step = event.target.closest("a[data-then]");
    if (!step || !("dirty" in form.dataset)) return;
    event.preventDefault();
    form.querySelector("[name=then]").value = step.dataset.then;
    form.requestSubmit();
  });
}

function troubleOf(form) {
  const entries = [...new FormData(form)];
  const length = (value) => new TextEncoder().encode(String(value)).length;
  const bytes = entries.reduce((sum, pair) => sum + pair.map(length).reduce(add), 0);
  const { mostBytes, mostFields } = form.dataset;
  const isTooLarge =
    bytes > mostBytes * MARGIN || entries.length > mostFields * MARGIN;
  return isTooLarge ? say("too_large", Math.floor(mostBytes / 1024 ** 2)) : "";
}

const add = (one, other) => one + other;
