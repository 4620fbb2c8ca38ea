// The desk's keys. A letter presses what carries it as data-key: in the current card (data-current) first, then anywhere on the page.
// Nothing happens while somebody types, with Ctrl, Alt or Meta held, or where the person switched the keys off (body without data-keys).
"use strict";

const typesInto = (element) => element.closest("input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]");
const isThere = (element) => element.checkVisibility() && !element.disabled;

// On a keyboard of another script a letter is the one printed beside it: Ф is A.
const letterOf = ({ key, code }) => (key > "\x7f" && code.startsWith("Key") ? code.slice("Key".length) : key).toLowerCase();

function wanted(key) {
  const carrying = `[data-key~="${CSS.escape(key)}"]`; // several keys stand apart by a space
  const places = [document.activeElement?.closest("[data-current]"), document.querySelector("[data-current]"), document];
  return places.flatMap((place) => [...(place?.querySelectorAll(carrying) ?? [])]).find(isThere);
}

function press(element) {
  if (typesInto(element)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

document.addEventListener("keydown", (event) => {
  if (!("keys" in document.body.dataset) || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (typesInto(event.target)) {
    if (event.key === "Escape") (event.target.closest("[data-current]") ?? document.getElementById("main")).focus();
    return;
  }
  const key = event.key === " " ? "space" : letterOf(event);
  if ((key === "space" || key === "enter") && event.target.closest("button, a, summary, input")) return; // the browser presses these itself
  const element = wanted(key);
  if (!element) return;
  event.preventDefault();
  if (event.repeat && !key.startsWith("arrow")) return; // held down: one press is one act
  press(element);
});

// What came in its place says by data-focus where to go on: there, or at the element of that id.
document.addEventListener("htmx:afterSettle", () => {
  const came = document.querySelector("[data-focus]");
  if (!came) return;
  const next = document.getElementById(came.dataset.focus) ?? came;
  came.removeAttribute("data-focus");
  next.focus();
  next.scrollIntoView({ block: "nearest" });
});

// What could not be done is told, until something can.
const tellFailure = (isThere) => { document.getElementById("failed").hidden = !isThere; };
document.addEventListener("htmx:beforeRequest", () => tellFailure(false));
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(failure, () => tellFailure(true));

// A page that outlived its session takes a new token for its forms, and stays as it is.
document.addEventListener("fresh-token", ({ detail }) => {
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": detail.token }));
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = detail.token;
});

// In a sheet, Enter and the arrows lead up and down its columns.
document.addEventListener("keydown", (event) => {
  const step = { Enter: "nextElementSibling", ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  const cell = step && event.target.closest("[data-sheet] td");
  if (!cell || event.ctrlKey || event.altKey || event.metaKey || (event.target.matches("select") && event.key !== "Enter")) return;
  const there = cell.parentElement[step]?.cells[cell.cellIndex].querySelector("input:not([type=hidden]), select");
  event.preventDefault(); // Enter does not send the whole sheet
  there?.focus();
  there?.select?.();
});
