/* The crop tool: what is drawn on the picture stands in the fields, and the reverse.
   Numbers are per mille of the picture's sides. */
const WHOLE = 1000;
const LEAST = 100;
const between = (value, least, most) => Math.min(Math.max(value, least), most);

const form = document.querySelector("[data-cropping]");
if (form) begin(form);

function begin(form) {
  const width = Number(form.dataset.width);
  const height = Number(form.dataset.height);
  const stage = form.querySelector("[data-stage]");
  const shade = form.querySelector("[data-shade]");
  const focusGrip = form.querySelector("[data-focus]");
  const boxGrip = form.querySelector("[data-box]");
  const corners = [...form.querySelectorAll("[data-corner]")];
  const field = (name) => form.elements[name];
  const crops = [...form.querySelectorAll("[data-crop]")].map((fieldset) => crop(fieldset));
  let tool = "focus";

  /** The focal point, inside the picture. */
  const focus = () => ({
    x: between(Number(field("focal_x").value) || 0, 0, WHOLE),
    y: between(Number(field("focal_y").value) || 0, 0, WHOLE),
  });

  function crop(fieldset) {
    const name = fieldset.dataset.crop;
    const [across, down] = name.split("x").map(Number);
    const tall = (wide) => (wide * width * down) / (height * across); // per mille
    const most = Math.min(WHOLE, WHOLE / tall(1));
    const part = (side) => field(`${name}-${side}`);
    const read = () => {
      const wide = between(Number(part("width").value) || most, Math.min(LEAST, most), most);
      const high = tall(wide);
      return {
        left: between(Number(part("left").value) || 0, 0, WHOLE - wide),
        top: between(Number(part("top").value) || 0, 0, WHOLE - high),
        wide,
        high,
      };
    };
    const own = part("own");
    return {
      name,
      fieldset,
      own,
      preview: fieldset.querySelector("[data-preview]"),
      box() {
        if (own.checked) return read();
        const { x, y } = focus();
        const high = tall(most);
        return {
          left: between(x - most / 2, 0, WHOLE - most),
          top: between(y - high / 2, 0, WHOLE - high),
          wide: most,
          high,
        };
      },
      /** Inside the picture and of the crop's proportions, whatever is asked. */
      set(left, top, wide) {
        const fits = between(wide, Math.min(LEAST, most), most);
        own.checked = true;
        part("width").value = Math.round(fits);
        part("left").value = Math.round(between(left, 0, WHOLE - fits));
        part("top").value = Math.round(between(top, 0, WHOLE - tall(fits)));
        draw();
      },
    };
  }

  const active = () => crops.find((each) => each.name === tool);
  const percent = (value) => `${value / 10}%`;

  function draw() {
    for (const each of crops) {
      const { left, top, wide, high } = each.box();
      const pixels = [left * width, top * height, wide * width, high * height];
      each.preview.setAttribute("viewBox", pixels.map((side) => side / WHOLE).join(" "));
      each.fieldset.classList.toggle("active", each.name === tool);
      if (!each.own.checked) {
        form.elements[`${each.name}-left`].value = Math.round(left);
        form.elements[`${each.name}-top`].value = Math.round(top);
        form.elements[`${each.name}-width`].value = Math.round(wide);
      }
    }
    const { x, y } = focus();
    Object.assign(focusGrip.style, { left: percent(x), top: percent(y) });
    focusGrip.hidden = tool !== "focus";
    const chosen = active();
    shade.toggleAttribute("hidden", !chosen);
    boxGrip.hidden = !chosen;
    for (const corner of corners) corner.hidden = !chosen;
    if (!chosen) return;
    const { left, top, wide, high } = chosen.box();
    const hole = `M${left} ${top}h${wide}v${high}h${-wide}z`;
    shade.firstElementChild.setAttribute("d", `M0 0H${WHOLE}V${WHOLE}H0z${hole}`);
    Object.assign(boxGrip.style, {
      left: percent(left),
      top: percent(top),
      width: percent(wide),
      height: percent(high),
    });
    for (const corner of corners) {
      const [vertical, side] = corner.dataset.corner;
      corner.style.left = percent(side === "e" ? left + wide : left);
      corner.style.top = percent(vertical === "s" ? top + high : top);
    }
  }

  const setFocus = (x, y) => {
    field("focal_x").value = Math.round(between(x, 0, WHOLE));
    field("focal_y").value = Math.round(between(y, 0, WHOLE));
    draw();
  };

  /** Where the pointer is on the picture, per mille. */
  const place = (event) => {
    const seen = stage.getBoundingClientRect();
    return {
      x: ((event.clientX - seen.left) / seen.width) * WHOLE,
      y: ((event.clientY - seen.top) / seen.height) * WHOLE,
    };
  };

  /** Until the pointer is lifted, `move(x, y, from)` is told where it is. */
  const drag = (event, move) => {
    event.preventDefault();
    const from = place(event);
    const follow = (moved) => {
      const { x, y } = place(moved);
      move(x, y, from);
    };
    const stop = () => {
      stage.removeEventListener("pointermove", follow);
      stage.removeEventListener("pointerup", stop);
      stage.removeEventListener("pointercancel", stop);
    };
    stage.setPointerCapture(event.pointerId);
    stage.addEventListener("pointermove", follow);
    stage.addEventListener("pointerup", stop);
    stage.addEventListener("pointercancel", stop);
  };

  stage.addEventListener("pointerdown", (event) => {
    const chosen = active();
    if (!chosen) {
      const { x, y } = place(event);
      setFocus(x, y);
      focusGrip.focus();
      return drag(event, setFocus);
    }
    boxGrip.focus();
    const box = chosen.box();
    const corner = event.target.closest("[data-corner]")?.dataset.corner;
    if (!corner)
      return drag(event, (x, y, from) =>
        chosen.set(box.left + x - from.x, box.top + y - from.y, box.wide),
      );
    const [vertical, side] = corner;
    const fixed = {
      x: side === "e" ? box.left : box.left + box.wide,
      y: vertical === "s" ? box.top : box.top + box.high,
    };
    drag(event, (x) => {
      const room = side === "e" ? WHOLE - fixed.x : fixed.x;
      const below = vertical === "s" ? WHOLE - fixed.y : fixed.y;
      const ratio = box.high / box.wide;
      const wide = between(Math.abs(x - fixed.x), LEAST, Math.min(room, below / ratio));
      chosen.set(
        side === "e" ? fixed.x : fixed.x - wide,
        vertical === "s" ? fixed.y : fixed.y - wide * ratio,
        wide,
      );
    });
  });

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  stage.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? 50 : 5;
    const [right, down] = (ARROWS[event.key] || [0, 0]).map((way) => way * step);
    const larger = { "+": step, "=": step, "-": -step, _: -step }[event.key] || 0;
    if (!right && !down && !larger) return;
    event.preventDefault();
    const chosen = active();
    if (!chosen) {
      const { x, y } = focus();
      return setFocus(x + right, y + down);
    }
    const { left, top, wide, high } = chosen.box();
    const taller = (larger * high) / wide;
    chosen.set(left + right - larger / 2, top + down - taller / 2, wide + larger);
  });

  form.addEventListener("input", draw);
  for (const radio of form.querySelectorAll("[name=tool]"))
    radio.addEventListener("change", () => {
      tool = radio.value;
      draw();
    });
  form.classList.add("has-script");
  draw();
  form.dataset.ready = "";
}
