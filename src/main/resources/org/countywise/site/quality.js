// Quality and releases: what was found, what has no number and why, what changed, what it was made of.
"use strict";

(() => {
  const { h, t } = countywise;
  const exact = (number) => countywise.format.exact(number);
  const number = (content, more = {}) => h("td", { class: "number", ...more }, content);
  const CODES = ["A", "P", "O", "M", "Q", "U", "B"];
  const { counties, rules, count } = countywise.qualityFindings;
  const { revisions, inputs } = countywise.qualityReleases;

  function statusTotals(view) {
    const sums = Object.fromEntries(CODES.map((code) => [code, 0]));
    Object.values(view.quality.statuses).forEach((levels) =>
      Object.entries(levels)
        .filter(([level]) => level !== "part")
        .forEach(([, of]) =>
          Object.entries(of).forEach(([code, rowCount]) => {
            sums[code] += rowCount;
          }),
        ),
    );
    const all = Object.values(sums).reduce((a, b) => a + b, 0);
    return countywise.section(
      "statuses",
      t("quality.statuses", { period: view.index.period }),
      countywise.table(
        "status-table",
        t("quality.statusCaption"),
        [
          { text: t("status") },
          { text: t("quality.values"), number: true },
          { text: t("quality.share"), number: true },
        ],
        CODES.map((code) =>
          h(
            "tr",
            { "data-status": code, "data-value": sums[code] },
            h(
              "th",
              { scope: "row" },
              h("span", { class: "mark", "data-status": code }, code),
              " ",
              t(`status.${code}`),
            ),
            number(exact(sums[code])),
            number(all ? `${countywise.format.value((100 * sums[code]) / all, "percent")} %` : ""),
          ),
        ),
      ),
    );
  }

  /** Indicators that lose most counties to suppression, or to anything else. */
  function losses(view) {
    const unit = view.index.unit;
    const lost = view.index.indicatorList
      .map(({ id }) => ({
        id,
        of: view.quality.statuses[id]?.[unit] || {},
        part: view.quality.statuses[id]?.part || {},
      }))
      .map((one) => ({
        ...one,
        all: Object.values(one.of).reduce((a, b) => a + b, 0),
        parts: Object.values(one.part).reduce((a, b) => a + b, 0),
      }))
      .filter(({ of, part }) => CODES.slice(1).some((code) => of[code] || part[code]))
      .sort((a, b) => (b.of.Q ?? 0) / (b.all || 1) - (a.of.Q ?? 0) / (a.all || 1));
    if (!lost.length) {
      return countywise.section(
        "losses",
        t("quality.losses"),
        countywise.empty("county.allNormal", { period: view.index.period }),
      );
    }
    return countywise.section(
      "losses",
      t("quality.losses"),
      h("p", {}, t("quality.lossesNote", { unit: countywise.level(unit) })),
      countywise.table(
        "losses-table",
        t("quality.lossesCaption", { period: view.index.period }),
        [
          { text: t("indicator") },
          { text: t("quality.values"), number: true },
          { text: "Q %", number: true },
          ...CODES.slice(1).map((code) => ({ text: code, number: true, title: t(`status.${code}`) })),
          { text: t("quality.parts"), number: true },
        ],
        lost.map(({ id, of, all, part, parts }) =>
          h(
            "tr",
            { "data-indicator": id },
            h(
              "th",
              { scope: "row" },
              h("a", { href: countywise.address("indicator", { indicator: id }) }, view.index.title(id)),
            ),
            number(all),
            number(all ? countywise.format.value((100 * (of.Q ?? 0)) / all, "percent") : "", {
              "data-sort": (of.Q ?? 0) / (all || 1),
            }),
            CODES.slice(1).map((code) => number(of[code] ?? "", { "data-status": code })),
            number(parts ? `${exact(part.Q ?? 0)} / ${exact(parts)}` : "", { "data-sort": part.Q ?? 0 }),
          ),
        ),
      ),
    );
  }

  countywise.page(async () => {
    const index = await countywise.index();
    const view = {
      index,
      quality: await countywise.load("quality"),
      nation: await countywise.regionValues(index.nation.code),
    };
    const { findings } = view.quality;
    const tile = (key, value) =>
      h(
        "div",
        { class: "tile", "data-count": value },
        h("span", { class: "caption" }, t(key)),
        h("span", { class: "value" }, h("span", { class: "number" }, exact(value))),
      );
    return [
      h(
        "header",
        { class: "head" },
        h("p", { class: "eyebrow" }, t("release"), ` ${view.quality.made.release}`),
        h("h1", {}, t("page.quality")),
        h("p", {}, t("quality.intro")),
        h(
          "div",
          { class: "headline" },
          tile("quality.errors", count(findings.filter((one) => one.severity !== "warning"))),
          tile("quality.warnings", count(findings.filter((one) => one.severity === "warning"))),
          tile("quality.counties", new Set(findings.map((one) => one.unit).filter(Boolean)).size),
        ),
      ),
      statusTotals(view),
      counties(view),
      rules(view),
      losses(view),
      revisions(view),
      inputs(view),
    ];
  });
})();
