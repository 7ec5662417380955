/* The lead photo: chosen in the picker, shown with its credit. */

/** `pick` of picker.js. */
export function leadPhoto(form, pick) {
  const block = form.querySelector("[data-lead]");
  if (!block?.querySelector("[data-lead-pick]")) return;
  const number = block.querySelector("[name=lead_photo]");
  const image = block.querySelector("[data-lead-image]");
  const credit = block.querySelector("[data-lead-credit]");
  const clear = block.querySelector("[data-lead-clear]");

  let shown = number.value;

  const show = (photo) => {
    image.hidden = clear.hidden = !number.value;
    if (number.value) image.src = block.dataset.lead.replace("0.jpg", `${number.value}.jpg`);
    credit.textContent = photo?.credit || "";
  };
  const set = (value, photo) => {
    number.value = shown = value;
    show(photo);
    number.dispatchEvent(new Event("change", { bubbles: true }));
  };
  block.querySelector("[data-lead-pick]").addEventListener("click", () =>
    pick((photo) => {
      set(photo.id, photo);
      form.querySelector("[name=lead_caption]").value = photo.caption;
      form.querySelector("[name=lead_alt]").value = photo.alt;
    }),
  );
  clear.addEventListener("click", () => {
    set("", null);
    block.querySelector("[data-lead-pick]").focus();
  });
  number.addEventListener("input", () => {
    if (number.value !== shown) show(null);
    shown = number.value;
  });
}
