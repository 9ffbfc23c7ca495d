// Wagtail 7.4 leaves the focus on the frame of a window in which something is chosen, and nowhere
// once the button that was pressed is hidden.
const SEARCH = "[data-chooser-modal-search] :is(input[type=text], input[type=search])";
let chooser = null;

document.addEventListener(
  "click",
  (event) => {
    chooser = event.target.closest?.("[data-chooser-url]") ?? chooser;
  },
  { capture: true },
);

function stay() {
  if (document.activeElement !== document.body) return;
  const buttons = [...(chooser?.querySelectorAll("button") ?? [])];
  buttons.find((button) => button.checkVisibility())?.focus();
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-chooser-action-clear]")) setTimeout(stay);
});

jQuery(document)
  .on("shown.bs.modal", (event) => {
    event.target.querySelector(SEARCH)?.focus();
  })
  .on("hidden.bs.modal", () => setTimeout(stay));
