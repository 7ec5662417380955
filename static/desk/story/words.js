/* What the scripts of the story page say, in the person's language. */
const found = document.getElementById("story-words");
const words = found ? JSON.parse(found.textContent) : {};

/** The sentence of that name, with `value` in its place. */
export const say = (name, value = "") => (words[name] || name).replace("%s", value);
