/* Photos in the body: a widget. Only the number, the caption and the alternative text
   are stored; the picture, its credit and its sizes are made when the story is printed. */
(() => {
  const { htmlParser } = CKEDITOR;

  const isPhoto = (element) =>
    element.name === "figure" &&
    element.hasClass("photo") &&
    /^[1-9][0-9]*$/.test(element.attributes["data-photo"] || "");

  const address = (editor, number) =>
    editor.config.photoAddress.replace("0.jpg", `${number}.jpg`);

  const figure = (photo) => {
    const made = new htmlParser.element("figure", {
      class: "photo",
      "data-photo": String(photo.id),
    });
    const caption = new htmlParser.element("figcaption");
    caption.add(new htmlParser.text(CKEDITOR.tools.htmlEncode(photo.caption)));
    made.add(caption);
    return made.getOuterHtml();
  };

  /** The page's picker answers with a photo; without an answer nothing happens. */
  const pick = (choose) =>
    document.dispatchEvent(new CustomEvent("photo:wanted", { detail: { choose } }));

  const insert = (editor, photo) => {
    editor.focus();
    editor.insertHtml(figure(photo));
  };

  const upcast = (element, editor) => {
    if (!isPhoto(element)) return false;
    const found = element.getFirst("figcaption");
    const caption = found || new htmlParser.element("figcaption");
    const image = new htmlParser.element("img", {
      src: address(editor, element.attributes["data-photo"]),
      alt: "",
    });
    const alt = new htmlParser.element("div", {
      class: "alternative",
      "data-label": editor.config.photoAltLabel,
    });
    const words = element.attributes["data-alt"] || "";
    alt.add(new htmlParser.text(CKEDITOR.tools.htmlEncode(words)));
    element.children.length = 0;
    for (const part of [image, caption, alt]) element.add(part);
    return element;
  };

  /** What was written there, without what the editor puts into an empty place. */
  const plain = (element) =>
    CKEDITOR.tools
      .htmlDecode(element.getHtml().replace(/<[^>]*>/g, " "))
      .replace(/[\s\u00a0\u200b]+/g, " ")
      .trim();

  const downcast = (element) => {
    const stored = new htmlParser.element("figure", {
      class: "photo",
      "data-photo": element.attributes["data-photo"],
    });
    const alt = element.getFirst((child) => child.hasClass?.("alternative"));
    if (alt && plain(alt)) stored.attributes["data-alt"] = plain(alt);
    const caption = element.getFirst("figcaption");
    const words = caption ? caption.getHtml().replace(/<br ?\/?>$/, "").trim() : "";
    if (words) {
      const kept = new htmlParser.element("figcaption");
      kept.setHtml(words);
      stored.add(kept);
    }
    return stored;
  };

  CKEDITOR.plugins.add("photo", {
    requires: "widget",
    init(editor) {
      editor.widgets.add("photo", {
        button: editor.config.photoLabel,
        requiredContent: "figure(photo)[data-photo]",
        editables: {
          caption: {
            selector: "figcaption",
            allowedContent: {
              "strong em sub sup": true,
              a: { attributes: "!href" },
            },
          },
          alt: { selector: ".alternative", allowedContent: {} },
        },
        insert: () => pick((photo) => insert(editor, photo)),
        upcast: (element) => upcast(element, editor),
        downcast,
        init() {
          this.on("edit", (event) => {
            event.cancel();
            pick((photo) => {
              this.element.setAttribute("data-photo", String(photo.id));
              this.element.findOne("img").setAttribute("src", photo.src);
              editor.fire("change");
            });
          });
        },
      });
    },
  });
})();
