/* The page on which a story is written: its parts, put together. */
import { pick } from "./picker.js";
import { adder } from "./story/adders.js";
import { bodyOf } from "./story/body.js";
import { Drafts } from "./story/drafts.js";
import { leadPhoto } from "./story/lead.js";
import { Rows } from "./story/rows.js";
import { guardSaving } from "./story/saving.js";
import { stateOf } from "./story/state.js";

const PATIENCE = 8000; // milliseconds: without the editor the rest still works

const form = document.querySelector("[data-story-form]");
if (form) await begin(form);

async function begin(form) {
  form.classList.add("has-script");
  if (!form.querySelector("[data-save]")) return; // it is only read
  let changed = () => {};
  const body = bodyOf(form, () => changed());
  const rows = {};
  for (const fieldset of form.querySelectorAll("[data-rows]")) {
    const list = new Rows(fieldset);
    rows[list.prefix] = list;
    adder(list, form);
  }
  leadPhoto(form, pick);
  await Promise.race([body.ready, new Promise((go) => setTimeout(go, PATIENCE))]);
  const drafts = new Drafts(form, stateOf(form, rows, body));
  changed = () => drafts.changed();
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  guardSaving(form, drafts);
  drafts.offer();
  form.dataset.ready = "";
}
