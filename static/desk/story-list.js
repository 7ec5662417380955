/* A filter that was chosen is asked for at once. */
const form = document.querySelector("[data-filters]");
form?.addEventListener("change", (event) => {
  if (event.target.matches("select")) form.requestSubmit();
});
