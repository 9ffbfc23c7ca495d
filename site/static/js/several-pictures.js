// What all pictures share stands above Wagtail's upload form and is sent with each of its files;
// the form's own field and bars get the names that Wagtail does not give them.
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
