/* The page where a dispatch is pasted: what is in it is kept in this browser, and who was
   logged out signs in again without leaving it. */
import { Drafts } from "../desk/story/drafts.js";
import { guardSaving } from "../desk/story/saving.js";

const OURS = new Set(["csrfmiddlewaretoken", "draft", "version", "seen", "act"]);

const form = document.querySelector("form.paste");
if (form) {
  form.classList.add("has-script");
  const drafts = new Drafts(form, { read, write });
  for (const kind of ["input", "change"])
    form.addEventListener(kind, () => drafts.changed());
  guardSaving(form, drafts);
  drafts.offer();
  form.dataset.ready = "";
}

function fields() {
  return [...form.elements].filter(
    ({ name, type }) => name && type !== "file" && !OURS.has(name),
  );
}

function read() {
  return Object.fromEntries(fields().map(({ name, value }) => [name, value]));
}

/** What has no field on this page yet goes along hidden: it has one after reading. */
function write(state) {
  const known = new Map(fields().map((field) => [field.name, field]));
  for (const [name, value] of Object.entries(state)) {
    let field = known.get(name);
    if (!field) {
      field = Object.assign(document.createElement("input"), { type: "hidden", name });
      form.append(field);
    }
    field.value = value;
  }
}
