/* Who was there: <form data-present>, of which each box is kept as it is ticked, without a page load.

   The form says who was there when it was opened ([name=stood]), and the server keeps what is otherwise since and nothing else: so two who
   note it at once undo nothing of each other. What the other ticked meanwhile is ticked here with the next answer. */
import { KeptForm } from "./kept_form.js";

/** @type {KeptForm | null} */
export let present = null;

const showsWhoIsThere = (sent) => {
  if (present.kept.querySelector("[data-not-kept]")) return;
  const [asked, there] = [new Set(sent.getAll("present")), new Set(new FormData(present.form).getAll("stood"))];
  // Whatever was pressed since it was sent goes with the next sending.
  for (const box of present.form.querySelectorAll("[name=present]")) if (box.checked === asked.has(box.value)) box.checked = there.has(box.value);
};

const begin = () => {
  const form = document.querySelector("form[data-present]");
  if (form === (present?.form ?? null)) return;
  present?.rest();
  present = form && new KeptForm(form, form.querySelector("[data-present-kept]"), form.querySelector("[data-present-trouble]"), showsWhoIsThere);
};
begin();

document.addEventListener("change", (event) => event.target.name === "present" && event.target.form === present?.form && present.changed(0));
const loadsAPage = (form) => form.method === "post" && !form.matches("[hx-post], [data-notes]");
// Whatever else is pressed waits for it: a meeting that was closed keeps nobody any more.
document.addEventListener("submit", async (event) => {
  const ours = event.target === present?.form;
  if (!ours && (!present || present.isKept || !loadsAPage(event.target))) return;
  event.preventDefault();
  const kept = await present.send({ asked: ours });
  if (kept && !ours) event.target.requestSubmit(event.submitter);
});
document.addEventListener("htmx:before:swap", ({ target }) => target.matches?.("a[data-after-notes]") && present?.goAlong());
document.addEventListener("htmx:after:swap", begin);
addEventListener("online", () => present?.send());
addEventListener("beforeunload", (event) => present?.wouldBeLost && event.preventDefault());
addEventListener("pagehide", () => present?.goAlong());
// A page that the browser kept whole says who was there before.
addEventListener("pageshow", (event) => event.persisted && location.reload());
