// Early warning: counts of alerts by rule and county; no household. #measure=alerts_open, and &period=.
"use strict";

(() => {
  const { h, t } = countywise;
  const { expected, shareOf } = countywise.incidence;
  const MEASURES = ["alerts_open", "alerts_raised", "alerts_confirmed", "alerts_dismissed"];

  async function viewOf(index) {
    const place = countywise.place();
    const benchmarks = await countywise.benchmarks();
    const share = shareOf(index, benchmarks);
    const measures = MEASURES.filter((id) => index.indicator(id));
    const measure = measures.includes(place.get("measure")) ? place.get("measure") : measures[0];
    const period = countywise.period(index);
    const rules = measure ? index.dimensions(measure).get("rule") || [] : [];
    const [total, shares, open, households, ...byRule] = await Promise.all([
      measure ? countywise.indicatorValues(measure) : new Map(),
      share ? countywise.indicatorValues(share.id) : new Map(),
      countywise.indicatorValues("alerts_open"),
      countywise.indicatorValues("registered_households"),
      ...rules.map((by) => countywise.indicatorValues(measure, by)),
    ]);
    return {
      index,
      measures,
      measure,
      period,
      month: index.month(period),
      rules,
      total,
      share,
      shares,
      open,
      households,
      byRule,
      warning: await countywise.load("warning"),
    };
  }

  const ruleName = (view, by) => {
    const rule = by.slice("rule=".length);
    return view.warning.rules[rule]
      ? countywise.either(view.warning.rules[rule])
      : countywise.breakdown(by, view.index);
  };

  function totals(view) {
    const large = view.index.nation;
    const rows = view.rules
      .map((by, i) => ({
        label: ruleName(view, by),
        cell: view.byRule[i].get(large.code)?.at(view.month) ?? null,
        href: countywise.address("indicator", { indicator: view.measure, by, period: view.period }),
        data: { "data-indicator": view.measure, "data-by": by, "data-region": large.code },
      }))
      .sort((a, b) => countywise.largestFirst(a.cell, b.cell));
    return countywise.section(
      "rules",
      t("warning.byRule", { name: view.index.name(large.code) }),
      h(
        "p",
        { class: "total" },
        view.index.title(view.measure),
        " ",
        countywise.value(view.total.get(large.code)?.at(view.month), "alerts"),
      ),
      countywise.bars(rows, "alerts"),
    );
  }

  function matrix(view) {
    const codes = view.index.units
      .filter(({ code }) => view.total.has(code))
      .map(({ code }) => code)
      .sort((a, b) => countywise.largestFirst(view.total.get(a).at(view.month), view.total.get(b).at(view.month)));
    return countywise.section(
      "counties",
      t("warning.byCounty"),
      countywise.table(
        "alerts-table",
        t("warning.byCountyCaption", { title: view.index.title(view.measure), period: view.period }),
        [
          { text: t("region") },
          { text: t("total"), number: true },
          ...view.rules.map((by) => ({ text: ruleName(view, by), number: true })),
        ],
        codes.map((code) =>
          h(
            "tr",
            { "data-region": code, "data-indicator": view.measure },
            h("th", { scope: "row" }, countywise.regionLink(view, code)),
            countywise.numberCell(view.total.get(code).at(view.month), "alerts"),
            view.rules.map((by, i) =>
              countywise.numberCell(view.byRule[i].get(code)?.at(view.month) ?? null, "alerts", {
                class: "number other",
                "data-by": by,
              }),
            ),
          ),
        ),
      ),
    );
  }

  /** How many households the rules would find at other thresholds. */
  function sweep(view) {
    const { sweeps } = view.warning;
    if (!sweeps.length) {
      return countywise.section(
        "sweep",
        t("warning.sweep"),
        countywise.empty("warning.noSweep", { period: view.index.period }),
      );
    }
    const percents = [...new Set(sweeps.flatMap(({ points }) => points.map(({ percent }) => percent)))].sort(
      (a, b) => Number(a) - Number(b),
    );
    const cell = (points, percent) => {
      const point = points.find((one) => one.percent === percent);
      return h(
        "td",
        {
          class: `number${percent === "100" ? " here" : ""}`,
          "data-percent": percent,
          "data-value": point?.households,
        },
        point ? countywise.format.exact(point.households) : "·",
      );
    };
    const cells = (points) =>
      points.some(({ households }) => households === null)
        ? h(
            "td",
            { class: "withheld", colspan: percents.length, "data-status": "Q" },
            countywise.mark("Q"),
            " ",
            t("warning.withheld"),
          )
        : percents.map((percent) => cell(points, percent));
    return countywise.section(
      "sweep",
      t("warning.sweep"),
      h("p", {}, t("warning.sweepNote", { period: view.index.period })),
      countywise.table(
        "sweep-table",
        t("warning.sweepCaption"),
        [
          { text: t("dimension.rule") },
          ...percents.map((percent) => ({ text: `${percent} %`, number: true, sortable: false })),
        ],
        sweeps.map(({ rule, points }) =>
          h(
            "tr",
            { "data-rule": rule },
            h("th", { scope: "row" }, ruleName(view, `rule=${rule}`)),
            cells(points),
          ),
        ),
      ),
    );
  }

  countywise.page(async () => {
    const view = await viewOf(await countywise.index());
    const head = h(
      "header",
      { class: "head", "data-period": view.period },
      h("p", { class: "eyebrow" }, t("warning.counts")),
      h("h1", {}, t("page.warning")),
      h(
        "div",
        { class: "controls" },
        countywise.periodChoice(view.index, view.period),
        view.measure &&
          countywise.choice(
            "measure-choice",
            t("warning.measure"),
            view.measures.map((id) => ({ value: id, text: view.index.title(id) })),
            view.measure,
            (measure) => countywise.go({ measure }),
          ),
      ),
    );
    return view.measure
      ? [head, totals(view), expected(view), matrix(view), sweep(view)]
      : [head, countywise.empty("warning.none"), expected(view)];
  });
})();
