/* One person of a meeting on a shared screen, or on a page that somebody at the table has open: asked after every two seconds, and gone as soon as the answer is no or does not come.
   Two seconds between questions and two for an answer: within five of a yes taken back nothing is left to read. */
const EVERY = 2000;
const shown = document.querySelector("[data-still-there]");
const blank = document.querySelector("[data-blank]");
const knob = document.querySelector("[data-blank-now]");

const title = document.title;

const cover = (why) => {
  document.title = blank.querySelector("h1").textContent;
  shown.hidden = true;
  blank.hidden = false;
  for (const words of blank.querySelectorAll("[data-why]")) words.hidden = words.dataset.why !== why;
};

const uncover = () => {
  document.title = title;
  shown.hidden = false;
  blank.hidden = true;
};

let byHand = false;
const turn = () => {
  if (!shown.isConnected) return;
  byHand = !byHand;
  if (byHand) cover("by hand");
  else ask();
};

let next = 0;
const ask = async () => {
  clearTimeout(next);
  if (!shown.isConnected) return;
  try {
    const answer = await fetch(shown.dataset.stillThere, { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(EVERY) });
    if (answer.status !== 204) {
      cover("withdrawn");
      shown.remove();
      return;
    }
    if (!byHand) uncover();
  } catch {
    cover("no contact");
  }
  clearTimeout(next);
  next = setTimeout(ask, EVERY);
};

if (shown && blank) {
  knob?.addEventListener("click", turn);
  document.addEventListener("keydown", (event) => {
    if (knob && event.key === "." && !event.ctrlKey && !event.metaKey && !event.altKey) turn();
  });
  // A page in the back of a browser is let ask seldom: as it comes to the front it asks first.
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  ask();
}
