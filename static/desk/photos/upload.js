/* Many files, dropped or chosen: each with its own progress, two on their way at once. */
import "./batch.js";

const ABREAST = 2;
const found = document.getElementById("upload-words");
const words = found ? JSON.parse(found.textContent) : {};
const say = (name, value = "") => (words[name] || name).replace("%s", value);

const form = document.querySelector("[data-upload]");
if (form) begin(form);

function begin(form) {
  const input = form.querySelector("[type=file]");
  const drop = form.querySelector("[data-drop]");
  const queue = form.querySelector("[data-queue]");
  const next = form.querySelector("[data-next]");
  const send = form.querySelector("[data-send]");
  const summary = form.querySelector("[data-summary]");
  const rows = [];
  const taken = [];
  let begun = 0;

  const tell = () => {
    queue.hidden = summary.hidden = !rows.length;
    summary.textContent = summary.dataset.template
      .replace("%(done)s", taken.length)
      .replace("%(all)s", rows.length);
    const query = new URLSearchParams(taken.map((photo) => ["photo", photo.id]));
    next.href = `${form.dataset.batch}?${query}`;
    next.hidden = !taken.length || begun > 0;
    send.disabled = begun > 0;
    send.classList.toggle("quiet", !next.hidden);
  };

  const add = (files) => {
    for (const file of files) rows.push(new Row(file, queue));
    for (const row of rows) {
      if (row.file.size > Number(form.dataset.mostBytes)) row.refuse(megabytes());
    }
    input.value = "";
    tell();
  };
  const megabytes = () => say("too_large", Math.floor(Number(form.dataset.mostBytes) / 2 ** 20));

  /** One after the other, ABREAST at a time, each with the fields as they are now. */
  const work = async () => {
    begun += 1;
    tell();
    for (let row; (row = rows.find((each) => each.isWaiting)); tell()) {
      const photo = await row.send(form);
      if (photo) taken.push(photo);
    }
    begun -= 1;
    tell();
  };

  form.classList.add("has-script");
  for (const name of ["dragenter", "dragover"])
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  for (const name of ["dragleave", "drop"])
    drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  input.addEventListener("change", () => add(input.files));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!rows.length) return input.focus();
    for (const row of rows) row.again();
    for (let n = 0; n < ABREAST; n += 1) work();
  });
  addEventListener("beforeunload", (event) => begun && event.preventDefault());
}

class Row {
  constructor(file, queue) {
    this.file = file;
    this.isWaiting = true;
    this.line = document.createElement("li");
    this.thumb = document.createElement("div");
    this.thumb.className = "thumb";
    this.text = document.createElement("div");
    const name = document.createElement("p");
    name.textContent = file.name;
    this.bar = document.createElement("progress");
    this.bar.max = 100;
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", file.name);
    this.state = document.createElement("p");
    this.state.textContent = say("waiting");
    this.text.append(name, this.bar, this.state);
    this.line.append(this.thumb, this.text);
    queue.append(this.line);
  }

  refuse(sentence) {
    this.isWaiting = false;
    this.hasFailed = true;
    this.state.className = "failed";
    this.state.textContent = `${say("failed")}: ${sentence}`;
  }

  /** What failed on the way is tried anew. */
  again() {
    if (!this.hasFailed) return;
    this.hasFailed = false;
    this.isWaiting = true;
    this.bar.value = 0;
    this.state.className = "";
    this.state.textContent = say("waiting");
  }

  send(form) {
    this.isWaiting = false;
    const body = new FormData(form);
    body.set("files", this.file);
    const request = new XMLHttpRequest();
    return new Promise((done) => {
      request.upload.addEventListener("progress", ({ loaded, total }) => {
        this.bar.value = Math.round((100 * loaded) / total);
        this.state.textContent =
          loaded === total ? say("reading") : say("sending", `${this.bar.value} %`);
      });
      request.addEventListener("load", () => done(this.answer(request)));
      request.addEventListener("error", () => done(this.refuse(say("unreachable"))));
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.send(body);
    });
  }

  answer({ status, response }) {
    const [photo] = response?.items || [];
    if (!photo) {
      const reasons = Object.values(response?.errors || {}).join(" ");
      return this.refuse(reasons || response?.error || `${say("unreachable")} (${status})`);
    }
    const image = document.createElement("img");
    Object.assign(image, { src: photo.src, alt: "", width: photo.width, height: photo.height });
    this.thumb.replaceChildren(image);
    const link = document.createElement("a");
    link.href = photo.address;
    link.textContent = say("open");
    this.state.replaceChildren(`${say("done")} · `, link);
    return photo;
  }
}
