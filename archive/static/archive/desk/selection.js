// The review screen: which card is the current one, where its words stand in the text, and what is selected there.
// Places are counted in characters as the record counts them (code points), from the first of the document.
"use strict";

const source = () => document.getElementById("source");
const cards = () => [...document.querySelectorAll(".card")];
const current = () => document.querySelector(".card[data-current]");
const points = (text) => [...text].length;
let selected = null; // the last selection in the text: {start, end, words}; start and end are the same for a mere caret

function placeOf(node, offset) {
  const part = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!part) return null;
  const before = document.createRange();
  before.setStart(part, 0);
  before.setEnd(node, offset);
  return Number(part.dataset.start) + points(before.toString());
}

function readSelection() {
  const range = document.getSelection().rangeCount && document.getSelection().getRangeAt(0);
  if (!range || !source()?.contains(range.commonAncestorContainer)) return;
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return;
  const words = range.toString();
  const [before, behind] = [words.trimStart(), words.trimEnd()].map((trimmed) => points(words) - points(trimmed));
  selected = words.trim() ? { start: start + before, end: end - behind, words: words.trim() } : { start, end: start, words: "" };
}

function makeCurrent(card) {
  if (card !== current()) {
    current()?.removeAttribute("data-current");
    card.setAttribute("data-current", "");
  }
  paint();
}

// The marks in the text say what became of their statements; those of the current card stand out and are in sight.
function paint() {
  const states = new Map(cards().map((card) => [card.dataset.id, card.dataset.state]));
  const now = current()?.dataset.id;
  let first = null;
  for (const mark of document.querySelectorAll("a.said")) {
    const of = mark.dataset.of.split(" ");
    mark.dataset.state = states.get(mark.hash.slice("#card-".length)) ?? mark.dataset.state;
    mark.classList.toggle("now", of.includes(now));
    if (of.includes(now)) first ??= mark;
  }
  if (first) bringIntoSight(first);
}

function bringIntoSight(mark) {
  const [here, around] = [mark.getBoundingClientRect(), source().getBoundingClientRect()];
  if (here.top < around.top || here.bottom > around.bottom) source().scrollTop += here.top - around.top - around.height / 3;
}

function step(by) {
  const all = cards();
  const next = all[all.indexOf(current()) + by];
  next?.focus();
}

// The form of a button with data-takes is given what is selected: the words, or the place where they begin.
function take(button, event) {
  const wanted = button.dataset.takes;
  readSelection();
  if (!selected || (wanted !== "place" && !selected.words)) {
    event.preventDefault();
    document.getElementById("told").innerHTML = `<p class="told warning"></p>`;
    document.querySelector("#told p").textContent = source().dataset.nothing;
    return;
  }
  const fields = button.form.elements;
  if (wanted === "place") {
    fields.at.value = selected.start;
    return;
  }
  fields.start.value = selected.start;
  fields.end.value = selected.end;
  fields.text.value = "";
  const shown = button.closest(".card")?.querySelector("[data-words]");
  if (shown) shown.textContent = selected.words;
}

document.addEventListener("selectionchange", readSelection);

document.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (card) makeCurrent(card);
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("a.said");
  if (mark && !document.getSelection().isCollapsed) event.preventDefault(); // words were being selected
  const button = event.target.closest("[data-takes], [data-step]");
  if (button?.dataset.takes) take(button, event);
  if (button?.dataset.step) step(Number(button.dataset.step));
}, true);

document.addEventListener("htmx:afterSettle", paint);
paint();
