// The map: #indicator=employment_rate, and &period=, &region= (the county that is looked at).
"use strict";

(() => {
  const { h, t } = countywise;
  const parts = countywise.mapParts;

  const isRatio = ({ unit }) => Number(unit === "percent");

  async function viewOf(index) {
    const place = countywise.place();
    const layout = await countywise.layout();
    const ratiosFirst = [...index.indicatorList].sort((a, b) => isRatio(b) - isRatio(a)).map(({ id: one }) => one);
    const id = [place.get("indicator"), layout.start, ...ratiosFirst].find((one) => index.indicator(one)?.total);
    const period = countywise.period(index);
    const region = index.region(place.get("region")) ? place.get("region") : null;
    return {
      index,
      layout,
      indicator: index.indicator(id),
      period,
      month: index.month(period),
      region,
      values: await countywise.indicatorValues(id),
    };
  }

  /** Indicators to choose from, by family. */
  function indicators(view) {
    const families = new Map();
    view.index.indicatorList
      .filter(({ total }) => total)
      .forEach((one) => families.set(one.family, [...(families.get(one.family) || []), one]));
    return h(
      "label",
      { class: "choice", for: "indicator-choice" },
      h("span", {}, t("indicator")),
      h(
        "select",
        { id: "indicator-choice", onchange: (event) => countywise.go({ indicator: event.target.value }) },
        [...families].map(([family, all]) =>
          h(
            "optgroup",
            { label: view.index.family(family) },
            all.map(({ id }) => h("option", { value: id, selected: id === view.indicator.id }, view.index.title(id))),
          ),
        ),
      ),
    );
  }

  function chosen(view) {
    if (!view.region) {
      return h("p", { class: "hint" }, t("map.hint"));
    }
    const cell = view.values.get(view.region)?.at(view.month) ?? null;
    return h(
      "div",
      {
        class: "tile",
        id: "chosen",
        "data-region": view.region,
        "data-status": cell?.status,
        "data-value": cell?.value,
      },
      h(
        "span",
        { class: "caption" },
        view.index
          .above(view.region)
          .reverse()
          .map(({ code }) => `${view.index.name(code)} › `),
        view.index.name(view.region),
      ),
      countywise.value(cell, view.indicator.unit),
      h(
        "span",
        { class: "parts" },
        h("a", { href: countywise.address("county", { county: view.region, period: view.period }) }, t("map.toCounty")),
        " · ",
        h(
          "a",
          {
            href: countywise.address("indicator", {
              indicator: view.indicator.id,
              period: view.period,
              region: view.region,
            }),
          },
          t("map.toIndicator"),
        ),
      ),
    );
  }

  countywise.page(async () => {
    const index = await countywise.index();
    const view = await viewOf(index);
    const all = parts.classified(view);
    const shapes = index.boundaries ? await countywise.find("boundaries") : null;
    if (shapes) {
      await countywise.script("assets/echarts.min.js");
    }
    return [
      h(
        "header",
        { class: "head", "data-indicator": view.indicator.id, "data-period": view.period },
        h("p", { class: "eyebrow" }, t("page.map"), " · ", view.period),
        h("h1", {}, index.title(view.indicator.id), h("small", {}, countywise.unit(view.indicator.unit))),
        h(
          "div",
          { class: "controls" },
          indicators(view),
          countywise.periodChoice(index, view.period),
        ),
      ),
      countywise.section(
        "regions",
        t(shapes ? "map.boundaries" : "map.tiles"),
        parts.key(view, all),
        chosen(view),
        shapes ? parts.boundaries(view, all, shapes) : null,
        shapes
          ? h("details", { class: "behind" }, h("summary", {}, t("map.tiles")), parts.tiles(view, all))
          : parts.tiles(view, all),
      ),
      await countywise.flows(view),
    ];
  });
})();
