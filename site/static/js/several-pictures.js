// What all pictures share stands above Wagtail's upload form and is sent with each of its files;
// the form's own field and bars get the names that Wagtail does not give them. One button below
// saves all pictures; those that lack something stay, and the first of them is shown.
const shared = document.querySelector("[data-shared-by-pictures]");
const chooser = document.getElementById("fileupload");
const item = document.getElementById("upload-list-item").content;

chooser.form.id = "upload-form";
chooser.setAttribute("aria-label", shared.dataset.label);
for (const field of shared.querySelectorAll("input, select, textarea")) {
  field.setAttribute("form", chooser.form.id);
}
for (const bar of [document.getElementById("overall-progress"), item.querySelector(".progress")]) {
  bar.setAttribute("role", "progressbar");
  bar.setAttribute("aria-label", shared.dataset.progress);
}

const list = document.getElementById("upload-list");
const saveAll = document.querySelector("[data-save-all]");
const forms = () => [...list.querySelectorAll("form:has([name$=alt_pl])")];

new MutationObserver(() => {
  saveAll.hidden = forms().length < 2;
}).observe(list, { childList: true, subtree: true });

saveAll.addEventListener("click", () => {
  saveAll.disabled = true;
  for (const form of forms()) form.requestSubmit();
});
// Wagtail sends the forms by jQuery, which says when the last of them is answered.
jQuery(document).on("ajaxStop", () => {
  if (!saveAll.disabled) return;
  saveAll.disabled = false;
  list.querySelector("[aria-invalid=true]")?.focus();
});
