/* The contact sheet: filters at once, arrows from photo to photo, what is chosen. */
import "../story-list.js";

const sheet = document.querySelector("[data-sheet]");
if (sheet) {
  const bar = sheet.querySelector("[data-chosen-bar]");
  const told = sheet.querySelector("[data-chosen]");
  const boxes = [...sheet.querySelectorAll("[name=photo]")];
  const links = [...sheet.querySelectorAll(".open")];
  let last = null;

  const count = () => {
    if (!bar) return;
    const chosen = boxes.filter((box) => box.checked).length;
    bar.hidden = !chosen;
    told.textContent = chosen ? told.dataset.some.replace("%s", chosen) : "";
  };

  /** With Shift, everything between this box and the last one is ticked with it. */
  const tick = (event) => {
    const box = event.target.closest("[name=photo]");
    if (!box) return;
    if (event.shiftKey && last) {
      const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
      for (const each of boxes.slice(from, to + 1)) each.checked = box.checked;
    }
    last = box;
    count();
  };

  const columns = () => {
    const top = links[0].getBoundingClientRect().top;
    const next = links.findIndex((link) => link.getBoundingClientRect().top > top);
    return next === -1 ? links.length : next;
  };

  const walk = (event) => {
    const at = links.indexOf(document.activeElement);
    if (at === -1) return;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns(), ArrowUp: -columns() };
    if (event.key in steps) {
      const next = links[at + steps[event.key]];
      if (!next) return;
      event.preventDefault();
      next.focus();
    } else if (event.key === " " && boxes[at]) {
      event.preventDefault();
      boxes[at].click();
    }
  };

  sheet.addEventListener("click", tick);
  sheet.addEventListener("keydown", walk);
  addEventListener("pageshow", count); // a browser ticks again what was ticked
}
