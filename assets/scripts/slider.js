/* A slider beside a box of figures: <p hidden data-slides="…id of the box…"><input type="range"></p>. Where scripts run it is there,
   begins where the box stands and takes the box along; low and high are taken along too when the figure would pass them. */
export function sliders(scope) {
  for (const row of scope.querySelectorAll("[data-slides]")) {
    const box = document.getElementById(row.dataset.slides);
    const slide = row.querySelector("input[type=range]");
    if (!box || !slide || !row.hidden) continue;
    row.hidden = false;
    slide.value = box.value;
    const low = box.form.elements.low;
    const high = box.form.elements.high;
    slide.addEventListener("input", () => {
      box.value = slide.value;
      if (Number(low.value) > Number(slide.value)) low.value = slide.value;
      if (Number(high.value) < Number(slide.value)) high.value = slide.value;
    });
    box.addEventListener("input", () => {
      slide.value = box.value;
    });
  }
}
