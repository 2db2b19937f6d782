// Whether as many are monitored as is expected.
"use strict";

(() => {
  const { h, t } = countywise;

  /** The published indicator of which somebody has said how much is usual; null where there is none. */
  function shareOf(index, benchmarks) {
    const id = Object.keys(benchmarks.expectations).find((one) => index.indicator(one));
    return id ? { id, ...countywise.expectation(benchmarks, id) } : null;
  }

  /** A limit in a sentence, which keeps its sign on its line. */
  const measured = (value) => countywise.format.measured(value, "percent").replace(/\.00(?= |$)/, "").replace(" ", "\u00a0");

  /** One count by hundred of another, where both numbers are shown. */
  function incidence(view, code) {
    const [over, under] = [view.over.get(code)?.at(view.month), view.under.get(code)?.at(view.month)];
    const known = over && under && over.value !== null && under.value;
    return known ? (100 * over.value) / under.value : null;
  }

  const rateNote = ({ index, rate }) =>
    t("warning.rateNote", {
      title: countywise.either(rate.title),
      of: index.title(rate.of),
      per: index.title(rate.per),
    });

  const limits = ({ share }) => ({ usual: measured(share.usual), high: measured(share.high) });

  function incidenceRow(view, code) {
    const { usual, high } = view.share;
    const cell = view.shares.get(code).at(view.month);
    const value = cell?.value ?? null;
    const verdict = value === null ? "unknown" : value > high ? "above" : value > usual ? "between" : "usual";
    const rate = incidence(view, code);
    return h(
      "tr",
      { "data-region": code, "data-verdict": verdict, "data-status": cell?.status, "data-value": value },
      h("th", { scope: "row" }, countywise.regionLink(view, code)),
      countywise.numberCell(cell, "percent"),
      h(
        "td",
        { class: "barcell", "data-sort": value ?? "" },
        h(
          "span",
          { class: "gauge", "aria-hidden": "true" },
          h("span", { class: "fill", style: `width:${value === null ? 0 : Math.min(100, (50 * value) / high)}%` }),
          h("span", { class: "limit", style: `left:${(50 * usual) / high}%` }),
          h("span", { class: "limit", style: "left:50%" }),
        ),
      ),
      h("td", { class: `verdict ${verdict}` }, t(`warning.${verdict}`, limits(view))),
      view.rate && h("td", { class: "number part", "data-sort": rate ?? "" }, countywise.format.value(rate, "percent")),
    );
  }

  function expected(view) {
    if (!view.share || !view.shares.size) {
      return null;
    }
    const codes = [view.index.nation, view.index.group, ...view.index.units]
      .filter(Boolean)
      .map(({ code }) => code)
      .filter((code) => view.shares.has(code));
    const [large, units] = [
      codes.slice(0, 2),
      codes
        .slice(2)
        .sort((a, b) => countywise.largestFirst(view.shares.get(a).at(view.month), view.shares.get(b).at(view.month))),
    ];
    return countywise.section(
      "incidence",
      t("warning.incidence"),
      h("p", {}, t("warning.expected", { title: view.index.title(view.share.id), ...limits(view) })),
      countywise.table(
        "incidence-table",
        t("warning.incidenceCaption", {
          title: view.index.title(view.share.id),
          period: view.period,
          ...limits(view),
        }),
        [
          { text: t("region") },
          { text: t("value"), number: true },
          { text: `0 – ${measured(2 * view.share.high)}`, sortable: false },
          { text: t("warning.verdict") },
          ...(view.rate ? [{ text: countywise.either(view.rate.title), number: true, title: rateNote(view) }] : []),
        ],
        [...large, ...units].map((code) => incidenceRow(view, code)),
      ),
      view.rate && h("p", { class: "hint" }, rateNote(view)),
    );
  }

  countywise.incidence = { shareOf, expected };
})();
