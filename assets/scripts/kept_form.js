/* A form that keeps itself: sent by itself, one sending at a time, each with the marks that the one before it brought back; tried again without contact.

   The server answers with the part that stands in `kept`: new marks, and [data-not-kept] where something was refused. */
import { Post } from "./draft_post.js";

const AGAIN = 3000; // milliseconds until it is tried again
const PATIENCE = 10_000; // milliseconds before a silent network counts as none

const renewing = new Post(document.getElementById("self-saving").dataset, document.querySelector("meta[name='draft-key']").content);

export class KeptForm {
  /** @param {(sent: URLSearchParams) => void} heard called when the server has answered what was sent */
  constructor(form, kept, trouble, heard = () => {}) {
    Object.assign(this, { form, kept, trouble, heard, changes: 0, sending: null, timer: 0 });
    this.stored = kept.querySelector("[data-not-kept]") ? -1 : 0;
  }

  get isKept() {
    return this.changes === this.stored;
  }

  /** Nothing would take it along: the browser asks before it closes the page. */
  get wouldBeLost() {
    return !this.isKept && (!navigator.onLine || !this.trouble.hidden);
  }

  /** Something was typed or ticked; it is sent after so many milliseconds of quiet. */
  changed(pause) {
    this.changes += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  /** Nothing more is sent of itself: another form stands in its place. */
  rest() {
    clearTimeout(this.timer);
  }

  post(body, options) {
    const there = this.form.getAttribute("action");
    return fetch(there, { method: "POST", body, credentials: "same-origin", redirect: "manual", headers: { "HX-Request": "true" }, ...options });
  }

  written(both) {
    const body = new URLSearchParams(new FormData(this.form));
    if (both) body.set("both", "1");
    return body;
  }

  /** What the server says of it; nothing where it was not reached, or does not know us any more. */
  async answer(body) {
    try {
      const came = await this.post(body, { signal: AbortSignal.timeout(PATIENCE) });
      if (came.status === 403) await renewing.renewToken();
      const said = came.ok ? await came.text() : "";
      return /^\s*<!doctype/i.test(said) ? "" : said;
    } catch {
      return "";
    }
  }

  async sendNow(both) {
    const upTo = this.changes;
    const sent = this.written(both);
    const said = await this.answer(sent);
    this.trouble.hidden = Boolean(said);
    if (!said) {
      this.timer = setTimeout(() => this.send(), AGAIN);
      return;
    }
    this.kept.innerHTML = said;
    if (!this.kept.querySelector("[data-not-kept]")) this.stored = upTo;
    this.heard(sent);
  }

  /** @returns {Promise<boolean>} whether all of it is kept */
  async send({ both = false, asked = false } = {}) {
    while (this.sending) await this.sending;
    clearTimeout(this.timer);
    if (asked || !this.isKept) {
      this.sending = this.sendNow(both);
      await this.sending;
      this.sending = null;
    }
    return this.isKept;
  }

  /** As the page goes: nobody can be asked any more, so of what two wrote both is kept. */
  goAlong() {
    if (!this.isKept) this.post(this.written(true), { keepalive: true }).catch(() => {});
  }
}
