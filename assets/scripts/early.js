/* Runs before anything is drawn: says that scripts run here, so that sentences for those without are not shown for a moment.
   When a script of ours does not arrive (a dead spot between two masts), it takes that back. */
const root = document.documentElement;
root.classList.add("js-enabled", "govuk-frontend-supported");
addEventListener(
  "error",
  (event) => {
    if (event.target instanceof HTMLScriptElement) root.classList.remove("js-enabled", "govuk-frontend-supported");
  },
  true,
);
