/* Unsaved words in this browser, unreadable without the writer's key.

   Each form's words are one entry of an IndexedDB, encrypted with AES-GCM under the key in <meta name="draft-key">, which
   only a page of the signed-in writer has. Neither the form nor the person can be told from the entry's name. An entry is
   on the disk before `put` is done (localStorage would hold it back for seconds, and a telephone short of memory ends a
   browser without asking). Entries older than a week go when a page is opened; all go when somebody signs out. */
const DATABASE = "alongside";
const SHELF = "words";
const A_WEEK = 7 * 24 * 60 * 60 * 1000; // milliseconds

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""));
const encoded = (words) => new TextEncoder().encode(words);

const done = (request, event = "success") =>
  new Promise((resolve, reject) => {
    request.addEventListener(event, () => resolve(request.result));
    for (const failure of ["error", "abort", "blocked"]) request.addEventListener(failure, () => reject(request.error ?? new Error(failure)));
  });

export class KeptWords {
  /** @returns {Promise<KeptWords|null>} null where the browser cannot keep a secret: no https, or no room */
  static async open(key) {
    try {
      if (!globalThis.crypto?.subtle || !key) return null;
      const opening = indexedDB.open(DATABASE, 1);
      opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(SHELF));
      const database = await done(opening);
      const raw = bytes(key);
      const secret = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
      const mine = text(await crypto.subtle.digest("SHA-256", new Uint8Array([...raw, ...encoded(" whose")]))).slice(0, 12);
      const kept = new KeptWords(database, secret, `${mine}.`);
      await kept.forgetOld();
      return kept;
    } catch {
      return null;
    }
  }

  constructor(database, secret, mine) {
    Object.assign(this, { database, secret, mine });
  }

  async nameOf(form, person) {
    return this.mine + text(await crypto.subtle.digest("SHA-256", encoded(`${this.mine}${form}:${person}`))).slice(0, 22);
  }

  shelf(mode = "readonly") {
    return this.database.transaction(SHELF, mode, { durability: "strict" }).objectStore(SHELF);
  }

  /** Do something to the shelf, and wait until it is on the disk. */
  async change(deed) {
    const shelf = this.shelf("readwrite");
    deed(shelf);
    await done(shelf.transaction, "complete");
  }

  async put(words) {
    const name = await this.nameOf(words.form, words.person);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: encoded(name) }, this.secret, encoded(JSON.stringify(words)));
    await this.change((shelf) => shelf.put({ at: words.at, iv, sealed }, name));
  }

  async read(name) {
    try {
      const { iv, sealed } = await done(this.shelf().get(name));
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: encoded(name) }, this.secret, sealed)));
    } catch {
      return null; // none, or not ours to read
    }
  }

  async get(form, person) {
    return this.read(await this.nameOf(form, person));
  }

  /** Everything of this writer, for sending before they sign out. */
  async all() {
    const names = await done(this.shelf().getAllKeys());
    const found = await Promise.all(names.filter((name) => name.startsWith(this.mine)).map((name) => this.read(name)));
    return found.filter(Boolean);
  }

  async forget(form, person) {
    const name = await this.nameOf(form, person);
    await this.change((shelf) => shelf.delete(name));
  }

  async forgetOld() {
    const shelf = this.shelf("readwrite");
    const [names, entries] = await Promise.all([done(shelf.getAllKeys()), done(shelf.getAll())]);
    names.forEach((name, place) => Date.now() - entries[place].at > A_WEEK && shelf.delete(name));
  }

  async forgetAll() {
    await this.change((shelf) => shelf.clear());
  }
}
