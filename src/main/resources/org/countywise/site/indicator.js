// One indicator: #indicator=employment_rate, and &period=, &by= (a breakdown), &level=, &region= (lines of the trend).
"use strict";

(() => {
  const { h, t } = countywise;
  const parts = countywise.indicatorParts;

  const breakdownsOf = (index, id) => index.breakdowns[id] || [];

  async function viewOf(index, indicator) {
    const place = countywise.place();
    const all = breakdownsOf(index, indicator.id);
    let by = all.includes(place.get("by")) ? place.get("by") : "";
    let values = await countywise.indicatorValues(indicator.id, by);
    if (!values.size && !by && all.length) {
      [by] = all;
      values = await countywise.indicatorValues(indicator.id, by);
    }
    const levels = [...new Set(index.regionList.filter(({ code }) => values.has(code)).map(({ level }) => level))];
    const period = countywise.period(index);
    const level = levels.includes(place.get("level"))
      ? place.get("level")
      : levels.includes(index.unit)
        ? index.unit
        : levels.at(-1);
    const chosen = (place.get("region") || "").split(",").filter((code) => values.has(code));
    return {
      index,
      indicator,
      by,
      values,
      levels,
      level,
      period,
      month: index.month(period),
      chosen,
      catalogue: await countywise.load("catalogue"),
      quality: await countywise.load("quality"),
    };
  }

  function controls(view) {
    const all = breakdownsOf(view.index, view.indicator.id);
    const total = view.indicator.total ? [{ value: "", text: t("total") }] : [];
    const options = all.map((by) => ({
      value: by,
      text: `${countywise.dimension(by.split("=")[0])}: ${countywise.breakdown(by, view.index)}`,
    }));
    return h(
      "div",
      { class: "controls" },
      countywise.periodChoice(view.index, view.period),
      view.levels.length > 1 &&
        countywise.choice(
          "level-choice",
          t("level"),
          view.levels.map((level) => ({ value: level, text: countywise.level(level) })),
          view.level,
          (level) => countywise.go({ level }),
        ),
      all.length > 0 &&
        countywise.choice("by-choice", t("breakdown"), [...total, ...options], view.by, (by) => countywise.go({ by })),
    );
  }

  function head(view) {
    const { index, indicator } = view;
    const large = [index.nation, index.group].filter(Boolean).filter(({ code }) => view.values.has(code));
    return h(
      "header",
      { class: "head", "data-indicator": indicator.id, "data-period": view.period, "data-by": view.by },
      h("p", { class: "eyebrow" }, index.family(indicator.family), " · ", h("code", {}, indicator.id)),
      h("h1", {}, index.title(indicator.id), h("small", {}, countywise.unit(indicator.unit))),
      controls(view),
      h(
        "div",
        { class: "headline" },
        large.map(({ code }) => {
          const cell = view.values.get(code).at(view.month);
          return h(
            "div",
            { class: "tile", "data-region": code, "data-status": cell?.status, "data-value": cell?.value },
            h("span", { class: "caption" }, index.name(code)),
            countywise.value(cell, indicator.unit),
            cell &&
              h(
                "span",
                { class: "parts" },
                cell.denominator !== null && cell.denominator !== undefined
                  ? `${countywise.format.exact(cell.numerator)} ÷ ${countywise.format.exact(cell.denominator)}`
                  : "",
              ),
          );
        }),
      ),
    );
  }

  /** The parts of one region beside each other. */
  async function breakdowns(view) {
    const dimensions = view.index.dimensions(view.indicator.id);
    if (!dimensions.size) {
      return null;
    }
    const code = view.chosen[0] || (view.index.group || view.index.nation).code;
    const values = await countywise.regionValues(code);
    const rows = (dimension) =>
      values
        .parts(view.indicator.id, dimension)
        .map((series) => ({ by: series.by, cell: series.at(view.month) }))
        .filter(({ cell }) => cell)
        .sort((a, b) => countywise.largestFirst(a.cell, b.cell))
        .map(
          countywise.partRow(view, { indicator: view.indicator.id, region: code, lines: view.chosen.join(",") }),
        );
    return countywise.section(
      "breakdowns",
      t("indicator.breakdowns", { name: view.index.name(code) }),
      h(
        "div",
        { class: "columns" },
        [...dimensions.keys()].map((dimension) => {
          const parts = rows(dimension);
          return h(
            "div",
            {},
            h("h3", {}, countywise.dimension(dimension)),
            parts.length
              ? countywise.bars(parts, view.indicator.unit, view.indicator.total)
              : countywise.empty("indicator.noValues"),
          );
        }),
      ),
    );
  }

  countywise.page(async () => {
    const index = await countywise.index();
    const id = countywise.place().get("indicator");
    if (!id || !index.indicator(id)) {
      return [id && countywise.empty("indicator.unknown", { id }), ...chooser(index)];
    }
    const view = await viewOf(index, index.indicator(id));
    return [
      head(view),
      parts.trend(view),
      parts.ranking(view),
      countywise.distribution(view),
      await breakdowns(view),
      countywise.section(
        "definition",
        t("indicator.definition"),
        countywise.definition(view.indicator, view.catalogue[id]),
      ),
      parts.statuses(view),
    ];
  });

  function chooser(index) {
    const families = new Map();
    countywise.grouped(index.indicatorList, ({ family }) => family).forEach((all, family) =>
      families.set(
        index.family(family),
        all.map(({ id }) => ({
          href: countywise.address("indicator", { indicator: id }),
          text: index.title(id),
          data: { "data-indicator": id },
        })),
      ),
    );
    return countywise.directory(t("page.indicator"), t("indicator.choose"), families);
  }
})();
