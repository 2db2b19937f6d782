// One region: #county=522633, and &period=2020-09 for another month.
"use strict";

(() => {
  const { h, t } = countywise;
  const parts = countywise.county;

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
    const wanted = countywise.place().get("period");
    const period = index.periods.includes(wanted) ? wanted : index.period;
    return {
      index,
      code,
      period,
      month: index.month(period),
      values: await countywise.regionValues(code),
      beside: await besides(index, code),
      quality: await countywise.load("quality"),
      benchmarks: await countywise.benchmarks(),
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
        above.map(({ code }) => [
          h("a", { href: countywise.address("county", { county: code, period: view.period }) }, view.index.name(code)),
          " › ",
        ]),
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
        countywise.choice(
          "period-choice",
          t("month"),
          [...view.index.periods].reverse().map((period) => ({ value: period, text: period })),
          view.period,
          (period) => countywise.go({ period }),
        ),
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
    const key = parts.LAYOUT.key.filter((id) => index.indicator(id));
    const shown = key.length ? key : index.indicatorList.slice(0, parts.LAYOUT.usual).map(({ id }) => id);
    const others = index.indicatorList.filter(({ id, total }) => total && !shown.includes(id)).map(({ id }) => id);
    return [
      countywise.section(
        "key",
        t("county.key"),
        parts.keyTable(view, "key-table", shown),
        others.length > 0 &&
          h(
            "details",
            { class: "behind" },
            h("summary", {}, t("county.all", { count: others.length })),
            parts.keyTable(view, "all-table", others),
          ),
      ),
      parts.exits(view),
      h(
        "div",
        { class: "columns" },
        parts.partSection(view, "by-guarantee", t("county.byGuarantee"), "problems_open", "category"),
        parts.partSection(view, "by-source", t("county.bySource"), "problems_open", "source"),
        parts.channels(view),
        parts.partSection(view, "linkage", t("county.linkage"), "industry_linkage", "linkage"),
        parts.partSection(view, "destinations", t("county.destinations"), "migrant_destination", "province"),
      ),
      countywise.countyQuality.missing(view),
      countywise.countyQuality.revised(view),
    ];
  }

  /** All units, where no region is chosen. */
  function chooser(index) {
    const groups = new Map();
    index.units.forEach((region) => {
      const province = index.province(region.code);
      const name = province && province.code !== region.code ? index.name(province.code) : "";
      groups.set(name, [...(groups.get(name) || []), region]);
    });
    return [
      h("header", { class: "head" }, h("h1", {}, t("page.county")), h("p", {}, t("county.choose"))),
      h(
        "div",
        { class: "directory" },
        [...groups].map(([name, regions]) =>
          h(
            "section",
            {},
            h("h2", {}, name),
            h(
              "ul",
              {},
              regions.map(({ code }) =>
                h(
                  "li",
                  {},
                  h(
                    "a",
                    { href: countywise.address("county", { county: code }), "data-region": code },
                    index.name(code),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ];
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
