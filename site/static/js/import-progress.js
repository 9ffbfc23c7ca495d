// Shows how far an import is without reloading the page, and says so at every tenth; when it has
// ended, the page is loaded again with what came of it. Its link serves where scripts do not run.
const shown = document.querySelector("[data-import-progress]");
const status = document.querySelector("[data-import-said]");
const PAUSE = 2000;
let said = -1;

const look = async () => {
  const answer = await fetch(shown.dataset.importProgress, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
  const { importState, importDone, importTotal } = fresh.querySelector("[data-import-state]").dataset;
  if (!["checking", "importing", "undoing"].includes(importState)) {
    location.reload();
    return;
  }
  shown.replaceChildren(...fresh.childNodes);
  const tenth = Number(importTotal) ? Math.floor((10 * Number(importDone)) / Number(importTotal)) : 0;
  if (tenth > said) {
    said = tenth;
    status.textContent = `${status.dataset.importSaid} ${tenth * 10}%`;
  }
  setTimeout(look, PAUSE);
};

if (shown) setTimeout(look, PAUSE);
