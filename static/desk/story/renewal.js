/* Logging in again in a dialog of the page: the form behind it stays as it is. */
import { say } from "./words.js";

const dialog = document.querySelector("[data-renewal]");
const form = document.querySelector("[data-story-form]");
let asked = null;

/** Whether the person of this page is signed in, after a dialog if need be. Throws
    TypeError when the newsroom does not answer. */
export async function signedIn() {
  const answer = await fetch(form.dataset.renew, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new TypeError(answer.statusText);
  const { user, csrf } = await answer.json();
  keepToken(csrf);
  if (user === form.dataset.user) return true;
  return signIn(user ? say("other_user", user) : "");
}

/** Opens the dialog; true once the password was right, false when it was closed. */
export function signIn(remark = "") {
  asked ||= new Promise((resolve) => {
    complain(remark);
    dialog.querySelector("[data-renewal-code]").hidden = true;
    dialog.showModal();
    dialog.querySelector("[name=password]").focus();
    dialog.addEventListener(
      "close",
      () => {
        asked = null;
        dialog.querySelector("form").reset();
        resolve(dialog.returnValue === "in");
        dialog.returnValue = "";
      },
      { once: true },
    );
  });
  return asked;
}

function keepToken(csrf) {
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]"))
    field.value = csrf;
}

function complain(sentence) {
  const place = dialog.querySelector("[role=alert]");
  place.textContent = sentence;
  place.hidden = !sentence;
}

async function send(event) {
  event.preventDefault();
  complain("");
  let answer;
  try {
    // The token may be older than the last login in another window.
    const known = await fetch(form.dataset.renew);
    keepToken((await known.json()).csrf);
    answer = await fetch(form.dataset.renew, {
      method: "POST",
      body: new FormData(event.target),
    });
  } catch {
    return complain(say("unreachable"));
  }
  if (answer.status === 429) return complain(say("wait"));
  const data = await answer.json();
  if (answer.ok) {
    keepToken(data.csrf);
    return dialog.close("in");
  }
  complain(data.error);
  if (data.errors.needs_code) {
    const code = dialog.querySelector("[data-renewal-code]");
    code.hidden = false;
    code.querySelector("input").focus();
  }
}

if (dialog) {
  dialog.querySelector("form").addEventListener("submit", send);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
}
