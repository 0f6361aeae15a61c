/* One form that saves itself: what is kept where, and the sentence that says so. */
import { homeless, putBack, same, wordsBrought, wordsOf, writtenIn } from "./form_words.js";

const PAUSE = 1500; // milliseconds of quiet before a draft is sent
const JUST_NOW = 30_000; // milliseconds by the server's clock
const A_DOUBLE_CLICK = 2000; // milliseconds in which a second press means the first

export class SavingForm {
  constructor(form, kept, post, says) {
    Object.assign(this, { form, kept, post, says, unsent: false, passing: false });
    this.name = form.dataset.savesItself;
    this.person = form.dataset.person ?? "";
    // A refused form comes back with what was just sent: that is no beginning to go back to, but words not saved yet.
    this.refused = Boolean(document.querySelector(".govuk-error-summary") ?? form.querySelector(".govuk-error-message") ?? ("notSavedYet" in form.dataset || null));
    this.brought = this.refused ? {} : wordsBrought(form);
    this.makeStatus();
    form.addEventListener("input", () => this.typed());
    form.addEventListener("change", () => this.typed());
  }

  makeStatus() {
    this.status = document.createElement("div");
    this.status.className = "self-saving";
    this.line = document.createElement("p");
    this.line.className = "self-saving__words";
    this.line.setAttribute("role", "status");
    this.status.append(this.line);
    this.beforeButton = this.form.querySelector(":scope > .govuk-button-group, :scope > button:not([type=button])") ?? this.form.lastElementChild;
    this.beforeButton.before(this.status);
  }

  say(sentence, kind = "", ...deeds) {
    if (this.line.textContent !== sentence) this.line.textContent = sentence;
    this.status.className = `self-saving${kind && ` self-saving--${kind}`}`;
    this.line.nextElementSibling && [...this.status.children].slice(1).forEach((old) => old.remove());
    this.status.append(...deeds);
    // Words that were put back are told of above them, before anybody goes on writing; everything else beside the button.
    if (kind === "restored") this.form.prepend(this.status);
    else if (this.status.nextElementSibling !== this.beforeButton) this.beforeButton.before(this.status);
  }

  deed(words, act) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "self-saving__deed", textContent: words });
    button.addEventListener("click", act);
    return button;
  }

  now() {
    return { form: this.name, person: this.person, page: this.form.dataset.page ?? location.pathname, words: wordsOf(this.form), at: Date.now(), unsent: this.unsent, reached: this.reached };
  }

  /** The same as it is kept on the server: of what is only chosen, and of boxes that were emptied again, no draft. */
  draft() {
    const now = this.now();
    return writtenIn(this.form, this.brought) ? now : { ...now, words: {} };
  }

  /** Put back whichever is newer: what this browser kept, or what reached the server. */
  async begin() {
    const [here, there] = [await this.kept?.get(this.name, this.person), this.fromServer()];
    if (this.refused) return this.typed();
    // Sent, and no longer among the drafts: it was saved. Unless it was sent just as this page was made, which may not know of it yet.
    if (here && !here.unsent && there === null && !(this.made() - here.reached < JUST_NOW)) return this.kept.forget(this.name, this.person);
    if (this.unsent) return this.offer(there); // whoever types is quicker than this: nothing is put over their words
    const newest = here && (!there || (here.unsent ? here.at > there.at : here.reached > there.at)) ? here : there;
    if (newest && !same(newest.words, wordsOf(this.form))) {
      const other = newest === here ? there : here?.unsent ? here : null;
      await this.findBoxes(newest.words);
      this.restore(newest, other && !same(other.words, newest.words) ? other : null);
    }
    if (newest === here && here?.unsent) await this.changed();
  }

  /** Words that were kept before stand beside those being typed, for one press. */
  offer(earlier) {
    if (earlier && !same(earlier.words, wordsOf(this.form))) this.earlier = earlier;
  }

  /** Whoever was ticked while the page was open is not among its ticks when it opens again: their boxes are asked for. */
  async findBoxes(words) {
    const place = this.form.querySelector("[data-more-boxes]");
    if (!place || !homeless(this.form, words)) return;
    const boxes = await this.post.boxes(place.dataset.moreBoxes, words);
    if (boxes) place.innerHTML = boxes;
  }

  fromServer() {
    const brought = this.form.querySelector("[data-draft-kept]");
    if (!brought) return undefined;
    return brought.dataset.draftWords ? { words: JSON.parse(brought.dataset.draftWords), at: Date.parse(brought.dataset.draftAt) } : null;
  }

  /** When the server made this page, by its own clock. */
  made() {
    return Date.parse(this.form.querySelector("[data-draft-kept]")?.dataset.pageMade ?? "");
  }

  restore(newest, other) {
    putBack(this.form, newest.words);
    const when = new Intl.DateTimeFormat(document.documentElement.lang || "en-GB", { dateStyle: "long", timeStyle: "short" }).format(newest.at);
    const deeds = [this.deed(this.says.throwAway, () => this.throwAway())];
    if (other) deeds.unshift(this.deed(this.says.showOther, () => this.restore(other, newest) ?? this.changed()));
    this.restoredSentence = this.says.restored.replace("{when}", when);
    this.say(this.restoredSentence, "restored", ...deeds);
  }

  async throwAway() {
    clearTimeout(this.timer);
    this.form.reset();
    this.restoredSentence = null;
    this.unsent = false;
    await this.kept?.forget(this.name, this.person);
    this.say(this.says.thrownAway);
    await this.post.draft({ ...this.now(), words: {} });
    this.form.querySelector("textarea, input:not([type=hidden])")?.focus();
  }

  typed() {
    this.unsent = true;
    this.gone = false;
    this.restoredSentence = null;
    this.changed();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  /** Keep it here, at once; while one copy is being sealed, the next waits for its turn. */
  async changed() {
    this.unsent = true;
    if (!this.kept) return;
    this.again = true;
    this.sealing ??= (async () => {
      try {
        while (this.again) {
          this.again = false;
          await this.kept.put(this.now());
        }
      } catch {
        this.kept = null; // no room: from here on the server alone keeps drafts, and the sentence says so
      }
      this.sealing = null;
    })();
    await this.sealing;
  }

  /** Send the draft; @returns {Promise<string>} its outcome */
  async send() {
    clearTimeout(this.timer);
    await this.sending;
    if (!this.unsent) return "kept";
    const sent = this.draft();
    this.sending = this.post.draft(sent);
    const { outcome, savedAt, moment } = await this.sending;
    if (moment) this.reached = Date.parse(moment);
    if (outcome === "kept" && (same(sent.words, wordsOf(this.form)) || !Object.keys(sent.words).length)) {
      this.unsent = false;
      await this.sealing;
      if (Object.keys(sent.words).length) await this.kept?.put(this.now()).catch(() => {});
      else await this.kept?.forget(this.name, this.person);
    }
    this.sayWhereKept(outcome, savedAt);
    return outcome;
  }

  /** The page is going away: what is not sent goes along, without waiting for an answer. */
  sendInPassing() {
    if (this.unsent && !this.gone) this.post.draft(this.draft(), { inPassing: true });
  }

  sayWhereKept(outcome = navigator.onLine ? "" : "no connection", savedAt = "") {
    if (outcome === "kept") {
      if (this.restoredSentence) return;
      const words = writtenIn(this.form, this.brought) ? this.says.saved.replace("{time}", savedAt) : "";
      const back = this.earlier ? [this.deed(this.says.showOther, () => this.restore(this.earlier, (this.earlier = this.now())))] : [];
      this.say(this.kept || !words ? words : `${words} ${this.says.noCopyHere}`, "", ...back);
    } else if (outcome === "signed out") {
      const link = Object.assign(document.createElement("a"), { href: this.says.signInUrl, target: "_blank", className: "govuk-link", textContent: this.says.signIn });
      this.say(this.kept ? this.says.signedOut : this.says.signedOutNoCopy, "trouble", link);
    } else if (outcome === "somebody else") this.say(this.says.somebodyElse, "trouble");
    else if (outcome === "refused") this.say(this.kept ? this.says.refused : this.says.refusedNoCopy, "trouble");
    else if (outcome === "no connection" && this.unsent) this.say(this.kept ? this.says.keptHere : this.says.keptNowhere, "trouble");
  }

  /** Send for good: only once the words have arrived as a draft. */
  async submit(submitter) {
    if (this.submitting) return;
    this.submitting = true;
    try {
      await this.changed();
      const outcome = await this.send();
      if (outcome === "kept" || outcome === "refused") {
        // "Refused" is for the page itself to explain: its words are kept here, and it gives them back.
        this.passing = this.gone = true;
        this.form.requestSubmit(submitter?.form === this.form ? submitter : undefined);
        this.passing = false;
        await new Promise((on) => setTimeout(on, A_DOUBLE_CLICK));
      } else if (outcome === "no connection") this.say(this.kept ? this.says.notSent : this.says.keptNowhere, "trouble");
      this.line.scrollIntoView({ block: "nearest" });
    } finally {
      this.submitting = false;
    }
  }
}
