// Pictures added in another window are there when one comes back to the chooser; what was ticked
// in it stays ticked.
(() => {
  const TICKS = "[data-multiple-choice-select]";
  let away = false;

  const refresh = () => {
    const search = document.querySelector(".modal-body form[data-chooser-modal-search]");
    const results = document.querySelector(".modal-body #search-results");
    if (!search || !results) return;
    const ticked = new Set([...results.querySelectorAll(`${TICKS}:checked`)].map((each) => each.value));
    const watch = new MutationObserver(() => {
      watch.disconnect();
      for (const each of results.querySelectorAll(TICKS)) each.checked = ticked.has(each.value);
      results.querySelector(TICKS)?.dispatchEvent(new Event("change", { bubbles: true }));
    });
    watch.observe(results, { childList: true });
    search.requestSubmit();
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("a[data-adds-pictures]")) away = true;
  });
  window.addEventListener("focus", () => {
    if (away) refresh();
    away = false;
  });
})();
