/* Unsaved words in this browser, unreadable without the writer's key.

   Each form's words are one entry of localStorage, encrypted with AES-GCM under the key in <meta name="draft-key">, which
   only a page of the signed-in writer has. Neither the form nor the person can be told from the entry's name. Entries
   older than a week go when a page is opened; all go when somebody signs out. */
const PREFIX = "alongside.words.";
const A_WEEK = 7 * 24 * 60 * 60 * 1000; // milliseconds

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""));

export class KeptWords {
  /** @returns {Promise<KeptWords|null>} null where the browser cannot keep a secret: no https, or no storage */
  static async open(key) {
    try {
      if (!globalThis.crypto?.subtle || !key) return null;
      localStorage.setItem(`${PREFIX}try`, "1");
      localStorage.removeItem(`${PREFIX}try`);
      const raw = bytes(key);
      const secret = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
      const mine = text(await crypto.subtle.digest("SHA-256", new Uint8Array([...raw, ...new TextEncoder().encode(" whose")]))).slice(0, 12);
      return new KeptWords(secret, mine);
    } catch {
      return null;
    }
  }

  constructor(secret, mine) {
    this.secret = secret;
    this.mine = `${PREFIX}${mine}.`;
    for (const name of KeptWords.names()) {
      try {
        if (Date.now() - JSON.parse(localStorage.getItem(name)).at > A_WEEK) localStorage.removeItem(name);
      } catch {
        localStorage.removeItem(name);
      }
    }
  }

  static names() {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  }

  async nameOf(form, person) {
    const folded = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${this.mine}${form}:${person}`));
    return this.mine + text(folded).slice(0, 22);
  }

  async put(words) {
    const name = await this.nameOf(words.form, words.person);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(words));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) }, this.secret, plain);
    localStorage.setItem(name, JSON.stringify({ at: words.at, iv: text(iv), sealed: text(sealed) }));
  }

  async read(name) {
    try {
      const { iv, sealed } = JSON.parse(localStorage.getItem(name));
      const additionalData = new TextEncoder().encode(name);
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv), additionalData }, this.secret, bytes(sealed))));
    } catch {
      return null; // none, or not ours to read
    }
  }

  async get(form, person) {
    return this.read(await this.nameOf(form, person));
  }

  /** Everything of this writer, for sending before they sign out. */
  async all() {
    const found = await Promise.all(KeptWords.names().map((name) => (name.startsWith(this.mine) ? this.read(name) : null)));
    return found.filter(Boolean);
  }

  async forget(form, person) {
    localStorage.removeItem(await this.nameOf(form, person));
  }

  static forgetAll() {
    for (const name of KeptWords.names()) localStorage.removeItem(name);
  }
}
