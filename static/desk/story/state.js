/* All that is written in the form, read as one value and put back from it. */

const HIDDEN = new Set(["csrfmiddlewaretoken", "draft", "version", "body"]);

/** `rows` by prefix, `body` of body.js. */
export function stateOf(form, rows, body) {
  const fields = () =>
    [...form.elements].filter(
      ({ name, tagName }) =>
        name &&
        ["INPUT", "TEXTAREA", "SELECT"].includes(tagName) &&
        !HIDDEN.has(name) &&
        !Object.keys(rows).some((prefix) => name.startsWith(`${prefix}-`)),
    );
  return {
    read: () => ({
      fields: Object.fromEntries(fields().map(({ name, value }) => [name, value])),
      body: body.get(),
      rows: Object.fromEntries(
        Object.entries(rows).map(([prefix, list]) => [prefix, list.values()]),
      ),
    }),
    write(state) {
      for (const field of fields()) {
        if (!(field.name in state.fields)) continue;
        field.value = state.fields[field.name];
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      body.set(state.body);
      for (const [prefix, list] of Object.entries(rows)) {
        list.clear();
        for (const values of state.rows[prefix] || []) list.add(values);
      }
    },
  };
}
