// The start page is text already; only names of breakdowns are put in words.
"use strict";

countywise.page(async () => {
  const index = await countywise.index();
  document.querySelectorAll(".bulletin small[data-by]").forEach((small) => {
    small.textContent = countywise.breakdown(small.dataset.by, index);
  });
  document.body.dataset.ready = "true";
  return null;
});
