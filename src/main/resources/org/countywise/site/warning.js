// Early warning: counts of alerts by rule and county; no household. #measure=alerts_open, and &period=.
"use strict";

(() => {
  const { h, t } = countywise;
  const { expected, shareOf } = countywise.incidence;
  const RULE = "rule";

  /** Counts of alerts by rule that can be looked at: those of the layout, else all there are. */
  function counts(index, layout) {
    const all = index.indicatorList.map(({ id }) => id).filter((id) => index.dimensions(id).has(RULE));
    const chosen = layout.counts.filter((id) => all.includes(id));
    return chosen.length ? chosen : all;
  }

  /** Rules with their values, the one with most alerts in the nation first. */
  function largestFirst(index, period, rules, byRule) {
    const cell = (values) => values.get(index.nation.code)?.at(index.month(period));
    const sorted = rules
      .map((by, i) => ({ by, values: byRule[i] }))
      .sort((a, b) => countywise.largestFirst(cell(a.values), cell(b.values)));
    return { rules: sorted.map(({ by }) => by), byRule: sorted.map(({ values }) => values) };
  }

  async function viewOf(index) {
    const place = countywise.place();
    const benchmarks = await countywise.benchmarks();
    const share = shareOf(index, benchmarks);
    const layout = await countywise.layout();
    const measures = counts(index, layout);
    const rate = layout.rate && index.indicator(layout.rate.of) && index.indicator(layout.rate.per) ? layout.rate : null;
    const measure = measures.includes(place.get("measure")) ? place.get("measure") : measures[0];
    const period = countywise.period(index);
    const rules = measure ? index.dimensions(measure).get(RULE) || [] : [];
    const [total, shares, over, under, ...byRule] = await Promise.all([
      measure ? countywise.indicatorValues(measure) : new Map(),
      share ? countywise.indicatorValues(share.id) : new Map(),
      rate ? countywise.indicatorValues(rate.of) : new Map(),
      rate ? countywise.indicatorValues(rate.per) : new Map(),
      ...rules.map((by) => countywise.indicatorValues(measure, by)),
    ]);
    return {
      index,
      measures,
      measure,
      period,
      month: index.month(period),
      ...largestFirst(index, period, rules, byRule),
      total,
      share,
      shares,
      rate,
      over,
      under,
      warning: await countywise.load("warning"),
    };
  }

  const ruleName = (view, by) => {
    const rule = view.warning.rules[by.slice(RULE.length + 1)];
    return rule ? countywise.either(rule.title) : countywise.breakdown(by, view.index);
  };

  const unit = (view) => view.index.indicator(view.measure).unit;

  function totals(view) {
    const large = view.index.nation;
    const rows = view.rules
      .map((by, i) => ({
        label: ruleName(view, by),
        cell: view.byRule[i].get(large.code)?.at(view.month) ?? null,
        href: countywise.address("indicator", { indicator: view.measure, by, period: view.period }),
        data: { "data-indicator": view.measure, "data-by": by, "data-region": large.code },
      }));
    return countywise.section(
      "rules",
      t("warning.byRule", { name: view.index.name(large.code) }),
      h(
        "p",
        { class: "total" },
        view.index.title(view.measure),
        " ",
        countywise.value(view.total.get(large.code)?.at(view.month), unit(view)),
      ),
      countywise.bars(rows, unit(view)),
      sentences(view),
    );
  }

  /** What each rule says to an officer, with dots for the numbers of a household. */
  function sentences(view) {
    const said = view.rules.filter((by) => view.warning.rules[by.slice(RULE.length + 1)]);
    const sentence = (by) =>
      countywise
        .either(view.warning.rules[by.slice(RULE.length + 1)].sentence)
        .replaceAll("{month}", view.period)
        .replace(/\{(observed|threshold)\}/g, "…");
    return (
      said.length > 0 &&
      h(
        "details",
        { class: "behind" },
        h("summary", {}, t("warning.sentences")),
        h(
          "dl",
          { class: "doubts" },
          said.map((by) => h("div", { "data-by": by }, h("dt", {}, ruleName(view, by)), h("dd", {}, sentence(by)))),
        ),
      )
    );
  }

  function matrix(view) {
    const units = view.index.units
      .filter(({ code }) => view.total.has(code))
      .map(({ code }) => code)
      .sort((a, b) => countywise.largestFirst(view.total.get(a).at(view.month), view.total.get(b).at(view.month)));
    const codes = [view.index.nation.code, ...units].filter((code) => view.total.has(code));
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
            countywise.numberCell(view.total.get(code).at(view.month), unit(view)),
            view.rules.map((by, i) =>
              countywise.numberCell(view.byRule[i].get(code)?.at(view.month) ?? null, unit(view), {
                class: "number other",
                "data-by": by,
              }),
            ),
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
      ? [head, totals(view), expected(view), matrix(view), countywise.sweep(view, ruleName)]
      : [head, countywise.empty("warning.none"), expected(view)];
  });
})();
