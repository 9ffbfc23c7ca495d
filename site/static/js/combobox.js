// A search field that suggests as one types: the combobox of the ARIA Authoring Practices with a
// list of options, nothing chosen by itself. Without this module it is a plain form. The server
// writes the list; here it is opened, walked through with the keyboard, and announced.
const WAIT = 120;
const FEWEST = 2;

for (const field of document.querySelectorAll("input[data-suggestions]")) {
  const form = field.form;
  const said = document.createElement("span");
  const list = `${field.id}-suggestions`;
  let timer, pending, active = -1;

  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  form.append(said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"]]) field.setAttribute(name, value);

  const opened = () => document.getElementById(list);
  const options = () => [...(opened()?.children ?? [])];

  const close = () => {
    clearTimeout(timer);
    pending?.abort();
    opened()?.remove();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-controls");
    point(-1);
  };

  const point = (index) => {
    active = index;
    options().forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = options()[index];
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  };

  const open = (suggestions) => {
    close();
    if (!suggestions.children.length) {
      said.textContent = "";
      return;
    }
    field.closest(".search-box-field").append(suggestions);
    field.setAttribute("aria-controls", list);
    field.setAttribute("aria-expanded", "true");
    said.textContent = suggestions.dataset.announcement;
  };

  const ask = async () => {
    pending?.abort();
    pending = new AbortController();
    const address = new URL(field.dataset.suggestions, location.href);
    address.search = new URLSearchParams({ q: field.value, id: list }).toString();
    try {
      const answer = await fetch(address, { signal: pending.signal, credentials: "same-origin" });
      if (!answer.ok) return;
      const suggestions = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(list);
      if (suggestions && document.activeElement === field) open(document.adoptNode(suggestions));
    } catch {
      // No suggestions, then: the form works as ever.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (field.value.trim().length < FEWEST) close();
    else timer = setTimeout(ask, WAIT);
  });

  field.addEventListener("keydown", (event) => {
    const count = options().length;
    const { key } = event;
    if (event.isComposing) return;
    if (key === "ArrowDown" && !count && field.value.trim().length >= FEWEST) ask();
    else if (!count) return;
    else if (key === "ArrowDown") point(active + 1 === count ? -1 : active + 1);
    else if (key === "ArrowUp") point(active < 0 ? count - 1 : active - 1);
    else if (key === "Escape") close();
    else if (key === "Enter" && active >= 0) location.assign(options()[active].dataset.href);
    else {
      // Tab leaves; Home, End and the sideways arrows move in the text, as anything typed does.
      if (key === "Tab") close();
      else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(key)) point(-1);
      return;
    }
    event.preventDefault();
  });

  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // Before the field loses the focus, which closes the list.
  form.addEventListener("mousedown", (event) => {
    if (event.target.closest(".suggestions")) event.preventDefault();
  });
  form.addEventListener("click", (event) => {
    const option = event.target.closest(".suggestion");
    if (option) location.assign(option.dataset.href);
  });
}
