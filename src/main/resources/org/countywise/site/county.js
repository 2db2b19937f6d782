// One region: #county=522633, and &period=2020-09 for another month.
"use strict";

(() => {
  const { h, t } = countywise;
  const { keyTable, exits } = countywise.countyKey;
  /** How many indicators stand on top where nobody has chosen them. */
  const USUAL = 8;

  /** Regions whose values stand beside those of the region. */
  async function besides(index, code) {
    const province = index.province(code);
    const others = [
      index.group && index.group.code !== code ? { kind: "group", region: index.group } : null,
      province && province.code !== code ? { kind: "province", region: province } : null,
    ].filter(Boolean);
    return Promise.all(
      others.map(async ({ kind, region }) => ({
        kind,
        name: index.name(region.code),
        values: await countywise.regionValues(region.code),
      })),
    );
  }

  async function viewOf(index, code) {
    const period = countywise.period(index);
    return {
      index,
      code,
      period,
      month: index.month(period),
      values: await countywise.regionValues(code),
      beside: await besides(index, code),
      quality: await countywise.load("quality"),
      benchmarks: await countywise.benchmarks(),
      layout: await countywise.layout(),
    };
  }

  function head(view) {
    const region = view.index.region(view.code);
    const other = countywise.language() === "zh" ? region.en : region.zh;
    const above = view.index.above(view.code).reverse();
    return h(
      "header",
      { class: "head", "data-region": view.code, "data-period": view.period },
      h(
        "p",
        { class: "eyebrow" },
        above.map(({ code }) => [countywise.regionLink(view, code), " › "]),
        countywise.level(region.level),
        " ",
        h("code", {}, region.code),
      ),
      h(
        "h1",
        {},
        view.index.name(view.code),
        other && other !== view.index.name(view.code) ? h("small", {}, other) : null,
      ),
      h(
        "div",
        { class: "controls" },
        countywise.periodChoice(view.index, view.period),
        chips(view),
      ),
    );
  }

  /** How many totals have which status, as a line of marks. */
  function chips(view) {
    const doubts = countywise.countyQuality.doubtful(view);
    return h(
      "p",
      { class: "chips" },
      [...doubts]
        .sort()
        .map(([status, ids]) =>
          h(
            "a",
            { class: "chip", href: "#doubts", "data-status": status, onclick: jump },
            countywise.mark(status),
            ` ${ids.length}`,
          ),
        ),
    );
  }

  function jump(event) {
    event.preventDefault();
    document.getElementById("doubts").scrollIntoView({ behavior: "smooth" });
  }

  function sections(view) {
    const { index } = view;
    const key = view.layout.first.filter((id) => index.indicator(id));
    const shown = key.length ? key : index.indicatorList.slice(0, USUAL).map(({ id }) => id);
    const others = index.indicatorList.filter(({ id, total }) => total && !shown.includes(id)).map(({ id }) => id);
    return [
      countywise.section(
        "key",
        t("county.key"),
        keyTable(view, "key-table", shown),
        others.length > 0 &&
          h(
            "details",
            { class: "behind" },
            h("summary", {}, t("county.all", { count: others.length })),
            keyTable(view, "all-table", others),
          ),
      ),
      exits(view),
      ...countywise.countyParts(view),
      countywise.countyQuality.missing(view),
      countywise.countyQuality.revised(view),
    ];
  }

  /** All units, where no region is chosen. */
  function chooser(index) {
    const provinceOf = ({ code }) => {
      const province = index.province(code);
      return province && province.code !== code ? index.name(province.code) : "";
    };
    const groups = new Map();
    countywise.grouped(index.units, provinceOf).forEach((regions, name) =>
      groups.set(
        name,
        regions.map(({ code }) => ({
          href: countywise.address("county", { county: code }),
          text: index.name(code),
          data: { "data-region": code },
        })),
      ),
    );
    return countywise.directory(t("page.county"), t("county.choose"), groups);
  }

  countywise.page(async () => {
    const index = await countywise.index();
    const code = countywise.place().get("county");
    if (!code) {
      return chooser(index);
    }
    if (!index.region(code)?.said) {
      return [countywise.empty("county.unknown", { code }), ...chooser(index)];
    }
    const view = await viewOf(index, code);
    return [head(view), ...sections(view)];
  });
})();
