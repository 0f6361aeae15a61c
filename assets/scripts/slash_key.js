/* The key / leads to a page's search box, unless this browser was told otherwise. */
const CHOICE = "alongside.slash";
const isOff = () => {
  try {
    return localStorage.getItem(CHOICE) === "off";
  } catch {
    return false;
  }
};

export function slashKey() {
  const box = document.querySelector("[data-jump-here]");
  const knob = document.querySelector("[data-slash-switch]");
  if (!box) return;
  if (knob) {
    const show = () => {
      knob.hidden = false;
      knob.setAttribute("aria-pressed", String(!isOff()));
    };
    knob.addEventListener("click", () => {
      localStorage.setItem(CHOICE, isOff() ? "on" : "off");
      show();
    });
    show();
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
    event.preventDefault();
    box.focus();
  });
}
