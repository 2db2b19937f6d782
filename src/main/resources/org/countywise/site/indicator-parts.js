// Parts of the page of one indicator.
"use strict";

(() => {
  const { h, t } = countywise;

  /** Regions of the level that is ranked, the largest value first, those without one last. */
  function ranked(view) {
    return view.index.regionList
      .filter((region) => region.level === view.level && view.values.has(region.code))
      .map((region) => ({ region, cell: view.values.get(region.code).at(view.month) }))
      .sort(
        (a, b) =>
          (b.cell?.value ?? -Infinity) - (a.cell?.value ?? -Infinity) || a.region.code.localeCompare(b.region.code),
      );
  }

  function pick(view, code) {
    const chosen = view.chosen.includes(code)
      ? view.chosen.filter((one) => one !== code)
      : [...view.chosen, code].slice(-6);
    countywise.go({ region: chosen.join(",") });
  }

  function rankRow(view, { region, cell }, place, most) {
    const chosen = view.chosen.includes(region.code);
    const width = cell?.value && most > 0 ? Math.max(0.6, (100 * Math.abs(cell.value)) / most) : 0;
    const revised = view.values.get(region.code).r?.[view.period]?.in;
    return h(
      "tr",
      {
        "data-region": region.code,
        "data-indicator": view.indicator.id,
        "data-by": view.by,
        "data-period": view.period,
        "data-status": cell?.status,
        "data-value": cell?.value,
        class: chosen ? "chosen" : null,
      },
      h("td", { class: "number place" }, cell && cell.value !== null ? place : ""),
      h(
        "th",
        { scope: "row" },
        h(
          "a",
          { href: countywise.address("county", { county: region.code, period: view.period }) },
          view.index.name(region.code),
        ),
        h(
          "small",
          {},
          view.index
            .above(region.code)
            .map(({ code }) => view.index.name(code))
            .at(-1) ?? "",
        ),
      ),
      countywise.numberCell(cell, view.indicator.unit),
      h(
        "td",
        { class: "barcell", "data-sort": cell?.value ?? "" },
        h(
          "span",
          { class: "track", "data-status": cell?.status ?? "none", "aria-hidden": "true" },
          h("span", { class: "fill", style: `width:${width}%` }),
        ),
      ),
      countywise.exactCell(cell?.numerator),
      countywise.exactCell(cell?.denominator),
      h("td", {}, revised || ""),
      h(
        "td",
        {},
        h("input", {
          type: "checkbox",
          checked: chosen,
          "aria-label": t("indicator.compare", { name: view.index.name(region.code) }),
          onchange: () => pick(view, region.code),
        }),
      ),
    );
  }

  function ranking(view) {
    const rows = ranked(view);
    if (!rows.length) {
      return countywise.section("ranking", t("indicator.ranking"), countywise.empty("indicator.noValues"));
    }
    const most = Math.max(...rows.map(({ cell }) => Math.abs(cell?.value ?? 0)));
    return countywise.section(
      "ranking",
      t("indicator.ranking"),
      countywise.table(
        "ranking-table",
        t("indicator.rankingCaption", { level: countywise.level(view.level), period: view.period }),
        [
          { text: "#", number: true, sortable: false },
          { text: t("region") },
          { text: t("value"), number: true },
          { text: t("indicator.fromZero"), sortable: false },
          { text: t("numerator"), number: true },
          { text: t("denominator"), number: true },
          { text: t("revisedIn") },
          { text: t("indicator.line"), sortable: false },
        ],
        rows.map((row, i) => rankRow(view, row, i + 1, most)),
      ),
    );
  }

  /** Which lines the trend has: nation and group, the province of a chosen county, the chosen. */
  function lines(view) {
    const province = view.chosen.length ? view.index.province(view.chosen[0]) : null;
    const ratio = view.indicator.unit === "percent" || [...view.values.values()].some((series) => series.d);
    const large = [view.index.nation, view.index.group, province].filter(Boolean).map(({ code }) => code);
    const codes = ratio || !view.chosen.length ? [...large, ...view.chosen] : view.chosen;
    return [...new Set(codes)].filter((code) => view.values.has(code));
  }

  function trend(view) {
    const codes = lines(view);
    const unit = view.indicator.unit;
    const cellsOf = (code) => view.values.get(code).cells();
    const table = countywise.table(
      "trend-table",
      t("indicator.trend"),
      [{ text: t("month") }, ...codes.map((code) => ({ text: view.index.name(code), number: true }))],
      view.index.periods.map((period, month) =>
        h(
          "tr",
          { "data-period": period },
          h("th", { scope: "row" }, period),
          codes.map((code) => countywise.numberCell(view.values.get(code).at(month), unit, { "data-region": code })),
        ),
      ),
    );
    return countywise.section(
      "trend",
      t("indicator.trend"),
      h("p", { class: "hint" }, t("indicator.trendHint")),
      countywise.chart(
        "trend-chart",
        t("indicator.trend"),
        () => ({
          tooltip: {
            trigger: "axis",
            valueFormatter: (value) => countywise.format.measured(value ?? null, unit),
          },
          xAxis: countywise.axis({
            type: "category",
            data: view.index.periods,
            boundaryGap: false,
            splitLine: { show: false },
          }),
          yAxis: countywise.axis({
            type: "value",
            scale: true,
            name: countywise.unit(unit),
            nameTextStyle: { color: countywise.colour("soft"), align: "left" },
            axisLabel: {
              color: countywise.colour("soft"),
              formatter: (value) => countywise.format.value(value, unit === "percent" ? "" : unit),
            },
          }),
          series: codes.map((code) => ({
            name: view.index.name(code),
            type: "line",
            connectNulls: false,
            symbolSize: 7,
            data: cellsOf(code).map((cell) => ({
              value: cell?.value ?? null,
              symbol: cell && cell.status !== "A" ? "diamond" : "circle",
            })),
          })),
        }),
        countywise.behind(table),
      ),
    );
  }

  /** How many regions of each level have which status. */
  function statuses(view) {
    const counts = view.quality.statuses[view.indicator.id] || {};
    const codes = ["A", "P", "O", "M", "Q", "U", "B"];
    return countywise.section(
      "statuses",
      t("indicator.statuses"),
      countywise.table(
        "status-table",
        t("indicator.statusCaption", { period: view.index.period }),
        [{ text: t("level") }, ...codes.map((code) => ({ text: code, number: true, title: t(`status.${code}`) }))],
        Object.entries(counts).map(([level, of]) =>
          h(
            "tr",
            { "data-level": level },
            h("th", { scope: "row" }, level === "part" ? t("breakdowns") : countywise.level(level)),
            codes.map((code) => h("td", { class: "number", "data-status": code }, of[code] ?? "")),
          ),
        ),
      ),
    );
  }

  countywise.ranked = ranked;
  countywise.indicatorParts = { ranking, trend, statuses };
})();
