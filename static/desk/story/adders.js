/* The fields that put a row in: a person, a topic, a story or an outside address. */
import { ask } from "./asking.js";
import { combobox } from "./combobox.js";
import { say } from "./words.js";

const isAddress = (text) => /^(https?:\/\/|\/(?!\/))\S+$/.test(text);

const found = async (address, text, besides = {}) => {
  const query = new URLSearchParams({ q: text, ...besides });
  return (await ask(`${address}?${query}`)).data.items || [];
};

/** By kind: what is offered, and the row that a choice becomes. */
const KINDS = {
  bylines: {
    async suggest(address, text) {
      const authors = await found(address, text);
      return [...authors, { title: say("free_name", text), name: text }];
    },
    row: (item) =>
      item.id ? { author: item.id, title: item.title, name: item.title } : { name: item.name },
    focus: "role",
  },
  topics: {
    suggest: found,
    row: (item) => ({ topic: item.id, name: item.title }),
  },
  links: {
    async suggest(address, text, form) {
      if (isAddress(text)) return [{ title: say("outside", text), url: text }];
      const stories = await found(address, text, { not: form.dataset.story });
      return stories.map((story) => ({
        ...story,
        note: [story.note, say(story.is_live ? "live" : "not_live")]
          .filter(Boolean)
          .join(" · "),
      }));
    },
    row: (item) => (item.url ? { url: item.url } : { target: item.id, title: item.title }),
    focus: "text",
  },
};

export function adder(rows, form) {
  const input = rows.fieldset.querySelector("[data-add]");
  if (!input) return;
  const kind = KINDS[input.dataset.kind];
  combobox(input, {
    suggest: (text) => kind.suggest(input.dataset.add, text, form),
    choose(item) {
      const row = rows.add(kind.row(item));
      const next = row.querySelector(`[name$="-${kind.focus}"]`);
      if (next?.checkVisibility()) next.focus();
      else input.focus();
    },
  });
}
