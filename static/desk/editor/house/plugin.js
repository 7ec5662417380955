/* HTML written as we keep it: one block a line and nothing else, so that a story that
   was only opened and saved does not differ from what it was. */
(() => {
  const BLOCKS = [
    ...["p", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "figcaption"],
    ...["aside", "table", "caption", "thead", "tbody", "tr", "th", "td", "br"],
  ];
  const ENDS_LINE = new Set([
    ...["p", "h2", "h3", "ul", "ol", "blockquote", "figure", "aside", "table"],
  ]);

  CKEDITOR.plugins.add("house", {
    init(editor) {
      editor.on("pluginsLoaded", () => {
        // CKEditor's Vietnamese calls both of these "Đầu đề".
        Object.assign(editor.lang.table, editor.config.tableWords);
        const { writer } = editor.dataProcessor;
        writer.indentationChars = "";
        writer.lineBreakChars = "\n";
        writer.selfClosingEnd = ">";
        for (const name of BLOCKS) {
          writer.setRules(name, {
            indent: false,
            breakBeforeOpen: false,
            breakAfterOpen: false,
            breakBeforeClose: false,
            breakAfterClose: ENDS_LINE.has(name),
          });
        }
      });
      editor.on("getData", (event) => {
        event.data.dataValue = event.data.dataValue
          .trim()
          .replace(/>\n+</g, ">\n<")
          .replace(/\n<\//g, "</");
      });
    },
  });
})();
