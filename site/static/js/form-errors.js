// Brings the summary of a form that was sent back into view and focus.
const summary = document.querySelector("[data-form-errors]");
if (summary && !location.hash) summary.focus();
