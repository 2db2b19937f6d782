// The catalogue: every indicator with its definition in words; #q= searches.
"use strict";

(() => {
  const { h, t } = countywise;

  /** All that an indicator can be found by. */
  function words(index, indicator, definition) {
    const { formula, numerator, denominator } = definition.words;
    return [
      indicator.id,
      indicator.en,
      indicator.zh,
      index.family(indicator.family),
      ...[formula, numerator, denominator].filter(Boolean).flatMap((title) => [title.en, title.zh]),
    ]
      .join(" ")
      .toLowerCase();
  }

  function entry(index, indicator, definition) {
    const other = countywise.language() === "zh" ? indicator.en : indicator.zh;
    return h(
      "article",
      {
        class: "entry",
        id: indicator.id,
        "data-indicator": indicator.id,
        "data-words": words(index, indicator, definition),
      },
      h(
        "h3",
        {},
        h("a", { href: countywise.address("indicator", { indicator: indicator.id }) }, index.title(indicator.id)),
        " ",
        h("small", {}, other),
        " ",
        h("code", {}, indicator.id),
      ),
      countywise.definition(indicator, definition),
    );
  }

  /** Shows what holds every word that is looked for. */
  function filter(text) {
    const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    document.querySelectorAll(".entry").forEach((element) => {
      element.hidden = !wanted.every((word) => element.dataset.words.includes(word));
      shown += element.hidden ? 0 : 1;
    });
    document.querySelectorAll("section.family").forEach((section) => {
      section.hidden = !section.querySelector(".entry:not([hidden])");
    });
    document.getElementById("hits").textContent = t("catalogue.hits", { count: shown });
  }

  countywise.page(async () => {
    const index = await countywise.index();
    const catalogue = await countywise.load("catalogue");
    const families = new Map();
    index.indicatorList.forEach((one) => families.set(one.family, [...(families.get(one.family) || []), one]));
    const wanted = countywise.place().get("q") || "";
    const input = h("input", {
      type: "search",
      id: "catalogue-find",
      value: wanted,
      "aria-label": t("catalogue.find"),
      placeholder: t("catalogue.find"),
      oninput: (event) => {
        history.replaceState(null, "", countywise.address("catalogue", { q: event.target.value }));
        filter(event.target.value);
      },
    });
    requestAnimationFrame(() => filter(wanted));
    return [
      h(
        "header",
        { class: "head" },
        h("h1", {}, t("page.catalogue")),
        h("p", {}, t("catalogue.intro")),
        h("div", { class: "controls" }, input, h("span", { id: "hits", role: "status", class: "hint" })),
      ),
      ...[...families].map(([family, all]) =>
        h(
          "section",
          { class: "family", id: `family-${family}`, "data-family": family },
          h("h2", {}, index.family(family)),
          all.map((one) => entry(index, one, catalogue[one.id])),
        ),
      ),
    ];
  });
})();
