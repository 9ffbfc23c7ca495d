// Choosing several records in the admin: one types, the options come, Enter takes one.
// The chosen values stand in the hidden <select>; see templates/base/admin/pick_many.html.
(() => {
  if (customElements.get("pick-many")) return;

  const PAUSE = 180; // milliseconds after the last letter

  class PickMany extends HTMLElement {
    connectedCallback() {
      // While the page is being read, an element stands before its content does.
      if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", () => this.start(), { once: true });
      } else {
        this.start();
      }
    }

    start() {
      if (this.select) return;
      this.select = this.querySelector("select");
      this.input = this.querySelector("input");
      this.list = this.querySelector("[role=listbox]");
      this.chips = this.querySelector(".pick-many__chosen");
      this.status = this.querySelector("[role=status]");
      this.active = -1;
      this.input.addEventListener("input", () => this.askSoon());
      this.input.addEventListener("click", () => this.ask());
      this.input.addEventListener("keydown", (event) => this.onKey(event));
      this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
      // A click must not take the focus from the field before it has chosen.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => {
        const row = event.target.closest("[role=option]");
        if (row) this.take(row);
      });
      this.chips.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (button) this.remove(button.dataset.value);
      });
      this.showChosen();
    }

    get values() {
      return [...this.select.options].map((option) => option.value);
    }

    showChosen() {
      this.chips.replaceChildren(
        ...[...this.select.options].map((option) => {
          const chip = document.createElement("li");
          const label = document.createElement("span");
          label.textContent = option.textContent;
          chip.append(label);
          if (option.dataset.note) {
            const note = document.createElement("small");
            note.textContent = option.dataset.note;
            chip.append(note);
          }
          const button = document.createElement("button");
          button.type = "button";
          button.dataset.value = option.value;
          button.setAttribute("aria-label", `${this.dataset.textRemove}: ${option.textContent}`);
          button.textContent = "×";
          chip.append(button);
          return chip;
        }),
      );
      this.chips.hidden = !this.select.options.length;
    }

    askSoon() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    async ask() {
      clearTimeout(this.timer);
      const query = this.input.value.trim();
      this.request?.abort();
      this.request = new AbortController();
      try {
        const address = `${this.dataset.url}?q=${encodeURIComponent(query)}`;
        const answer = await fetch(address, { signal: this.request.signal });
        if (!answer.ok) throw new Error(answer.status);
        this.show(await answer.json(), query);
      } catch (error) {
        if (error.name !== "AbortError") this.say(this.dataset.textFailed);
      }
    }

    show({ options, more }, query) {
      const taken = new Set(this.values);
      const rows = options.filter((option) => !taken.has(option.value)).map((option) => this.row(option));
      const known = options.some((option) => option.label.toLowerCase() === query.toLowerCase());
      if (query && !known && !taken.has(query) && "mayCreate" in this.dataset) {
        rows.push(this.row({ value: query, label: query, note: this.dataset.textCreate }));
      }
      this.active = rows.length && query ? 0 : -1;
      if (!rows.length || more) rows.push(this.remark(more ? this.dataset.textMore : this.dataset.textNone));
      this.list.replaceChildren(...rows);
      this.open();
    }

    row({ value, label, note }) {
      const row = document.createElement("li");
      row.setAttribute("role", "option");
      row.id = `${this.input.id}_option_${value}`.replace(/\s+/g, "_");
      row.dataset.value = value;
      row.dataset.label = label;
      row.dataset.note = note === this.dataset.textCreate ? "" : note;
      row.append(label);
      if (note) {
        const small = document.createElement("small");
        small.textContent = note;
        row.append(" ", small);
      }
      return row;
    }

    remark(text) {
      const row = document.createElement("li");
      row.className = "pick-many__remark";
      row.setAttribute("role", "presentation");
      row.textContent = text;
      return row;
    }

    get rows() {
      return [...this.list.querySelectorAll("[role=option]")];
    }

    open() {
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
      this.markActive();
    }

    close() {
      this.list.hidden = true;
      this.active = -1;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }

    markActive() {
      this.rows.forEach((row, index) => row.setAttribute("aria-selected", index === this.active));
      const row = this.rows[this.active];
      if (row) {
        this.input.setAttribute("aria-activedescendant", row.id);
        row.scrollIntoView({ block: "nearest" });
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    onKey(event) {
      const count = this.rows.length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (this.list.hidden) {
          this.ask();
        } else if (count) {
          const step = event.key === "ArrowDown" ? 1 : -1;
          this.active = (this.active + step + count) % count;
          this.markActive();
        }
      } else if (event.key === "Enter") {
        // Enter chooses; it never sends the form from this field.
        event.preventDefault();
        const row = this.list.hidden ? null : this.rows[this.active];
        if (row) this.take(row);
      } else if (event.key === "Escape" && !this.list.hidden) {
        event.stopPropagation();
        this.close();
      } else if (event.key === "Backspace" && !this.input.value && this.select.options.length) {
        this.remove(this.values.at(-1));
      }
    }

    take(row) {
      this.input.value = "";
      this.close();
      this.add(row.dataset);
    }

    // Also for what proposes values elsewhere in the form; one that is chosen already stays so.
    add({ value, label, note }) {
      if (this.values.includes(value)) return;
      const option = new Option(label, value, true, true);
      option.dataset.note = note ?? "";
      this.select.append(option);
      this.changed(`${this.dataset.textAdded}: ${label}`);
    }

    remove(value) {
      const option = [...this.select.options].find((each) => each.value === value);
      if (!option) return;
      option.remove();
      this.input.focus();
      this.changed(`${this.dataset.textRemoved}: ${option.textContent}`);
    }

    changed(text) {
      this.showChosen();
      this.say(text);
      this.select.dispatchEvent(new Event("change", { bubbles: true }));
    }

    say(text) {
      this.status.textContent = text;
    }
  }

  customElements.define("pick-many", PickMany);
})();
