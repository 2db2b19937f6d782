// How many households the rules would find at other thresholds, as far as that tells no small number.
"use strict";

(() => {
  const { h, t } = countywise;
  const AS_IT_IS = "100";

  const isTold = ({ points }) => points.every(({ households }) => households !== null);

  /** By how much a number of households differs from what the rule finds as it is. */
  function change(points, { percent, households }) {
    const now = points.find((one) => one.percent === AS_IT_IS)?.households;
    if (percent === AS_IT_IS || !now) {
      return null;
    }
    const share = (100 * (households - now)) / now;
    return h("small", {}, `${share > 0 ? "+" : share < 0 ? "-" : ""}${Math.abs(share).toFixed(0)}\u00a0%`);
  }

  function cell(points, percent) {
    const point = points.find((one) => one.percent === percent);
    return h(
      "td",
      {
        class: `number${percent === AS_IT_IS ? " here" : ""}`,
        "data-percent": percent,
        "data-value": point?.households,
      },
      point ? countywise.format.exact(point.households) : "·",
      point && change(points, point),
    );
  }

  function table(sweeps, ruleName) {
    const percents = [...new Set(sweeps.flatMap(({ points }) => points.map(({ percent }) => percent)))].sort(
      (a, b) => Number(a) - Number(b),
    );
    return countywise.table(
      "sweep-table",
      t("warning.sweepCaption"),
      [
        { text: t("dimension.rule") },
        ...percents.map((percent) => ({ text: `${percent}\u00a0%`, number: true, sortable: false })),
      ],
      sweeps.map(({ rule, points }) =>
        h(
          "tr",
          { "data-rule": rule },
          h("th", { scope: "row" }, ruleName(`rule=${rule}`)),
          percents.map((percent) => cell(points, percent)),
        ),
      ),
    );
  }

  /** Rules of which nothing is told, and who can be asked. */
  const withheld = (sweeps, ruleName) =>
    h(
      "p",
      { class: "withheld", "data-status": "Q", "data-rules": sweeps.map(({ rule }) => rule).join(" ") },
      countywise.mark("Q"),
      " ",
      t("warning.withheld", { rules: sweeps.map(({ rule }) => ruleName(`rule=${rule}`)).join(t("comma")) }),
    );

  /** The sweeps of the month the site reports on. */
  countywise.sweep = (view, nameOf) => {
    const { sweeps } = view.warning;
    const ruleName = (by) => nameOf(view, by);
    const told = sweeps.filter(isTold);
    const others = sweeps.filter((one) => !isTold(one));
    return countywise.section(
      "sweep",
      t("warning.sweep"),
      sweeps.length
        ? h("p", {}, t("warning.sweepNote", { period: view.index.period }))
        : countywise.empty("warning.noSweep", { period: view.index.period }),
      told.length > 0 && table(told, ruleName),
      others.length > 0 && withheld(others, ruleName),
    );
  };
})();
