/* Sending drafts to the server. */
const PATIENCE = 10_000; // milliseconds before a silent network counts as none

export class Post {
  /** @param {{url: string, tokenPage: string}} where  @param {string} key the writer's own, by which their pages are known */
  constructor(where, key) {
    this.where = where;
    this.key = key;
  }

  token() {
    return document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
  }

  /** @returns {Promise<{outcome: "kept"|"no connection"|"signed out"|"somebody else"|"refused", savedAt?: string, moment?: string}>} */
  async draft(words, { inPassing = false } = {}) {
    const answer = await this.send(words, inPassing);
    // After signing in again, perhaps in another tab, this page's forms have yesterday's token.
    if (answer?.status === 403 && !inPassing) {
      const renewed = await this.renewToken();
      if (renewed !== "renewed") return { outcome: renewed };
      return this.read(await this.send(words, false));
    }
    return this.read(answer);
  }

  async send({ form, person, page, words }, keepalive) {
    const body = new URLSearchParams({ form, person, page, words: JSON.stringify(words), csrfmiddlewaretoken: this.token() });
    try {
      const signal = keepalive ? undefined : AbortSignal.timeout(PATIENCE);
      return await fetch(this.where.url, { method: "POST", body, keepalive, signal, credentials: "same-origin", redirect: "manual" });
    } catch {
      return null;
    }
  }

  /** More boxes for a form, as the server makes them for these words; @returns {Promise<string>} nothing without a connection */
  async boxes(url, words) {
    const body = new URLSearchParams({ csrfmiddlewaretoken: this.token() });
    for (const [name, value] of Object.entries(words)) for (const one of name === "people" ? value.split("\n") : [value]) body.append(name, one);
    try {
      const answer = await fetch(url, { method: "POST", body, credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) });
      return answer.ok ? await answer.text() : "";
    } catch {
      return "";
    }
  }

  async read(answer) {
    if (answer === null || answer.status >= 500) return { outcome: "no connection" };
    if (answer.status === 401 || answer.type === "opaqueredirect") return { outcome: "signed out" };
    if (!answer.ok) return { outcome: "refused" };
    try {
      const { saved_at: savedAt, moment } = await answer.json();
      return { outcome: "kept", savedAt, moment };
    } catch {
      return { outcome: "no connection" }; // a hotel's or a café's own page in place of ours
    }
  }

  /** Fetch a fresh token into every form of this page, if it is still the same person who is signed in. */
  async renewToken() {
    try {
      const answer = await fetch(this.where.tokenPage, { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) });
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      const key = found.querySelector("meta[name='draft-key']")?.content;
      const token = found.querySelector("input[name=csrfmiddlewaretoken]")?.value;
      if (!key || !token) return "signed out";
      if (key !== this.key) return "somebody else";
      for (const box of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) box.value = token;
      return "renewed";
    } catch {
      return "no connection";
    }
  }
}
