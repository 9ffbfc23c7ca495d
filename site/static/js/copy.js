// Copies the address a button carries, and says so in the button's own words.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;

  const label = button.querySelector("[data-copy-label]");
  const words = label.textContent;
  let timer;

  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = button.dataset.copied;
    clearTimeout(timer);
    timer = setTimeout(() => { label.textContent = words; }, 4000);
  });
}
