/* The text: in the editor, or in a plain area when the editor was not given it. */

/** {get, set, ready}; `changed` is called whenever the text may be another. */
export function bodyOf(form, changed) {
  const area = form.querySelector("[name=body]");
  if (area.dataset.type !== "ckeditortype" || !window.CKEDITOR) {
    return {
      get: () => area.value,
      set: (text) => {
        area.value = text;
      },
      ready: Promise.resolve(),
    };
  }
  let editor = null;
  const ready = new Promise((resolve) => {
    window.CKEDITOR.on("instanceReady", (event) => {
      if (event.editor.name !== area.id) return;
      editor = event.editor;
      editor.on("change", changed);
      editor.on("key", (key) => {
        if (key.data.keyCode !== window.CKEDITOR.CTRL + 83) return;
        key.cancel();
        form.dispatchEvent(new CustomEvent("story:save"));
      });
      resolve();
    });
  });
  return {
    get: () => (editor ? editor.getData() : area.value),
    set: (text) => editor.setData(text, { callback: changed }),
    ready,
  };
}
