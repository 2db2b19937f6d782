// Early warning: counts of alerts by rule and county; no household. #measure=alerts_open, and &period=.
"use strict";

(() => {
  const { h, t } = countywise;
  const MEASURES = ["alerts_open", "alerts_raised", "alerts_confirmed", "alerts_dismissed"];
  const [SHARE, USUAL, HIGH] = ["monitored_share", 5, 10];

  async function viewOf(index) {
    const place = countywise.place();
    const measures = MEASURES.filter((id) => index.indicator(id));
    const measure = measures.includes(place.get("measure")) ? place.get("measure") : measures[0];
    const period = index.periods.includes(place.get("period")) ? place.get("period") : index.period;
    const rules = measure ? index.dimensions(measure).get("rule") || [] : [];
    const [total, share, open, households, ...byRule] = await Promise.all([
      measure ? countywise.indicatorValues(measure) : new Map(), countywise.indicatorValues(SHARE),
      countywise.indicatorValues("alerts_open"), countywise.indicatorValues("registered_households"),
      ...rules.map((by) => countywise.indicatorValues(measure, by)),
    ]);
    return { index, measures, measure, period, month: index.month(period), rules, total, share, open, households, byRule, warning: await countywise.load("warning") };
  }

  const ruleName = (view, by) => {
    const rule = by.slice("rule=".length);
    return view.warning.rules[rule] ? countywise.either(view.warning.rules[rule]) : countywise.breakdown(by, view.index);
  };

  function totals(view) {
    const large = view.index.nation;
    const rows = view.rules.map((by, i) => ({
      label: ruleName(view, by), cell: view.byRule[i].get(large.code)?.at(view.month) ?? null,
      href: countywise.address("indicator", { indicator: view.measure, by, period: view.period }),
      data: { "data-indicator": view.measure, "data-by": by, "data-region": large.code },
    })).sort((a, b) => (b.cell?.value ?? -1) - (a.cell?.value ?? -1));
    return countywise.section("rules", t("warning.byRule", { name: view.index.name(large.code) }),
      h("p", { class: "total" }, view.index.title(view.measure), " ", countywise.value(view.total.get(large.code)?.at(view.month), "alerts")),
      countywise.bars(rows, "alerts"));
  }

  function matrix(view) {
    const codes = view.index.units.filter(({ code }) => view.total.has(code)).map(({ code }) => code)
      .sort((a, b) => (view.total.get(b).at(view.month)?.value ?? -1) - (view.total.get(a).at(view.month)?.value ?? -1));
    return countywise.section("counties", t("warning.byCounty"),
      countywise.table("alerts-table", t("warning.byCountyCaption", { title: view.index.title(view.measure), period: view.period }),
        [{ text: t("region") }, { text: t("total"), number: true }, ...view.rules.map((by) => ({ text: ruleName(view, by), number: true }))],
        codes.map((code) => h("tr", { "data-region": code, "data-indicator": view.measure },
          h("th", { scope: "row" }, h("a", { href: countywise.address("county", { county: code, period: view.period }) }, view.index.name(code))),
          countywise.numberCell(view.total.get(code).at(view.month), "alerts"),
          view.rules.map((by, i) => countywise.numberCell(view.byRule[i].get(code)?.at(view.month) ?? null, "alerts", { class: "number other", "data-by": by }))))));
  }

  /** Open alerts by hundred registered households, where both numbers are shown. */
  function incidence(view, code) {
    const [alerts, households] = [view.open.get(code)?.at(view.month), view.households.get(code)?.at(view.month)];
    const known = alerts && households && alerts.value !== null && households.value;
    return known ? (100 * alerts.value) / households.value : null;
  }

  function incidenceRow(view, code) {
    const cell = view.share.get(code).at(view.month);
    const value = cell?.value ?? null;
    const verdict = value === null ? "unknown" : value > HIGH ? "above" : value > USUAL ? "between" : "usual";
    const rate = incidence(view, code);
    return h("tr", { "data-region": code, "data-verdict": verdict, "data-status": cell?.status, "data-value": value },
      h("th", { scope: "row" }, h("a", { href: countywise.address("county", { county: code, period: view.period }) }, view.index.name(code))),
      countywise.numberCell(cell, "percent"),
      h("td", { class: "barcell", "data-sort": value ?? "" }, h("span", { class: "gauge", "aria-hidden": "true" },
        h("span", { class: "fill", style: `width:${value === null ? 0 : Math.min(100, (100 * value) / 20)}%` }),
        h("span", { class: "limit", style: `left:${(100 * USUAL) / 20}%` }), h("span", { class: "limit", style: `left:${(100 * HIGH) / 20}%` }))),
      h("td", { class: `verdict ${verdict}` }, t(`warning.${verdict}`)),
      h("td", { class: "number part", "data-sort": rate ?? "" }, countywise.format.value(rate, "percent")));
  }

  function expected(view) {
    if (!view.share.size) {
      return null;
    }
    const codes = [view.index.nation, view.index.group, ...view.index.units].filter(Boolean).map(({ code }) => code).filter((code) => view.share.has(code));
    const [large, units] = [codes.slice(0, 2), codes.slice(2).sort((a, b) => (view.share.get(b).at(view.month)?.value ?? -1) - (view.share.get(a).at(view.month)?.value ?? -1))];
    return countywise.section("incidence", t("warning.incidence"), h("p", {}, t("warning.expected")),
      countywise.table("incidence-table", t("warning.incidenceCaption", { title: view.index.title(SHARE), period: view.period }),
        [{ text: t("region") }, { text: t("value"), number: true }, { text: "0 – 20 %", sortable: false }, { text: t("warning.verdict") }, { text: t("warning.rate"), number: true, title: t("warning.rateNote") }],
        [...large, ...units].map((code) => incidenceRow(view, code))),
      h("p", { class: "hint" }, t("warning.rateNote")));
  }

  /** How many households the rules would find at other thresholds. */
  function sweep(view) {
    const { sweeps } = view.warning;
    if (!sweeps.length) {
      return countywise.section("sweep", t("warning.sweep"), countywise.empty("warning.noSweep", { period: view.index.period }));
    }
    const percents = [...new Set(sweeps.flatMap(({ points }) => points.map(({ percent }) => percent)))].sort((a, b) => Number(a) - Number(b));
    const cell = (points, percent) => {
      const point = points.find((one) => one.percent === percent);
      return h("td", { class: `number${percent === "100" ? " here" : ""}`, "data-percent": percent, "data-value": point?.households, "data-status": point && point.households === null ? "Q" : null },
        !point ? "·" : point.households === null ? ["– ", countywise.mark("Q")] : countywise.format.exact(point.households));
    };
    return countywise.section("sweep", t("warning.sweep"), h("p", {}, t("warning.sweepNote", { period: view.index.period })),
      countywise.table("sweep-table", t("warning.sweepCaption"), [{ text: t("dimension.rule") }, ...percents.map((percent) => ({ text: `${percent} %`, number: true, sortable: false }))],
        sweeps.map(({ rule, points }) => h("tr", { "data-rule": rule }, h("th", { scope: "row" }, ruleName(view, `rule=${rule}`)), percents.map((percent) => cell(points, percent))))));
  }

  countywise.page(async () => {
    const view = await viewOf(await countywise.index());
    const head = h("header", { class: "head", "data-period": view.period }, h("p", { class: "eyebrow" }, t("warning.counts")), h("h1", {}, t("page.warning")),
      h("div", { class: "controls" },
        countywise.choice("period-choice", t("month"), [...view.index.periods].reverse().map((period) => ({ value: period, text: period })), view.period, (period) => countywise.go({ period })),
        view.measure && countywise.choice("measure-choice", t("warning.measure"), view.measures.map((id) => ({ value: id, text: view.index.title(id) })), view.measure, (measure) => countywise.go({ measure }))));
    return view.measure ? [head, totals(view), expected(view), matrix(view), sweep(view)] : [head, countywise.empty("warning.none"), expected(view)];
  });
})();
