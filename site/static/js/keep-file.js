// A chooser's window is made anew where the form in it is refused. What was typed comes back from
// the server; a file cannot, and would have to be chosen again.
let kept = null;

document.addEventListener(
  "submit",
  ({ target: form }) => {
    const field = form.closest(".modal") && form.querySelector("input[type=file]");
    kept = field?.files.length ? { field, files: field.files } : null;
  },
  { capture: true },
);

new MutationObserver(() => {
  if (!kept) return;
  const window = document.querySelector(".modal");
  if (!window) kept = null;
  const again = window?.querySelector(`input[type=file][name="${kept.field.name}"]`);
  if (!again || again === kept.field) return;
  again.files = kept.files;
  kept = null;
}).observe(document.body, { childList: true, subtree: true });
