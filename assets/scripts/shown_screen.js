/* One person of a meeting on a shared screen: asked after every two seconds, and gone as soon as the answer is no or does not come.
   Two seconds between questions and two for an answer: within five of a yes taken back nothing is left to read. */
const EVERY = 2000;
const shown = document.querySelector("[data-still-there]");
const blank = document.querySelector("[data-blank]");
const knob = document.querySelector("[data-blank-now]");

const cover = (why) => {
  shown.hidden = true;
  blank.hidden = false;
  for (const words of blank.querySelectorAll("[data-why]")) words.hidden = words.dataset.why !== why;
};

const uncover = () => {
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
    if (event.key === "." && !event.ctrlKey && !event.metaKey && !event.altKey) turn();
  });
  ask();
}
