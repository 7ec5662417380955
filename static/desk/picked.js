// Select2 names its box by what is chosen, so an empty one has no name: by its label too.
"use strict";
django.jQuery(() => {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    const box = select.nextElementSibling?.querySelector(".select2-selection");
    const shown = box?.querySelector(".select2-selection__rendered");
    if (!label || !shown) continue;
    label.id ||= `${select.id}_label`;
    shown.setAttribute("aria-labelledby", label.id);
    box.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
  }
});
