// Sends a filter form as soon as its choice changes; its button serves where scripts do not run.
for (const form of document.querySelectorAll("[data-autosubmit]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
