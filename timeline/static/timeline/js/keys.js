// Keys for readers, where nothing is typed: j and k go to the next and the last entry, y copies its address, / goes to the search,
// ? to the page that explains them. Whoever turns them off at the foot of a page has them off on all.
"use strict";
(() => {
  const LETTERS = { KeyJ: "j", KeyK: "k", KeyY: "y" }; // where they lie, for keyboards of other letters
  const ENTRY = "main .entry, main ol.rows > li";
  const FIELDS = "input:not([type=checkbox]), select, textarea, [contenteditable]";
  const on = document.getElementById("keys-on"), told = document.getElementById("keys-told");

  const linkOf = (entry) => entry.querySelector(".acts a[href]") ?? entry.querySelector("a[href]");
  const entries = () => [...document.querySelectorAll(ENTRY)].filter((entry) => entry.getClientRects().length && linkOf(entry));

  function move(step) {
    const all = entries(), here = document.activeElement.closest(ENTRY);
    const seen = all.findIndex((entry) => entry.getBoundingClientRect().bottom > 0);
    const at = here ? all.indexOf(here) + step : seen + (step < 0 ? step : 0);
    if (!all[at]) return;
    linkOf(all[at]).focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "nearest" });
  }

  async function copy() {
    const entry = document.activeElement.closest(ENTRY), address = entry ? linkOf(entry).href : location.href;
    try {
      await navigator.clipboard.writeText(address);
      told.textContent = `${told.dataset.copied} ${address}`;
    } catch { // not allowed here: it can be read and marked
      told.textContent = `${told.dataset.address} ${address}`;
    }
  }

  function search() {
    const field = document.querySelector("main input[type=search]");
    if (field) { field.focus(); field.select(); } else location.assign(told.dataset.search);
  }

  const ACTS = { j: () => move(1), k: () => move(-1), y: copy, "/": search, "?": () => told.dataset.help && location.assign(told.dataset.help) };

  function pressed(event) {
    const key = event.key.length === 1 && event.key <= "~" ? event.key : LETTERS[event.code];
    const act = Object.hasOwn(ACTS, key) && ACTS[key];
    if (!act || !on.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat && key === "y") return;
    if (event.target.closest?.(FIELDS)) return;
    event.preventDefault();
    told.textContent = "";
    act();
  }

  const kept = (act) => { try { return act(localStorage); } catch { return null; } }; // a browser may refuse to keep anything
  on.checked = kept((store) => store.getItem("keys")) !== "off";
  on.addEventListener("change", () => kept((store) => store.setItem("keys", on.checked ? "on" : "off")));
  on.closest("[hidden]").hidden = false;
  document.addEventListener("keydown", pressed);
})();
