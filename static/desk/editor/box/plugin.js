/* A fact box ("box thông tin"): the chosen paragraphs in an <aside>, or out of it. */
(() => {
  /** What stands outermost around `node`, directly in the text. */
  const outermost = (node, root) => {
    let found = node;
    while (!found.getParent().equals(root)) found = found.getParent();
    return found;
  };

  const blocks = (editor) => {
    const found = [];
    const iterator = editor.getSelection().getRanges()[0].createIterator();
    for (let next = iterator.getNextParagraph(); next; ) {
      const block = outermost(next, editor.editable());
      if (!found.some((other) => other.equals(block))) found.push(block);
      next = iterator.getNextParagraph();
    }
    return found;
  };

  const wrap = (editor) => {
    const chosen = blocks(editor);
    const bookmarks = editor.getSelection().createBookmarks();
    const box = editor.document.createElement("aside");
    box.insertBefore(chosen[0]);
    for (const block of chosen) block.move(box);
    editor.getSelection().selectBookmarks(bookmarks);
  };

  const unwrap = (editor, box) => {
    const bookmarks = editor.getSelection().createBookmarks();
    box.remove(true);
    editor.getSelection().selectBookmarks(bookmarks);
  };

  CKEDITOR.plugins.add("box", {
    init(editor) {
      editor.addCommand("box", {
        context: "aside",
        requiredContent: "aside",
        exec() {
          const box = editor.elementPath().contains("aside");
          if (box) unwrap(editor, box);
          else wrap(editor);
        },
        refresh(_editor, path) {
          const isInside = path.contains("aside");
          this.setState(isInside ? CKEDITOR.TRISTATE_ON : CKEDITOR.TRISTATE_OFF);
        },
      });
      editor.ui.addButton("Box", { label: editor.config.boxLabel, command: "box" });
    },
  });
})();
