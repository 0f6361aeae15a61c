/* With one person ticked, the whole note is theirs: the boxes for one page alone are for several. */
export function severalTicked(scope) {
  for (const list of scope.querySelectorAll(".choices")) list.classList.toggle("choices--one", list.querySelectorAll("[name=people]:checked").length < 2);
}
