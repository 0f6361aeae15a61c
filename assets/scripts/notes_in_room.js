/* Notes that keep up with speech: <form data-notes>, whose boxes are sent by themselves a moment after the last key; and next steps.

   One sending at a time, each with the marks that the one before it brought back: so nobody meets their own words as somebody else's.
   The server answers with desk/meetings/_kept.html: new marks, and where another wrote in the same box meanwhile, both texts
   ([data-not-kept]). Whoever goes on to the next person waits until the words are kept; where a page closes all the same they go along,
   and both texts are kept, theirs first. Without contact it is tried again, and the browser asks before it closes the page. */
import { Post } from "./draft_post.js";

const PAUSE = 800; // milliseconds of quiet before the boxes are sent
const AGAIN = 3000; // milliseconds until it is tried again
const PATIENCE = 10_000; // milliseconds before a silent network counts as none

const renewing = new Post(document.getElementById("self-saving").dataset, document.querySelector("meta[name='draft-key']").content);

let form, kept, trouble, here, typed, stored;
let sending = null;
let timer = 0;

/** Whoever is on the page now, with their boxes as they stand. */
const begin = () => {
  form = document.querySelector("form[data-notes]");
  kept = document.getElementById("kept");
  trouble = document.querySelector("[data-notes-trouble]");
  here = form.dataset.notes;
  typed = 0;
  stored = kept.querySelector("[data-not-kept]") ? -1 : 0;
};
begin();

const post = (options, both) => {
  const body = new URLSearchParams(new FormData(form));
  if (both) body.set("both", "1");
  return fetch(here, { method: "POST", body, credentials: "same-origin", redirect: "manual", headers: { "HX-Request": "true" }, ...options });
};

/** What the server says of these boxes; nothing where it was not reached, or does not know us any more. */
const answer = async (both) => {
  try {
    const came = await post({ signal: AbortSignal.timeout(PATIENCE) }, both);
    if (came.status === 403) await renewing.renewToken();
    const said = came.ok ? await came.text() : "";
    return /^\s*<!doctype/i.test(said) ? "" : said;
  } catch {
    return "";
  }
};

const sendNow = async (both) => {
  const upTo = typed;
  const said = await answer(both);
  trouble.hidden = Boolean(said);
  if (!said) {
    timer = setTimeout(send, AGAIN);
    return;
  }
  kept.innerHTML = said;
  if (!kept.querySelector("[data-not-kept]")) stored = upTo;
};

/** @returns {Promise<boolean>} whether every word is kept */
const send = async ({ both = false, asked = false } = {}) => {
  while (sending) await sending;
  clearTimeout(timer);
  if (asked || typed !== stored) {
    sending = sendNow(both);
    await sending;
    sending = null;
  }
  return typed === stored;
};

document.addEventListener("input", (event) => {
  if (event.target.form !== form) return;
  typed += 1;
  clearTimeout(timer);
  timer = setTimeout(send, PAUSE);
});
document.addEventListener("submit", (event) => {
  if (event.target !== form) return;
  event.preventDefault();
  send({ both: event.submitter?.name === "both", asked: true });
});
addEventListener("online", () => send());
document.addEventListener("visibilitychange", () => document.hidden && send());

const step = () => document.querySelector("#next-steps [name=words]");
const goAlong = () => typed !== stored && post({ keepalive: true }, true).catch(() => {});
// Before htmx: the words first, then whoever comes next. Where a next step is begun and not agreed, the browser leaves the page, and asks.
const goOn = async (event) => {
  const link = event.target.closest?.("a[data-after-notes]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (typed !== stored) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await send()) link.click();
  } else if (step()?.value.trim()) event.stopImmediatePropagation();
};
document.addEventListener("click", goOn, { capture: true });

addEventListener("beforeunload", (event) => {
  const cannotGoAlong = typed !== stored && (!navigator.onLine || !trouble.hidden);
  if (cannotGoAlong || step()?.value.trim()) event.preventDefault();
});
// A page that the browser kept whole carries marks from before.
addEventListener("pageshow", (event) => event.persisted && location.reload());
addEventListener("pagehide", goAlong);

// Whoever is put in place of another: what was typed in the moment between goes along, and the keyboard stands in the first box.
document.addEventListener("htmx:before:swap", ({ target }) => target.matches?.("a[data-after-notes]") && goAlong());
document.addEventListener("htmx:after:swap", () => {
  const there = document.querySelector("form[data-notes]");
  if (there && there !== form) {
    clearTimeout(timer);
    begin();
    form.querySelector("textarea").focus();
    return;
  }
  // After a next step the keyboard stands where the following one is written, or where something is missing.
  (document.querySelector("#next-steps .govuk-input--error, #next-steps .govuk-select--error") ?? step())?.focus();
});
document.addEventListener("htmx:error", ({ target }) => {
  const told = target.matches?.("a[data-after-notes]") ? "[data-move-trouble]" : "[data-step-trouble]";
  document.querySelector(told).hidden = false;
});
