// Drawing regions: classes of values, tiles by province, boundaries where there are some, flows of migrants.
"use strict";

(() => {
  const { h, t } = countywise;
  const [CLASSES, MANY, FLOWS] = [6, 240, 14];

  /** Limits between classes that hold about as many regions each; equal values share a class. */
  function limits(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const all = Array.from({ length: CLASSES - 1 }, (none, i) => sorted[Math.floor(((i + 1) * sorted.length) / CLASSES)]);
    return [...new Set(all)].filter((limit) => limit > sorted[0]);
  }

  /** What class a value is in: spread over all shades, also where there are fewer classes. */
  function shade(value, bounds) {
    const place = bounds.filter((bound) => value >= bound).length;
    return bounds.length ? Math.round((place * (CLASSES - 1)) / bounds.length) : CLASSES - 2;
  }

  /** The values of the units with their classes. */
  function classified(view) {
    const cells = new Map(view.index.units.map(({ code }) => [code, view.values.get(code)?.at(view.month) ?? null]));
    const values = [...cells.values()].filter((cell) => cell && cell.value !== null && cell.value !== 0).map((cell) => cell.value);
    return { cells, values, bounds: values.length ? limits(values) : [] };
  }

  const shadeOf = (cell, bounds) => (!cell ? "none" : cell.value === null ? "nothing" : cell.value === 0 ? "zero" : String(shade(cell.value, bounds)));

  function key(view, { values, bounds, cells }) {
    const edges = values.length ? [Math.min(...values), ...bounds] : [];
    const most = Math.max(...values);
    const shown = (value) => countywise.format.value(value, view.indicator.unit);
    const present = new Set([...cells.values()].map((cell) => (cell ? (cell.value === null ? cell.status : cell.value === 0 ? "zero" : "") : "none")));
    return h("ul", { class: "classes", id: "map-key" },
      edges.map((edge, i) => h("li", {}, h("span", { class: "swatch", "data-class": shade(edge, bounds) }), i + 1 < edges.length ? t("map.from", { from: shown(edge), to: shown(edges[i + 1]) }) : t("map.upTo", { from: shown(edge), to: shown(most) }))),
      present.has("zero") && h("li", {}, h("span", { class: "swatch", "data-class": "zero" }, "○"), t("map.zero")),
      ["Q", "O", "M", "U"].filter((status) => present.has(status)).map((status) => h("li", {}, h("span", { class: "swatch", "data-class": "nothing", "data-status": status }, status), t(`status.${status}`))));
  }

  function tile(view, code, { cells, bounds }) {
    const cell = cells.get(code);
    const text = cell ? countywise.format.measured(cell.value, view.indicator.unit) : "·";
    const words = `${view.index.name(code)}: ${text}${cell && cell.status !== "A" ? ` (${t(`status.${cell.status}`)})` : ""}`;
    return h("button", {
      type: "button", class: "county", title: words, "aria-label": words, "aria-pressed": String(view.region === code), "data-region": code, "data-indicator": view.indicator.id,
      "data-status": cell?.status, "data-value": cell?.value, "data-class": shadeOf(cell, bounds), onclick: () => countywise.go({ region: view.region === code ? null : code }),
    }, h("span", { class: "name" }, view.index.name(code)), h("span", { class: "said" }, cell && cell.value === null ? cell.status : text, cell && cell.value !== null && cell.status !== "A" ? h("sup", {}, cell.status) : null));
  }

  /** A tile for each county, province by province. */
  function tiles(view, all) {
    const provinces = new Map();
    view.index.units.forEach(({ code }) => {
      const province = view.index.province(code)?.code ?? "";
      provinces.set(province, [...(provinces.get(province) || []), code]);
    });
    return h("div", { class: `tiles${view.index.units.length > MANY ? " many" : ""}`, id: "tiles" }, [...provinces].map(([province, codes]) =>
      h("section", { class: "province", "data-region": province, "aria-label": view.index.name(province) },
        h("h3", {}, view.index.name(province)), h("div", { class: "grid" }, codes.map((code) => tile(view, code, all))))));
  }

  /** Boundaries, coloured by class; what has no value is hatched. */
  function boundaries(view, all, shapes) {
    const here = view.index.units.filter(({ code }) => shapes.features.some((shape) => shape.properties.name === code));
    const area = ({ code }) => {
      const cell = all.cells.get(code);
      const kind = shadeOf(cell, all.bounds);
      const known = /^\d$/.test(kind);
      const areaColor = countywise.colour(known ? `class-${kind}` : "paper");
      const picked = { itemStyle: { areaColor, borderColor: countywise.colour("focus"), borderWidth: 2.5 } };
      const hatch = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: countywise.colour(cell?.status === "Q" ? "Q" : "faint") };
      return { name: code, value: cell?.value ?? null, selected: code === view.region, emphasis: picked, select: picked,
        itemStyle: { areaColor, borderColor: countywise.colour("faint"), decal: known || kind === "zero" ? { symbol: "none" } : hatch } };
    };
    const figure = countywise.chart("boundaries", t("map.boundaries"), () => {
      echarts.registerMap("regions", shapes);
      return { tooltip: { formatter: ({ name }) => label(view, name, all.cells.get(name)) }, legend: { show: false }, series: [{
        type: "map", map: "regions", roam: true, selectedMode: "single", showLegendSymbol: false, label: { show: false }, data: here.map(area),
        itemStyle: { areaColor: countywise.colour("page"), borderColor: countywise.colour("rule") },
        emphasis: { label: { show: false }, itemStyle: { areaColor: countywise.colour("page") } }, select: { label: { show: false } } }] };
    }, null, 560);
    figure.firstChild.addEventListener("drawn", ({ detail }) => detail.on("click", ({ name }) => countywise.go({ region: name })));
    return figure;
  }

  /** A label of a chart, which is markup: names are data and are escaped. */
  function label(view, code, cell) {
    const text = `${view.index.name(code)}: ${cell ? countywise.format.measured(cell.value, view.indicator.unit) : "·"} ${cell && cell.status !== "A" ? t(`status.${cell.status}`) : ""}`;
    return h("div", {}, text).innerHTML;
  }

  /** From where to where: parts of the destinations of some regions that have a number. */
  function flowsOf(view, homes) {
    return homes.flatMap(({ code, values }) => values.parts("migrant_destination", "province").map((series) =>
      ({ home: code, to: series.by.slice("province=".length), by: series.by, cell: series.at(view.month) })).filter(({ cell }) => cell));
  }

  function sankey(view, flows) {
    const drawn = flows.filter(({ cell }) => cell.value).sort((a, b) => b.cell.value - a.cell.value).slice(0, FLOWS * 6);
    const name = (by) => countywise.breakdown(by, view.index);
    const nodes = [...new Set(drawn.map(({ home }) => `h ${home}`)), ...new Set(drawn.map(({ by }) => `d ${by}`))];
    const words = (id) => (id.startsWith("h ") ? view.index.name(id.slice(2)) : name(id.slice(2)));
    const height = Math.max(260, 32 * Math.max(new Set(drawn.map(({ home }) => home)).size, new Set(drawn.map(({ by }) => by)).size));
    return countywise.chart("flows-chart", t("map.flows"), () => ({
      legend: { show: false }, tooltip: { confine: true, formatter: ({ data, name: id }) => h("div", {}, data.source ? `${words(data.source)} → ${words(data.target)}: ${countywise.format.exact(data.value)}` : words(id)).innerHTML },
      series: [{ type: "sankey", left: 4, right: 210, top: 8, bottom: 8, nodeGap: 11, nodeWidth: 10, itemStyle: { color: countywise.colour("accent"), borderWidth: 0 }, draggable: false, layoutIterations: 32,
        label: { color: countywise.colour("ink"), fontSize: 12, formatter: ({ name: id }) => words(id) }, lineStyle: { color: countywise.colour("bar"), opacity: 0.3, curveness: 0.5 }, emphasis: { focus: "adjacency", lineStyle: { opacity: 0.65 } },
        data: nodes.map((id) => ({ name: id })), links: drawn.map(({ home, by, cell }) => ({ source: `h ${home}`, target: `d ${by}`, value: cell.value })) }],
    }), countywise.behind(countywise.table("flows-table", t("map.flows"), [{ text: t("map.home") }, { text: t("dimension.province") }, { text: t("value"), number: true }],
      flows.map(({ home, to, by, cell }) => h("tr", { "data-region": home, "data-to": to, "data-status": cell.status, "data-value": cell.value },
        h("th", { scope: "row" }, view.index.name(home)), h("td", {}, name(by)), countywise.numberCell(cell, "persons"))))), height);
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
    return countywise.section("flows", title,
      all.some(({ cell }) => cell.value) ? sankey(view, all) : countywise.empty("county.noParts"),
      hidden > 0 && h("p", { class: "hint" }, countywise.mark("Q"), " ", t("map.hiddenFlows", { count: hidden })));
  }

  countywise.mapParts = { classified, key, tiles, boundaries, flows };
})();
