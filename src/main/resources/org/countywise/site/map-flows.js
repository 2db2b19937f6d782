// What goes from a county, or from each province, elsewhere: the parts of an indicator by the place they go to.
"use strict";

(() => {
  const { h, t } = countywise;
  const MOST = 84;

  /** From where to where: parts of the destinations of some regions that have a number. */
  function flowsOf(view, homes) {
    const { of, by: dimension } = view.layout.flows;
    return homes.flatMap(({ code, values }) =>
      values
        .parts(of, dimension)
        .map((series) => ({
          home: code,
          to: series.by.slice(dimension.length + 1),
          by: series.by,
          cell: series.at(view.month),
        }))
        .filter(({ cell }) => cell),
    );
  }

  function sankey(view, flows) {
    const { title, of, by: dimension } = view.layout.flows;
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
      countywise.either(title),
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
            nodeGap: 15,
            nodeWidth: 10,
            itemStyle: { color: countywise.colour("accent"), borderWidth: 0 },
            draggable: false,
            layoutIterations: 32,
            label: {
              color: countywise.colour("ink"),
              textBorderColor: countywise.colour("paper"),
              textBorderWidth: 3,
              fontSize: 12,
              formatter: ({ name: id }) => words(id),
            },
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
          `${view.index.title(of)}, ${view.period}`,
          [{ text: t("map.home") }, { text: countywise.dimension(dimension) }, { text: t("value"), number: true }],
          flows.map(({ home, to, by, cell }) =>
            h(
              "tr",
              { "data-region": home, "data-to": to, "data-status": cell.status, "data-value": cell.value },
              h("th", { scope: "row" }, view.index.name(home)),
              h("td", {}, name(by)),
              countywise.numberCell(cell, view.index.indicator(of).unit),
            ),
          ),
        ),
      ),
      height,
    );
  }

  /** From the chosen region, or from all provinces; nothing where the layout names no flows. */
  async function flows(view) {
    if (!view.index.indicator(view.layout.flows?.of)) {
      return null;
    }
    const provinces = [...new Set(view.index.units.map(({ code }) => view.index.province(code)?.code).filter(Boolean))];
    const codes = view.region ? [view.region] : provinces;
    const homes = await Promise.all(codes.map(async (code) => ({ code, values: await countywise.regionValues(code) })));
    const all = flowsOf(view, homes);
    const from = view.region ? view.index.name(view.region) : t("map.everyProvince");
    const title = `${countywise.either(view.layout.flows.title)} · ${from}`;
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
