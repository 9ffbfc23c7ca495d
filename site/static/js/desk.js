// The translator's desk: every text is saved when it is left, and a suggestion fits in by a button.

const desk = document.querySelector("[data-desk]");
const form = desk?.querySelector("form.desk__form");

function fit(area) {
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}

async function save(line) {
  const key = line.dataset.deskLine;
  const body = new FormData();
  for (const field of line.querySelectorAll("[name]")) {
    if (field.type !== "checkbox" || field.checked) body.append(field.name, field.value);
  }
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const said = desk.querySelector("[data-desk-saved]");
  try {
    const response = await fetch(window.location.pathname, {
      method: "POST", body, headers: { Accept: "application/json" },
    });
    if (!response.ok && response.status !== 409) throw new Error(response.status);
    const answer = await response.json();
    const text = answer.texts[key];
    if (text) {
      line.querySelector("[data-desk-state]").innerHTML = text.state;
      // After a conflict the next saving is meant: what is there now has been seen.
      form.elements[`seen-${key}`].value = text.seen;
      if (response.ok) line.querySelector(".desk__confirm")?.remove();
    }
    desk.querySelector("[data-desk-progress]").textContent = answer.progress;
    said.textContent = response.ok ? said.dataset.done : "";
    line.dataset.saved = line.querySelector("textarea").value;
  } catch {
    said.textContent = said.dataset.failed;
  }
}

if (form) {
  for (const line of form.querySelectorAll("[data-desk-line]")) {
    const area = line.querySelector("textarea");
    line.dataset.saved = area.value;
    fit(area);
    area.addEventListener("input", () => fit(area));
    area.addEventListener("change", () => {
      if (area.value !== line.dataset.saved) save(line);
    });
    line.querySelector(".desk__confirm input")?.addEventListener("change", () => save(line));
    for (const button of line.querySelectorAll("[data-desk-use]")) {
      button.addEventListener("click", () => {
        area.value = button.parentElement.querySelector("[lang=en]").textContent;
        fit(area);
        save(line);
        area.focus();
      });
    }
  }
}
