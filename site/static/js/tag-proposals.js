// Tags proposed below the field of tags: the link brings them, a button adds one to the field.
// Without the script the link leads to a page that lists them. See search/curation/proposals.py.
(() => {
  if (customElements.get("tag-proposals")) return;

  class TagProposals extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", (event) => {
        const link = event.target.closest("a");
        const button = event.target.closest("button[data-value]");
        if (link) {
          event.preventDefault();
          this.ask(link.href);
        } else if (button) {
          this.add(button);
        }
      });
    }

    get field() {
      return document.querySelector('pick-many select[name="tags"]').closest("pick-many");
    }

    get place() {
      return this.querySelector("[data-proposals]");
    }

    async ask(address) {
      try {
        const answer = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } });
        if (!answer.ok) throw new Error(answer.status);
        this.place.innerHTML = await answer.text();
        // What was added since the last saving is no proposal any more.
        for (const button of this.querySelectorAll("button[data-value]")) {
          if (this.field.values.includes(button.dataset.value)) button.closest("li").remove();
        }
      } catch {
        this.place.textContent = this.dataset.textFailed;
      }
    }

    add(button) {
      this.field.add(button.dataset);
      const row = button.closest("li");
      const next = row.nextElementSibling ?? row.previousElementSibling;
      (next?.querySelector("button") ?? this.querySelector("a")).focus();
      row.remove();
    }
  }

  customElements.define("tag-proposals", TagProposals);
})();
