// Folds and unfolds what a button controls: the menu and the filters on a narrow screen.
// Styles show the button, and hide what it controls, only where scripts run.
for (const button of document.querySelectorAll("[data-disclosure]")) {
  const target = document.getElementById(button.getAttribute("aria-controls"));
  if (!target) continue;

  const toggle = (open) => {
    button.setAttribute("aria-expanded", String(open));
    target.toggleAttribute("data-open", open);
  };

  button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") !== "true"));

  const closeOnEscape = (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    toggle(false);
    button.focus();
  };
  target.addEventListener("keydown", closeOnEscape);
  button.addEventListener("keydown", closeOnEscape);
}
