/* Notes that keep up with speech: <form data-notes>, whose boxes are sent by themselves a moment after the last key; and next steps.

   One sending at a time, each with the marks that the one before it brought back: so nobody meets their own words as somebody else's.
   The server answers with desk/meetings/_kept.html: new marks, and where another wrote in the same box meanwhile, both texts
   ([data-not-kept]). Whoever goes on to the next person waits until the words are kept; where a page closes all the same they go along,
   and both texts are kept, theirs first. Without contact it is tried again, and the browser asks before it closes the page. */
import { KeptForm } from "./kept_form.js";
import { present } from "./who_was_there.js";

const PAUSE = 800; // milliseconds of quiet before the boxes are sent

/** Whoever is on the page now, with their boxes as they stand. */
const here = () => new KeptForm(document.querySelector("form[data-notes]"), document.getElementById("kept"), document.querySelector("[data-notes-trouble]"));
let notes = here();

document.addEventListener("input", (event) => {
  if (event.target.form === notes.form) notes.changed(PAUSE);
});
document.addEventListener("submit", (event) => {
  if (event.target !== notes.form) return;
  event.preventDefault();
  notes.send({ both: event.submitter?.name === "both", asked: true });
});
addEventListener("online", () => notes.send());
document.addEventListener("visibilitychange", () => document.hidden && notes.send());

const step = () => document.querySelector("#next-steps [name=words]");
// Before htmx: the words first, then whoever comes next. Where a next step is begun and not agreed, the browser leaves the page, and asks.
const goOn = async (event) => {
  const link = event.target.closest?.("a[data-after-notes]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!notes.isKept || present?.isKept === false) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if ((await notes.send()) && (!present || (await present.send()))) link.click();
  } else if (step()?.value.trim()) event.stopImmediatePropagation();
};
document.addEventListener("click", goOn, { capture: true });

addEventListener("beforeunload", (event) => {
  if (notes.wouldBeLost || step()?.value.trim()) event.preventDefault();
});
addEventListener("pagehide", () => notes.goAlong());

// Whoever is put in place of another: what was typed in the moment between goes along, and the keyboard stands in the first box.
document.addEventListener("htmx:before:swap", ({ target }) => target.matches?.("a[data-after-notes]") && notes.goAlong());
document.addEventListener("htmx:after:swap", () => {
  const there = document.querySelector("form[data-notes]");
  if (there && there !== notes.form) {
    notes.rest();
    notes = here();
    notes.form.querySelector("textarea").focus();
    return;
  }
  // After a next step the keyboard stands where the following one is written, or where something is missing.
  (document.querySelector("#next-steps .govuk-input--error, #next-steps .govuk-select--error") ?? step())?.focus();
});
document.addEventListener("htmx:error", ({ target }) => {
  const told = target.matches?.("a[data-after-notes]") ? "[data-move-trouble]" : "[data-step-trouble]";
  document.querySelector(told).hidden = false;
});
