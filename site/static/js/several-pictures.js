// What all pictures share stands above Wagtail's upload form and is sent with each of its files.
{
  const shared = document.querySelector("[data-shared-by-pictures]");
  const chooser = document.getElementById("fileupload");

  chooser.form.id = "upload-form";
  chooser.setAttribute("aria-label", shared.dataset.label);
  for (const field of shared.querySelectorAll("input, select, textarea")) {
    field.setAttribute("form", chooser.form.id);
  }
}
