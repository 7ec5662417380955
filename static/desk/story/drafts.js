/* The text is kept in this browser while it is written, and offered after a crash.

   Each opened page keeps a record of its own; it goes when the newsroom says (by a
   cookie) that this very one was saved, or when it says what the page says. */
import { say } from "./words.js";

const PAUSE = 3000; // milliseconds
const OLDEST = 30 * 24 * 3600 * 1000; // milliseconds
const MOST = 3; // records of one story

export class Drafts {
  constructor(form, state) {
    this.form = form;
    this.state = state;
    this.token = [...crypto.getRandomValues(new Uint8Array(12))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
    form.querySelector("[name=draft]").value = this.token;
    this.group = `story:${form.dataset.user}:${form.dataset.story || "new"}:`;
    this.status = form.querySelector("[data-kept]");
    this.isChanged = "unsaved" in form.dataset;
    // What is saved: it need not be kept. What came back refused is not.
    this.saved = this.isChanged ? null : JSON.stringify(state.read());
    this.last = this.saved;
    setInterval(() => this.keep(), PAUSE);
    addEventListener("pagehide", () => this.keep());
  }

  changed() {
    this.isChanged = true;
    this.form.dataset.dirty = "";
  }

  /** Writes what is in the form, if it differs from what is saved. */
  keep() {
    if (!this.isChanged) return;
    this.isChanged = false;
    const text = JSON.stringify(this.state.read());
    if (text === this.last) return;
    this.last = text;
    if (text === this.saved) {
      localStorage.removeItem(this.group + this.token);
      return this.tell("");
    }
    const version = this.form.querySelector("[name=version]").value;
    const record = { token: this.token, at: Date.now(), version, text };
    try {
      localStorage.setItem(this.group + this.token, JSON.stringify(record));
      this.tell(say("kept", clock(record.at)));
    } catch {
      this.tell(say("kept_not"));
    }
  }

  tell(sentence) {
    this.status.textContent = sentence;
  }

  /** The newest kept record that is neither saved nor what the page says already. */
  offered() {
    const saved = document.cookie.match(/(?:^|;\s*)saved_draft=(\w+)/)?.[1];
    const shown = JSON.stringify(this.state.read());
    const records = everything()
      .filter(({ key, record }) => {
        const isOurs = key.startsWith(this.group) && record.token !== this.token;
        const isNeedless =
          Date.now() - record.at > OLDEST ||
          (isOurs && (record.token === saved || record.text === shown));
        if (isNeedless) localStorage.removeItem(key);
        return isOurs && !isNeedless;
      })
      .sort((one, other) => other.record.at - one.record.at);
    for (const { key } of records.slice(MOST)) localStorage.removeItem(key);
    return records[0] || null;
  }

  /** Asks, while there is something to ask about. */
  offer() {
    const banner = this.form.querySelector("[data-draft-offer]");
    const found = this.offered();
    banner.hidden = !found;
    if (!found) return;
    const { key, record } = found;
    const version = this.form.querySelector("[name=version]");
    const isOlder = record.version !== version.value;
    const sentence = say(isOlder ? "found_older" : "found", clock(record.at));
    banner.querySelector("[data-draft-text]").textContent = sentence;
    banner.querySelector("[data-draft-restore]").onclick = () => {
      this.state.write(JSON.parse(record.text));
      version.value = record.version;
      this.changed();
      this.keep();
      localStorage.removeItem(key);
      banner.hidden = true;
      this.tell(say("restored"));
    };
    banner.querySelector("[data-draft-drop]").onclick = () => {
      localStorage.removeItem(key);
      this.offer();
    };
  }
}

const clock = (at) => {
  const format = { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" };
  return new Date(at).toLocaleString(document.documentElement.lang, format);
};

function everything() {
  const found = [];
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith("story:")) continue;
    try {
      found.push({ key, record: JSON.parse(localStorage.getItem(key)) });
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found;
}
