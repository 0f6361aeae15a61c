/* What was just kept, said once to those who listen and shown until the reader does the next thing. */
const STAYS = 5000; // milliseconds at least

function hear(said) {
  // A status that was there when the page came is not read out; one that changes is.
  said.replaceChildren(...said.childNodes);
}

export function sayOnce() {
  const all = Array.from(document.querySelectorAll(".said"));
  if (!all.length) return;
  setTimeout(() => all.forEach(hear), 300);
  const read = new AbortController();
  const done = () => {
    for (const said of all) said.classList.add("said--read");
    read.abort();
  };
  setTimeout(() => {
    for (const deed of ["keydown", "pointerdown", "wheel", "touchmove"]) addEventListener(deed, done, { signal: read.signal, passive: true });
  }, STAYS);
}
