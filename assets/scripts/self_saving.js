/* Forms that save themselves: <form method="post" data-saves-itself="note" data-person="…key, or left out…">.

   While somebody types, their words are kept in this browser at once (kept_words.js) and sent as a draft to the server a
   moment after they stop. When the page is opened again, by them, the newer of the two stands in the form, with a sentence
   and a way to throw it away. A form is sent for good only after its words have reached the server as a draft, so that a
   dead network, a session that ended or a closed tab loses nothing.

   What a view does for it:
     * inside the form: {% draft_kept draft %}, where `draft` is web.queries.draft_of(form, person_id, by=request.actor)
     * once saved: web.actions.drop_draft(form, person_id, by=request.actor), and for this file
       messages.success(request, _("The note is kept."), extra_tags=f"{form}:{person_id or ''}"), which base.html shows as
       <p class="said" data-draft-saved="note:…key…">. Any element with that attribute, also one that htmx brings, has this
       browser forget its copy.
   A box with data-not-kept or within it, a password or a hidden field is never kept. The sentences are in web/_self_saving.html. */
import { KeptWords } from "./kept_words.js";
import { SavingForm } from "./saving_form.js";
import { Post } from "./draft_post.js";

const page = document.getElementById("self-saving");
const post = new Post(page.dataset, document.querySelector("meta[name='draft-key']").content);
const opening = KeptWords.open(post.key);
const awake = new Set();

async function wake(scope) {
  const kept = await opening;
  for (const saved of scope.querySelectorAll("[data-draft-saved]")) {
    const [form, person = ""] = saved.dataset.draftSaved.split(":");
    await kept?.forget(form, person);
  }
  for (const form of scope.querySelectorAll("form[data-saves-itself]")) {
    if (form.dataset.selfSaving) continue;
    form.dataset.selfSaving = "on";
    const saving = new SavingForm(form, kept, post, page.dataset);
    awake.add(saving);
    await saving.begin();
  }
}

const each = (deed) => {
  for (const saving of awake) {
    if (saving.form.isConnected) deed(saving);
    else awake.delete(saving);
  }
};

wake(document);
document.addEventListener("htmx:after:swap", () => wake(document));
addEventListener("online", () => each((saving) => saving.send()));
addEventListener("offline", () => each((saving) => saving.sayWhereKept()));
document.addEventListener("visibilitychange", () => each((saving) => (document.hidden ? saving.sendInPassing() : saving.send())));
addEventListener("pagehide", () => each((saving) => saving.sendInPassing()));
// A page that the browser kept whole may be older than what was saved since.
addEventListener("pageshow", (event) => event.persisted && ![...awake].some((saving) => saving.unsent) && location.reload());

// Our forms are sent by hand: first as a draft, then, once that arrived, as its writer asked. Before htmx hears of it.
document.addEventListener(
  "submit",
  (event) => {
    const saving = [...awake].find(({ form }) => form === event.target);
    if (!saving || saving.passing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    saving.submit(event.submitter);
  },
  true,
);

// Whoever signs out leaves nothing behind in this browser; what was not sent yet is sent first.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !("signsOut" in form.dataset) || form.dataset.signsOut === "now") return;
  event.preventDefault();
  const kept = await opening;
  const unsent = kept ? (await kept.all()).filter((words) => words.unsent) : [];
  const sent = await Promise.all(unsent.map((words) => post.draft(words)));
  if (sent.some(({ outcome }) => outcome === "no connection" || outcome === "refused") && !confirm(page.dataset.signOutAnyway)) return;
  await kept?.forgetAll();
  form.dataset.signsOut = "now";
  form.requestSubmit();
});
