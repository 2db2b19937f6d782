// What is missing or doubtful in a region, what was revised, and whom to ask.
"use strict";

(() => {
  const { h, t } = countywise;

  const EXPLAINED = ["O", "U", "P", "B", "Q", "M"];

  /** Totals of the month that are not normal, by status. */
  function doubtful(view) {
    const byStatus = new Map();
    view.values.all
      .filter((series) => !series.by && view.index.indicator(series.of))
      .forEach((series) => {
        const status = series.at(view.month)?.status;
        if (status && status !== "A") {
          byStatus.set(status, [...(byStatus.get(status) || []), series.of]);
        }
      });
    return byStatus;
  }

  function statusList(view) {
    const byStatus = doubtful(view);
    if (!byStatus.size) {
      return countywise.empty("county.allNormal", { period: view.period });
    }
    return h(
      "dl",
      { class: "doubts" },
      EXPLAINED.filter((status) => byStatus.has(status)).map((status) => {
        const ids = byStatus.get(status);
        return h(
          "div",
          { "data-status": status, "data-count": ids.length },
          h(
            "dt",
            {},
            countywise.mark(status),
            " ",
            t(`status.${status}`),
            " ",
            h("b", { class: "number" }, t("county.values", { count: ids.length })),
          ),
          h(
            "dd",
            {},
            ids.map((id, i) => [
              i ? t("comma") : "",
              h(
                "a",
                { href: countywise.address("indicator", { indicator: id, period: view.period, region: view.code }) },
                view.index.title(id),
              ),
            ]),
          ),
        );
      }),
    );
  }

  /** Counts of findings in the region, what they mean and who can mend them. */
  function findings(view) {
    const here = view.quality.findings.filter((finding) => finding.unit === view.code);
    if (!here.length) {
      return countywise.empty("county.noFindings", { months: view.quality.months.join(", ") });
    }
    return countywise.table(
      "findings",
      t("county.findingsCaption"),
      [
        { text: t("finding") },
        { text: t("dataset") },
        { text: t("month") },
        { text: t("findings"), number: true },
        { text: t("rows"), number: true },
        { text: t("todo"), sortable: false },
      ],
      here.map((finding) => {
        const kind = view.quality.kinds[finding.rule];
        return h(
          "tr",
          { "data-rule": finding.rule, "data-severity": finding.severity, "data-region": finding.unit },
          h(
            "th",
            { scope: "row" },
            countywise.severity(finding.severity),
            " ",
            kind ? countywise.either(kind.meaning) : finding.rule,
          ),
          h("td", {}, countywise.dataset(view.quality, finding.dataset)),
          h("td", { class: "month" }, finding.period),
          h("td", { class: "number" }, finding.findings),
          h("td", { class: "number", "data-sort": finding.rows }, countywise.size(finding.rows)),
          h("td", {}, kind ? countywise.either(kind.remedy) : ""),
        );
      }),
    );
  }

  /** The county that delivers, and the datasets in which something is wrong. */
  function whom(view) {
    const region = view.index.region(view.code);
    const concerned = new Set(
      view.quality.findings.filter((f) => f.unit === view.code && f.dataset).map((f) => f.dataset),
    );
    if (region.level !== view.index.unit) {
      return h("p", { class: "ask" }, t("county.askUnits", { unit: countywise.level(view.index.unit) }));
    }
    const names = [...concerned].map((name) => countywise.dataset(view.quality, name));
    return h(
      "p",
      { class: "ask", id: "ask", "data-region": view.code },
      t(names.length ? "county.askAbout" : "county.ask", {
        county: view.index.name(view.code),
        code: view.code,
        datasets: names.join(t("comma")),
      }),
    );
  }

  function missing(view) {
    return countywise.section(
      "doubts",
      t("county.doubts"),
      statusList(view),
      h("h3", {}, t("county.findings")),
      findings(view),
      h("h3", {}, t("county.whom")),
      whom(view),
    );
  }

  /** Values of the region that a later release changed. */
  function revised(view) {
    const changed = countywise.revisedValues(view, view.values);
    return countywise.section(
      "revised",
      t("county.revised"),
      changed.length
        ? [
            h("p", {}, t("county.revisedCount", { count: changed.length })),
            countywise.revisionTable("revisions", view, view.code, changed),
          ]
        : countywise.empty("county.nothingRevised"),
    );
  }

  countywise.countyQuality = { missing, revised, doubtful };
})();
