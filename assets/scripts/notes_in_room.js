/* Notes that keep up with speech: <form data-notes>, whose boxes are sent by themselves a moment after the last key; and next steps.

   One sending at a time, each with the marks that the one before it brought back: so nobody meets their own words as somebody else's.
   The server answers with desk/meetings/_kept.html: new marks, and where another wrote in the same box meanwhile, both texts
   ([data-not-kept]). Whoever goes on to the next person waits until the words are kept; where a page closes all the same they go along,
   and both texts are kept, theirs first. Without contact it is tried again, and the browser asks before it closes the page. */
import { Post } from "./draft_post.js";

const PAUSE = 800; // milliseconds of quiet before the boxes are sent
const AGAIN = 3000; // milliseconds until it is tried again
const PATIENCE = 10_000; // milliseconds before a silent network counts as none

const form = document.querySelector("form[data-notes]");
const kept = document.getElementById("kept");
const trouble = document.querySelector("[data-notes-trouble]");
const renewing = new Post(document.getElementById("self-saving").dataset, document.querySelector("meta[name='draft-key']").content);

let typed = 0;
let stored = kept.querySelector("[data-not-kept]") ? -1 : 0;
let sending = null;
let timer = 0;

const post = (options, both) => {
  const body = new URLSearchParams(new FormData(form));
  if (both) body.set("both", "1");
  return fetch(location.pathname, { method: "POST", body, credentials: "same-origin", redirect: "manual", headers: { "HX-Request": "true" }, ...options });
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

form.addEventListener("input", () => {
  typed += 1;
  clearTimeout(timer);
  timer = setTimeout(send, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send({ both: event.submitter?.name === "both", asked: true });
});
addEventListener("online", () => send());
document.addEventListener("visibilitychange", () => document.hidden && send());

for (const link of document.querySelectorAll("a[data-after-notes]")) {
  link.addEventListener("click", async (event) => {
    if (typed === stored || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (await send()) location.assign(link.href);
  });
}

const step = () => document.querySelector("#next-steps [name=words]");
addEventListener("beforeunload", (event) => {
  const cannotGoAlong = typed !== stored && (!navigator.onLine || !trouble.hidden);
  if (cannotGoAlong || step()?.value.trim()) event.preventDefault();
});
// A page that the browser kept whole carries marks from before.
addEventListener("pageshow", (event) => event.persisted && location.reload());
addEventListener("pagehide", () => typed !== stored && post({ keepalive: true }, true).catch(() => {}));

// After a next step the keyboard stands where the following one is written, or where something is missing.
document.addEventListener("htmx:after:swap", () => (document.querySelector("#next-steps .govuk-input--error, #next-steps .govuk-select--error") ?? step())?.focus());
document.addEventListener("htmx:error", () => (document.querySelector("[data-step-trouble]").hidden = false));
