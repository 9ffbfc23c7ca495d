// What Wagtail 7.4 does not tell its form of the versions it saves by itself.
//
// A pressed button would name the version the form was loaded from, so that the form's own last
// save seems somebody else's; and a button pressed while a save is under way would be a second
// one beside it, of a new page a second page. It waits instead.
const form = document.querySelector("form[data-edit-form]");
const PATIENCE = 15_000; // Milliseconds, after which the button is obeyed all the same.

let saving = false;
let leaving = false;
let held = null;

function obey() {
  saving = false;
  if (!held) return;
  const submitter = held;
  held = null;
  // Not by the button: it disables itself when it is pressed, and would not be named.
  if (submitter.name) {
    const pressed = Object.assign(document.createElement("input"), {
      type: "hidden",
      name: submitter.name,
      value: submitter.value,
    });
    form.append(pressed);
  }
  form.requestSubmit();
}

function remember({ detail: { data } }) {
  const loaded = {
    loaded_revision_id: data.revision_id,
    loaded_revision_created_at: data.revision_created_at,
  };
  for (const [name, value] of Object.entries(loaded)) {
    const field = form.elements.namedItem(name);
    if (field && value) field.value = value;
  }
}

if (form) {
  document.addEventListener("w-autosave:save", (event) => {
    if (leaving) event.preventDefault();
    saving = !event.defaultPrevented;
  });
  document.addEventListener("w-autosave:success", remember);
  document.addEventListener("w-autosave:success", obey);
  document.addEventListener("w-autosave:error", obey);
  form.addEventListener(
    "submit",
    (event) => {
      if (!saving) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (held) return;
      held = event.submitter ?? {};
      setTimeout(obey, PATIENCE);
    },
    { capture: true },
  );
  form.addEventListener("submit", (event) => {
    leaving = !event.defaultPrevented;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
}
