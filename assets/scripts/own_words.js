// What somebody writes on their own page is kept on our side while they write, and nowhere on the phone: it may be another's.
const PAUSE = 1500;

for (const form of document.querySelectorAll("form[data-keeps-on-our-side]")) {
  let waiting = 0;
  let sent = false;
  const keep = () => {
    waiting = 0;
    if (sent) return;
    const words = new FormData(form);
    words.set("keep", "1");
    fetch(form.action, { method: "POST", body: new URLSearchParams(words), keepalive: true, credentials: "same-origin" }).catch(() => {});
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(waiting);
  });
  addEventListener("pagehide", () => {
    if (waiting) keep();
  });
}
