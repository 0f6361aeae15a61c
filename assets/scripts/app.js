/* What every page can do beyond plain HTML: the design system's own behaviour, parts of a page that renew themselves
   (htmx), and two keys. Every page works without any of it.

   Ctrl+Enter (⌘+Enter)   in a box of many lines: sends its form, as its button would
   /                      leads to the element with data-jump-here, where a page has one; the button with
                          data-slash-switch in the footer turns it off for this browser (WCAG 2.2, 2.1.4) */
import { Button, Checkboxes, ErrorSummary, PasswordInput, Radios, SkipLink, createAll } from "govuk-frontend";
import htmx from "htmx.org";
import { sayOnce } from "./said.js";
import { severalTicked } from "./several_ticked.js";
import { slashKey } from "./slash_key.js";
import { sliders } from "./slider.js";

const PARTS = [Button, Checkboxes, ErrorSummary, PasswordInput, Radios, SkipLink];

function wake(scope) {
  // A part that is awake already says so by an error, which is no news.
  severalTicked(scope);
  sliders(scope);
  for (const part of PARTS) createAll(part, {}, { scope, onError: () => {} });
  const wrong = scope.querySelector("[data-title-prefix]");
  if (wrong && !document.title.startsWith(wrong.dataset.titlePrefix)) document.title = `${wrong.dataset.titlePrefix}: ${document.title}`;
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
wake(document);
slashKey();
sayOnce();

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement && event.target.form) {
    event.preventDefault();
    event.target.form.requestSubmit(event.target.form.querySelector("button:not([type=button]), input[type=submit]"));
  }
});

// A whole page as answer (signed out, our fault) never lands inside a part of one.
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (ctx.response.status >= 400 && /^\s*<!doctype/i.test(ctx.text) && !ctx.select) Object.assign(ctx.hx, { retarget: "body", reswap: "innerHTML" });
});
// A form whose answer takes a while says so from the moment it is sent, and is silent again when somebody comes back to it.
const whileSent = (hidden) => (form) => form.querySelectorAll("[data-while-sent]").forEach((said) => (said.hidden = hidden));
document.addEventListener("submit", ({ target }) => whileSent(false)(target));
addEventListener("pageshow", () => document.querySelectorAll("form").forEach(whileSent(true)));
document.addEventListener("change", ({ target }) => target.closest?.(".choices") && severalTicked(target.closest(".choices").parentElement));
document.addEventListener("htmx:after:swap", ({ target }) => wake(target instanceof Element ? target : document));

export { htmx };
