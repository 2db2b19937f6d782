// What the wholes of one region are made of: those that the layout names, and all others that have parts.
"use strict";

(() => {
  const { h, t } = countywise;

  /** Parts by a breakdown: those that are always named, then the others, the largest first. */
  function divided(view, { whole, by, order }) {
    const first = order.map((value) => `${by}=${value}`);
    const rank = (one) => (first.includes(one) ? first.indexOf(one) : first.length);
    const said = view.values.parts(whole, by).map((series) => series.by);
    return [...new Set([...first, ...said])]
      .map((one) => ({ by: one, cell: view.values.at(whole, view.month, one) }))
      .filter((part) => part.cell || first.includes(part.by))
      .sort((a, b) => rank(a.by) - rank(b.by) || countywise.largestFirst(a.cell, b.cell))
      .map(countywise.partRow(view, { indicator: whole, region: view.code }));
  }

  /** Parts that are indicators of their own, in the order they are named. */
  const listed = (view, { of }) =>
    of
      .filter((id) => view.index.indicator(id))
      .map((id) => ({
        label: view.index.title(id),
        cell: view.values.at(id, view.month),
        href: countywise.address("indicator", { indicator: id, period: view.period, region: view.code }),
        data: { "data-indicator": id, "data-region": view.code },
      }));

  const rowsOf = (view, part) => (part.by ? divided(view, part) : listed(view, part));

  const idOf = ({ whole, by }) => `parts-${whole}${by ? `-${by}` : ""}`;

  const titleOf = (view, { title, whole, by }) =>
    title ? countywise.either(title) : `${view.index.title(whole)} · ${countywise.dimension(by)}`;

  /** The parts as bars under their whole. */
  function bars(view, part, rows) {
    const { unit, total } = view.index.indicator(part.whole);
    const cell = view.values.at(part.whole, view.month);
    const said = cell ? countywise.value(cell, unit) : !total && countywise.unit(unit);
    return [
      said && h("p", { class: "total" }, view.index.title(part.whole), " ", said),
      rows.length ? countywise.bars(rows, unit, total) : countywise.empty("county.noParts"),
    ];
  }

  /** A whole of the layout, with a line that says so where nothing is published. */
  function section(view, part) {
    const rows = rowsOf(view, part);
    const known = rows.some(({ cell }) => cell) ? rows : [];
    return countywise.section(idOf(part), titleOf(view, part), bars(view, part, known));
  }

  const named = (view) => view.layout.parts.filter(({ whole }) => view.index.indicator(whole));

  /** Everything else that is published in parts, in the order of the definitions. */
  function others(view) {
    const shown = new Set(named(view).map(idOf));
    return view.index.indicatorList
      .flatMap(({ id }) => [...view.index.dimensions(id).keys()].map((by) => ({ whole: id, by, order: [], of: [] })))
      .filter((part) => !shown.has(idOf(part)))
      .map((part) => ({ part, rows: rowsOf(view, part) }))
      .filter(({ rows }) => rows.length > 0);
  }

  function other(view, { part, rows }) {
    return h("div", { id: idOf(part), class: "part-of" }, h("h3", {}, titleOf(view, part)), bars(view, part, rows));
  }

  /** All wholes with their parts; those that nobody named are folded, unless there are no others. */
  function parts(view) {
    const rest = others(view);
    const [first, count] = [named(view), rest.length];
    return [
      h("div", { class: "columns" }, first.map((part) => section(view, part))),
      count > 0 &&
        countywise.section(
          "more-parts",
          t(first.length ? "county.parts" : "county.partsAlone"),
          h(
            "details",
            { class: "behind", open: first.length === 0 },
            h("summary", {}, t("county.allParts", { count })),
            h("div", { class: "columns" }, rest.map((one) => other(view, one))),
          ),
        ),
    ];
  }

  countywise.countyParts = parts;
})();
