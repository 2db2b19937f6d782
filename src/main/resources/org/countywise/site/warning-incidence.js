// Whether as many are monitored as is expected.
"use strict";

(() => {
  const { h, t } = countywise;
  const [SHARE, USUAL, HIGH] = ["monitored_share", 5, 10];

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
    return h(
      "tr",
      { "data-region": code, "data-verdict": verdict, "data-status": cell?.status, "data-value": value },
      h(
        "th",
        { scope: "row" },
        h("a", { href: countywise.address("county", { county: code, period: view.period }) }, view.index.name(code)),
      ),
      countywise.numberCell(cell, "percent"),
      h(
        "td",
        { class: "barcell", "data-sort": value ?? "" },
        h(
          "span",
          { class: "gauge", "aria-hidden": "true" },
          h("span", { class: "fill", style: `width:${value === null ? 0 : Math.min(100, (100 * value) / 20)}%` }),
          h("span", { class: "limit", style: `left:${(100 * USUAL) / 20}%` }),
          h("span", { class: "limit", style: `left:${(100 * HIGH) / 20}%` }),
        ),
      ),
      h("td", { class: `verdict ${verdict}` }, t(`warning.${verdict}`)),
      h("td", { class: "number part", "data-sort": rate ?? "" }, countywise.format.value(rate, "percent")),
    );
  }

  function expected(view) {
    if (!view.share.size) {
      return null;
    }
    const codes = [view.index.nation, view.index.group, ...view.index.units]
      .filter(Boolean)
      .map(({ code }) => code)
      .filter((code) => view.share.has(code));
    const [large, units] = [
      codes.slice(0, 2),
      codes
        .slice(2)
        .sort(
          (a, b) => (view.share.get(b).at(view.month)?.value ?? -1) - (view.share.get(a).at(view.month)?.value ?? -1),
        ),
    ];
    return countywise.section(
      "incidence",
      t("warning.incidence"),
      h("p", {}, t("warning.expected")),
      countywise.table(
        "incidence-table",
        t("warning.incidenceCaption", { title: view.index.title(SHARE), period: view.period }),
        [
          { text: t("region") },
          { text: t("value"), number: true },
          { text: "0 – 20 %", sortable: false },
          { text: t("warning.verdict") },
          { text: t("warning.rate"), number: true, title: t("warning.rateNote") },
        ],
        [...large, ...units].map((code) => incidenceRow(view, code)),
      ),
      h("p", { class: "hint" }, t("warning.rateNote")),
    );
  }

  countywise.incidence = { SHARE, expected };
})();
