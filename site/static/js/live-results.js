// Follows filters, order and pages of a list without reloading the page: the address, the title and
// the announced count change, the focus and the unfolded groups stay, and a step back leads to where
// one was. Anything unexpected falls back to an ordinary visit.
const parts = () => [...document.querySelectorAll("[data-live-part]")];
const status = document.querySelector("[data-live-status]");
// What is on the page: a step back to another place of it (#content) needs nothing new.
const place = (address) => new URL(address, location.href).pathname + new URL(address, location.href).search;
let shown = place(location.href);
let pending;

const adopt = (fresh) => {
  for (const part of parts()) {
    const source = fresh.getElementById(part.id);
    if (!source) throw new Error(`no part ${part.id} in the answer`);
    const unfolded = [...part.querySelectorAll("details[open][id]")].map((element) => element.id);
    part.replaceChildren(...source.childNodes);
    for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  }
  const said = fresh.querySelector("[data-live-status]");
  if (status && said) status.textContent = said.textContent;
  document.title = fresh.title;
};

// "focus" is the id of what is to have the focus; undefined where it stays where it is. "top" is how
// far down the page one was; undefined where that is not known.
const visit = async (address, { record, focus, top }) => {
  pending?.abort();
  pending = new AbortController();
  for (const part of parts()) part.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: pending.signal, credentials: "same-origin" });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Kept before the page changes: a shorter list moves one up.
    if (record) history.replaceState({ ...history.state, top: scrollY }, "");
    adopt(fresh);
    if (record) history.pushState({}, "", address);
    shown = place(address);
    for (const part of parts()) part.removeAttribute("aria-busy");
    if (focus !== undefined) {
      const same = focus && document.getElementById(focus);
      if (same) same.focus({ preventScroll: true });
      else document.querySelector("[data-live-focus]")?.focus({ preventScroll: !record });
    }
    // The browser has tried before the page was as long as it was then.
    if (top !== undefined) scrollTo({ top, behavior: "instant" });
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
};

if (parts().length) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-live]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || !plain || link.pathname !== location.pathname) return;
    event.preventDefault();
    visit(link.href, { record: true, focus: link.id });
  });

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-live]");
    if (!form) return;
    event.preventDefault();
    const address = new URL(form.action);
    address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
    visit(address.href, { record: true, focus: document.activeElement?.id ?? "" });
  });

  addEventListener("popstate", (event) => {
    if (place(location.href) === shown) return;
    // The focus is lost only where it is in what is replaced.
    const held = document.activeElement?.closest("[data-live-part] *");
    visit(location.href, { record: false, focus: held?.id, top: event.state?.top });
  });
}
