// The merging of two texts: writing in a field ticks it, and what is left is counted.

const form = document.querySelector("[data-merge]");

function isDecided(decision) {
  return decision.querySelector("input[type=radio]:checked") !== null;
}

function count(form) {
  const decisions = [...form.querySelectorAll("[data-decision]")];
  const left = decisions.filter((decision) => !isDecided(decision));
  const place = form.querySelector("[data-merge-left]");
  if (!place) return;
  const words = place.dataset.mergeLeftText;
  place.textContent = left.length ? `${words} ${left.length}` : "";
  for (const decision of decisions) {
    decision.classList.toggle("open", left.includes(decision));
  }
}

function grow(field) {
  field.rows = Math.min(20, Math.max(3, Math.ceil(field.value.length / 80) + 1));
}

if (form) {
  for (const field of form.querySelectorAll("[data-decision-text]")) {
    grow(field);
    field.addEventListener("input", () => {
      grow(field);
      const decision = field.closest("[data-decision]");
      decision.querySelector("input[value=edited]").checked = true;
      count(form);
    });
  }
  form.addEventListener("change", () => count(form));
  count(form);
}
