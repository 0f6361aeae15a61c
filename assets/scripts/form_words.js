/* A form's words, as they are typed, as the page brought them, and put back. Kept apart: secrets, files, and what nobody types. */
const NOT_KEPT = new Set(["hidden", "password", "file", "submit", "button", "image", "reset"]);
const SEVERAL = "\n"; // between the choices of a group of ticks

function boxes(form) {
  return Array.from(form.elements).filter((box) => box.name && (!NOT_KEPT.has(box.type) || "kept" in box.dataset) && !box.closest("[data-not-kept]"));
}

function gather(form, valueOf) {
  const words = {};
  for (const box of boxes(form)) {
    const value = valueOf(box);
    words[box.name] ??= "";
    if (value) words[box.name] = words[box.name] ? words[box.name] + SEVERAL + value : value;
  }
  return words;
}

const ticks = (box) => box.type === "checkbox" || box.type === "radio";

/** What stands in the form now. */
export function wordsOf(form) {
  return gather(form, (box) => (ticks(box) ? (box.checked ? box.value : "") : box.value));
}

/** What stood in the form when the page brought it. */
export function wordsBrought(form) {
  return gather(form, (box) => {
    if (ticks(box)) return box.defaultChecked ? box.value : "";
    if (box instanceof HTMLSelectElement) return (Array.from(box.options).find((choice) => choice.defaultSelected) ?? box.options[0])?.value ?? "";
    return box.defaultValue;
  });
}

/** Whether something is written in the boxes, and not as the page brought it. Ticks, choices and dates are no words: of these alone no draft is kept. */
export function writtenIn(form, brought) {
  const written = boxes(form).filter((box) => !ticks(box) && !/hidden|select/.test(box.type) && box.inputMode !== "numeric");
  return written.some((box) => box.value.trim()) && written.some((box) => box.value.trim() !== (brought[box.name] ?? "").trim());
}

/** Put words back where they were typed; what lies folded away is opened where they changed something. */
export function putBack(form, words) {
  for (const box of boxes(form)) {
    if (!(box.name in words)) continue;
    const before = ticks(box) ? box.checked : box.value;
    if (ticks(box)) box.checked = words[box.name].split(SEVERAL).includes(box.value);
    else box.value = words[box.name];
    const folded = box.closest("details");
    if (folded && before !== (ticks(box) ? box.checked : box.value)) folded.open = true;
  }
}

/** Whether some of these words have no box in the form as the page brought it. */
export function homeless(form, words) {
  const all = boxes(form);
  return Object.entries(words).some(([name, value]) => {
    const named = all.filter((box) => box.name === name);
    if (!named.some(ticks)) return value !== "" && !named.length;
    return value.split(SEVERAL).some((one) => one && !named.some((box) => box.value === one));
  });
}

export const same = (some, others) => {
  const names = new Set([...Object.keys(some), ...Object.keys(others)]);
  const plain = (words, name) => (words[name] ?? "").replace(/\r\n?/g, "\n");
  return [...names].every((name) => plain(some, name) === plain(others, name));
};
