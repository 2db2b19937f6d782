// The definition of an indicator in words, with its worked examples.
"use strict";

(() => {
  const { h, t } = countywise;

  countywise.definition = (indicator, definition) => {
    const { words, examples } = definition;
    const line = (key, text) => text && h("div", {}, h("dt", {}, t(key)), h("dd", {}, countywise.either(text)));
    return h(
      "div",
      { class: "definition" },
      h(
        "dl",
        {},
        words.denominator || words.formula.en !== words.numerator.en
          ? [line("formula", words.formula), line("numerator", words.numerator), line("denominator", words.denominator)]
          : line("counted", words.numerator),
        h("div", {}, h("dt", {}, t("unit")), h("dd", {}, countywise.unit(indicator.unit))),
        h(
          "div",
          {},
          h("dt", {}, t("additivity")),
          h(
            "dd",
            {},
            countywise.says(`additivity.${words.additivity}`) ? t(`additivity.${words.additivity}`) : words.additivity,
          ),
        ),
      ),
      examples.length > 0 &&
        h(
          "details",
          { class: "behind" },
          h("summary", {}, t("examples", { count: examples.length })),
          examples.map(example),
        ),
    );
  };

  /** A worked example of the definition: what comes out of how many rows. */
  function example({ title, period, given, expected }) {
    return h(
      "article",
      { class: "example" },
      h("h4", {}, title),
      h(
        "p",
        {},
        t("example.given", {
          period,
          rows: Object.entries(given)
            .map(([dataset, count]) => `${dataset} ${count}`)
            .join(", "),
        }),
      ),
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["region", "breakdown", "value", "numerator", "denominator", "status"].map((key) =>
              h("th", { scope: "col" }, t(key)),
            ),
          ),
        ),
        h(
          "tbody",
          {},
          expected.map((one) =>
            h(
              "tr",
              {},
              [one.region, one.by, one.value, one.numerator, one.denominator, one.status].map((text) =>
                h("td", {}, text ?? ""),
              ),
            ),
          ),
        ),
      ),
    );
  }
})();
