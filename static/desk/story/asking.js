/* Questions to the newsroom: JSON. Who was logged out is asked to log in again first. */
import { signIn } from "./renewal.js";

export const token = () =>
  document.querySelector("[data-story-form] [name=csrfmiddlewaretoken]")?.value || "";

/** {ok, data}. Throws TypeError when there is no answer at all. */
export async function ask(address, options = {}) {
  const send = () =>
    fetch(address, {
      ...options,
      headers: { Accept: "application/json", "X-CSRFToken": token() },
    });
  let answer = await send();
  if (answer.status === 401 && (await signIn())) answer = await send();
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  return { ok: answer.ok, data: isJson ? await answer.json() : {} };
}
