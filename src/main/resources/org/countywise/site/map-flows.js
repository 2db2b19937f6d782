// Where migrants of a county, or of each province, work.
"use strict";

(() => {
  const { h, t } = countywise;
  const MOST = 84;

  /** From where to where: parts of the destinations of some regions that have a number. */
  function flowsOf(view, homes) {
    return homes.flatMap(({ code, values }) =>
      values
        .parts("migrant_destination", "province")
        .map((series) => ({
          home: code,
          to: series.by.slice("province=".length),
          by: series.by,
          cell: series.at(view.month),
        }))
        .filter(({ cell }) => cell),
    );
  }

  function sankey(view, flows) {
    const drawn = flows
      .filter(({ cell }) => cell.value)
      .sort((a, b) => b.cell.value - a.cell.value)
      .slice(0, MOST);
    const name = (by) => countywise.breakdown(by, view.index);
    const nodes = [...new Set(drawn.map(({ home }) => `h ${home}`)), ...new Set(drawn.map(({ by }) => `d ${by}`))];
    const words = (id) => (id.startsWith("h ") ? view.index.name(id.slice(2)) : name(id.slice(2)));
    const height = Math.max(
      260,
      32 * Math.max(new Set(drawn.map(({ home }) => home)).size, new Set(drawn.map(({ by }) => by)).size),
    );
    return countywise.chart(
      "flows-chart",
      t("map.flows"),
      () => ({
        legend: { show: false },
        tooltip: {
          confine: true,
          formatter: ({ data, name: id }) =>
            h(
              "div",
              {},
              data.source
                ? `${words(data.source)} → ${words(data.target)}: ${countywise.format.exact(data.value)}`
                : words(id),
            ).innerHTML,
        },
        series: [
          {
            type: "sankey",
            left: 4,
            right: 210,
            top: 8,
            bottom: 8,
            nodeGap: 11,
            nodeWidth: 10,
            itemStyle: { color: countywise.colour("accent"), borderWidth: 0 },
            draggable: false,
            layoutIterations: 32,
            label: { color: countywise.colour("ink"), fontSize: 12, formatter: ({ name: id }) => words(id) },
            lineStyle: { color: countywise.colour("bar"), opacity: 0.3, curveness: 0.5 },
            emphasis: { focus: "adjacency", lineStyle: { opacity: 0.65 } },
            data: nodes.map((id) => ({ name: id })),
            links: drawn.map(({ home, by, cell }) => ({ source: `h ${home}`, target: `d ${by}`, value: cell.value })),
          },
        ],
      }),
      countywise.behind(
        countywise.table(
          "flows-table",
          t("map.flows"),
          [{ text: t("map.home") }, { text: t("dimension.province") }, { text: t("value"), number: true }],
          flows.map(({ home, to, by, cell }) =>
            h(
              "tr",
              { "data-region": home, "data-to": to, "data-status": cell.status, "data-value": cell.value },
              h("th", { scope: "row" }, view.index.name(home)),
              h("td", {}, name(by)),
              countywise.numberCell(cell, "persons"),
            ),
          ),
        ),
      ),
      height,
    );
  }

  /** Migrants of the chosen county by province of work, or of all provinces. */
  async function flows(view) {
    if (!view.index.indicator("migrant_destination")) {
      return null;
    }
    const provinces = [...new Set(view.index.units.map(({ code }) => view.index.province(code)?.code).filter(Boolean))];
    const codes = view.region ? [view.region] : provinces;
    const homes = await Promise.all(codes.map(async (code) => ({ code, values: await countywise.regionValues(code) })));
    const all = flowsOf(view, homes);
    const title = view.region ? t("map.flowsOf", { name: view.index.name(view.region) }) : t("map.flows");
    const hidden = all.filter(({ cell }) => cell.status === "Q").length;
    return countywise.section(
      "flows",
      title,
      all.some(({ cell }) => cell.value) ? sankey(view, all) : countywise.empty("county.noParts"),
      hidden > 0 && h("p", { class: "hint" }, countywise.mark("Q"), " ", t("map.hiddenFlows", { count: hidden })),
    );
  }

  countywise.flows = flows;
})();
