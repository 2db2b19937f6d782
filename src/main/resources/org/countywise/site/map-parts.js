// Drawing regions: classes of values, tiles by province, boundaries where there are some.
"use strict";

(() => {
  const { h, t } = countywise;
  const [CLASSES, MANY] = [6, 240];

  /** Limits between classes that hold about as many regions each; equal values share a class. */
  function limits(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const all = Array.from(
      { length: CLASSES - 1 },
      (none, i) => sorted[Math.floor(((i + 1) * sorted.length) / CLASSES)],
    );
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
    const values = [...cells.values()]
      .filter((cell) => cell && cell.value !== null && cell.value !== 0)
      .map((cell) => cell.value);
    return { cells, values, bounds: values.length ? limits(values) : [] };
  }

  const shadeOf = (cell, bounds) =>
    !cell ? "none" : cell.value === null ? "nothing" : cell.value === 0 ? "zero" : String(shade(cell.value, bounds));

  function key(view, { values, bounds, cells }) {
    const edges = values.length ? [Math.min(...values), ...bounds] : [];
    const most = Math.max(...values);
    const shown = (value) => countywise.format.measured(value, view.indicator.unit);
    const present = new Set(
      [...cells.values()].map((cell) =>
        cell ? (cell.value === null ? cell.status : cell.value === 0 ? "zero" : "") : "none",
      ),
    );
    return h(
      "ul",
      { class: "classes", id: "map-key" },
      edges.map((edge, i) =>
        h(
          "li",
          {},
          h("span", { class: "swatch", "data-class": shade(edge, bounds) }),
          i + 1 < edges.length
            ? t("map.from", { from: shown(edge), to: shown(edges[i + 1]) })
            : t("map.upTo", { from: shown(edge), to: shown(most) }),
        ),
      ),
      present.has("zero") && h("li", {}, h("span", { class: "swatch", "data-class": "zero" }, "○"), t("map.zero")),
      ["Q", "O", "M", "U"]
        .filter((status) => present.has(status))
        .map((status) =>
          h(
            "li",
            {},
            h("span", { class: "swatch", "data-class": "nothing", "data-status": status }, status),
            t(`status.${status}`),
          ),
        ),
    );
  }

  function tile(view, code, { cells, bounds }) {
    const cell = cells.get(code);
    const text = cell ? countywise.format.measured(cell.value, view.indicator.unit) : "·";
    const words = `${view.index.name(code)} ${text}${cell && cell.status !== "A" ? ` (${t(`status.${cell.status}`)})` : ""}`;
    return h(
      "button",
      {
        type: "button",
        class: "county",
        title: words,
        "aria-label": words,
        "aria-pressed": String(view.region === code),
        "data-region": code,
        "data-indicator": view.indicator.id,
        "data-status": cell?.status,
        "data-value": cell?.value,
        "data-class": shadeOf(cell, bounds),
        onclick: () => countywise.go({ region: view.region === code ? null : code }),
      },
      h("span", { class: "name" }, view.index.name(code)),
      h(
        "span",
        { class: "said" },
        cell && cell.value === null ? cell.status : text,
        cell && cell.value !== null && cell.status !== "A" ? h("sup", {}, cell.status) : null,
      ),
    );
  }

  /** A tile for each county, province by province. */
  function tiles(view, all) {
    const provinces = new Map();
    view.index.units.forEach(({ code }) => {
      const province = view.index.province(code)?.code ?? "";
      provinces.set(province, [...(provinces.get(province) || []), code]);
    });
    return h(
      "div",
      { class: `tiles${view.index.units.length > MANY ? " many" : ""}`, id: "tiles" },
      [...provinces].map(([province, codes]) =>
        h(
          "section",
          { class: "province", "data-region": province, "aria-label": view.index.name(province) },
          h("h3", {}, view.index.name(province)),
          h(
            "div",
            { class: "grid" },
            codes.map((code) => tile(view, code, all)),
          ),
        ),
      ),
    );
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
      const hatch = {
        symbol: "rect",
        dashArrayX: [1, 0],
        dashArrayY: [2, 5],
        rotation: -Math.PI / 4,
        color: countywise.colour(cell?.status === "Q" ? "Q" : "faint"),
      };
      return {
        name: code,
        value: cell?.value ?? null,
        selected: code === view.region,
        emphasis: picked,
        select: picked,
        itemStyle: {
          areaColor,
          borderColor: countywise.colour("faint"),
          decal: known || kind === "zero" ? { symbol: "none" } : hatch,
        },
      };
    };
    const figure = countywise.chart(
      "boundaries",
      t("map.boundaries"),
      () => {
        echarts.registerMap("regions", shapes);
        return {
          tooltip: { formatter: ({ name }) => label(view, name, all.cells.get(name)) },
          legend: { show: false },
          series: [
            {
              type: "map",
              map: "regions",
              roam: true,
              selectedMode: "single",
              showLegendSymbol: false,
              label: { show: false },
              data: here.map(area),
              itemStyle: { areaColor: countywise.colour("page"), borderColor: countywise.colour("rule") },
              emphasis: { label: { show: false }, itemStyle: { areaColor: countywise.colour("page") } },
              select: { label: { show: false } },
            },
          ],
        };
      },
      null,
      560,
    );
    figure.firstChild.addEventListener("drawn", ({ detail }) =>
      detail.on("click", ({ name }) => countywise.go({ region: name })),
    );
    return figure;
  }

  /** A label of a chart, which is markup: names are data and are escaped. */
  function label(view, code, cell) {
    const text = `${view.index.name(code)}: ${cell ? countywise.format.measured(cell.value, view.indicator.unit) : "·"} ${cell && cell.status !== "A" ? t(`status.${cell.status}`) : ""}`;
    return h("div", {}, text).innerHTML;
  }

  countywise.mapParts = { classified, key, tiles, boundaries };
})();
