// Copies the address a button carries, or the text of the field it names, and says so in the button's
// own words.
for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;

  const label = button.querySelector("[data-copy-label]");
  const words = label.textContent;
  let timer;

  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copyFrom);
    await navigator.clipboard.writeText(field ? field.value : button.dataset.copy);
    label.textContent = button.dataset.copied;
    clearTimeout(timer);
    timer = setTimeout(() => { label.textContent = words; }, 4000);
  });
}
