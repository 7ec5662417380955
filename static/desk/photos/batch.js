/* Values from the neighbours: the credit of lately, the caption of the photo above. */
for (const form of document.querySelectorAll("[data-batch-form]")) form.classList.add("has-script");

document.addEventListener("click", (event) => {
  const suggested = event.target.closest("[data-suggest]");
  if (suggested) {
    const credit = suggested.form.elements.credit;
    credit.value = suggested.dataset.suggest;
    credit.focus();
  }
  const like = event.target.closest("[data-like-above]");
  if (like) {
    const row = like.closest("li");
    const caption = row.querySelector("textarea");
    caption.value = row.previousElementSibling.querySelector("textarea").value;
    caption.focus();
  }
});
