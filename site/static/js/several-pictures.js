// What all pictures share stands above Wagtail's upload form and is sent with each of its files;
// the form's own field and bars get the names that Wagtail does not give them. One button below
// saves all pictures; those that lack something stay, and the first of them is shown. What was
// saved, what waits and what was refused is counted beside it.
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
const summary = document.querySelector("[data-upload-summary]");
const forms = () => [...list.querySelectorAll("form:has([name$=alt_pl]):not([data-saved])")];
let saved = 0;
let counting;

function count() {
  const refused = list.querySelectorAll(".upload-failure, .upload-server-error").length;
  const counted = { saved, waiting: forms().length, refused };
  summary.textContent = Object.entries(counted)
    .filter(([_name, number]) => number)
    .map(([name, number]) => summary.dataset[name].replace("0", number))
    .join(" ");
}

new MutationObserver(() => {
  saveAll.hidden = forms().length < 2;
}).observe(list, { childList: true, subtree: true });

saveAll.addEventListener("click", () => {
  saveAll.disabled = true;
  for (const form of forms()) form.requestSubmit();
});
// Wagtail sends the forms by jQuery, which says when one, and when the last of them, is answered.
jQuery(document).on("ajaxSuccess", (_event, answer, { url }) => {
  const form = forms().find((each) => each.action === url);
  if (!form || !answer.responseJSON?.success) return;
  form.dataset.saved = "";
  saved += 1;
});
jQuery(document).on("ajaxStop", () => {
  // Files are sent one after another: one sentence when all are there.
  clearTimeout(counting);
  counting = setTimeout(count, 400);
  if (!saveAll.disabled) return;
  saveAll.disabled = false;
  list.querySelector("[aria-invalid=true]")?.focus();
});
