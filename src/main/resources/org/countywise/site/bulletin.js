// The start page is text already; only names of breakdowns are put in words.
"use strict";

countywise.page(async () => {
  const index = await countywise.index();
  document.querySelectorAll(".bulletin small[data-by]").forEach((small) => {
    small.textContent = countywise.breakdown(small.dataset.by, index);
  });
  linkNotes(index);
  document.body.dataset.ready = "true";
  return null;
});

/** Names the indicators of the notes, which the bulletin's text gives by their ids. */
function linkNotes(index) {
  document.querySelectorAll(".bulletin .notes li:not([data-linked])").forEach((note) => {
    const language = note.closest(".bulletin").classList.contains("zh") ? "zh" : "en";
    const parts = note.textContent.split(/([a-z][a-z0-9_]*_[a-z0-9_]+(?:\[[^\]]*\])?)/);
    note.dataset.linked = "true";
    note.replaceChildren(
      ...parts.map((part) => {
        const indicator = index.indicator(part.split("[")[0]);
        return indicator
          ? countywise.h(
              "a",
              { href: countywise.address("indicator", { indicator: indicator.id }), "data-indicator": indicator.id },
              indicator[language] || part,
            )
          : part;
      }),
    );
  });
}
