// Opens a gallery's pictures in a dialog. Without it each picture is a plain link to its large file.
for (const gallery of document.querySelectorAll("[data-gallery]")) {
  const links = [...gallery.querySelectorAll("[data-gallery-open]")];
  const dialog = gallery.querySelector("[data-gallery-dialog]");
  if (!dialog || typeof dialog.showModal !== "function") continue;

  const stage = dialog.querySelector("[data-gallery-stage]");
  const count = dialog.querySelector("[data-gallery-count]");
  const previous = dialog.querySelector("[data-gallery-previous]");
  const next = dialog.querySelector("[data-gallery-next]");
  let current = 0;

  const show = (index) => {
    current = (index + links.length) % links.length;
    const link = links[current];
    const picture = document.createElement("img");
    picture.src = link.href;
    picture.alt = link.querySelector("img").alt;
    const caption = link.closest("figure").querySelector("figcaption").cloneNode(true);
    stage.replaceChildren(picture, caption);
    count.textContent = `${current + 1} / ${links.length}`;
  };

  links.forEach((link, index) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(index);
      dialog.showModal();
    });
  });

  previous.hidden = next.hidden = links.length < 2;
  previous.addEventListener("click", () => show(current - 1));
  next.addEventListener("click", () => show(current + 1));
  dialog.querySelector("[data-gallery-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(current - 1);
    if (event.key === "ArrowRight") show(current + 1);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  // The focus goes back to the picture last looked at, not to the one first opened.
  dialog.addEventListener("close", () => links[current].focus());
}
