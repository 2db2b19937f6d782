// The indicators of one region month by month, and how far it is from what it has to keep.
"use strict";

(() => {
  const { h, t } = countywise;

  /** A row of the table of key indicators. */
  function keyRow(view, id) {
    const { index, values, month } = view;
    const indicator = index.indicator(id);
    const own = values.find(id);
    const cell = own?.at(month) ?? null;
    const ratio = own?.d || indicator.unit === "percent";
    const beside = view.beside.map(({ kind, values: others }) => ({ kind, cells: others.find(id)?.cells() ?? [] }));
    const label = t("county.sparkLabel", { title: index.title(id), from: index.periods[0], to: index.periods.at(-1) });
    return h(
      "tr",
      {
        "data-indicator": id,
        "data-region": view.code,
        "data-period": view.period,
        "data-status": cell?.status,
        "data-value": cell?.value,
      },
      h(
        "th",
        { scope: "row" },
        h(
          "a",
          { href: countywise.address("indicator", { indicator: id, period: view.period, region: view.code }) },
          index.title(id),
        ),
        indicator.unit !== "percent" && [" ", h("small", {}, countywise.unit(indicator.unit))],
      ),
      view.index.periods.length > 1 &&
        h("td", { class: "sparkcell" }, own ? countywise.spark(own.cells(), month, label, ratio ? beside : []) : "·"),
      countywise.numberCell(cell, indicator.unit),
      view.beside.map(({ values: others, kind }) =>
        countywise.numberCell(others.at(id, month), indicator.unit, { class: `number other ${kind}` }),
      ),
      countywise.exactCell(cell?.numerator),
      countywise.exactCell(cell?.denominator),
    );
  }

  /** Key indicators, or all of them. */
  function keyTable(view, id, ids) {
    const heads = [
      { text: t("indicator"), sortable: false },
      ...(view.index.periods.length > 1 ? [{ text: t("county.trend"), sortable: false }] : []),
      { text: view.index.name(view.code), number: true, sortable: false },
      ...view.beside.map(({ name, kind }) => ({
        text: h("span", { class: `key ${kind}` }, name),
        number: true,
        sortable: false,
      })),
      { text: t("numerator"), number: true, sortable: false },
      { text: t("denominator"), number: true, sortable: false },
    ];
    return countywise.table(
      id,
      t(view.index.periods.length > 1 ? "county.keyCaption" : "county.keyOneMonth", {
        period: view.period,
        from: view.index.periods[0],
        to: view.index.periods.at(-1),
      }),
      heads,
      ids.map((one) => keyRow(view, one)),
    );
  }

  /** How far a value is from the limit that its unit has to keep. */
  function distance(view, { id, limit, below }) {
    const cell = view.values.at(id, view.month);
    const value = cell?.value ?? null;
    const passed = value === null ? null : below ? value >= limit : value <= limit;
    const span = below ? Math.max(100, limit) : 2 * Math.max(limit, value ?? 0);
    const verdict = passed === null ? "unknown" : passed ? "kept" : "missed";
    return h(
      "div",
      {
        class: "exit",
        "data-indicator": id,
        "data-verdict": verdict,
        "data-status": cell?.status,
        "data-value": value,
      },
      h(
        "a",
        {
          class: "label",
          href: countywise.address("indicator", { indicator: id, period: view.period, region: view.code }),
        },
        view.index.title(id),
      ),
      countywise.value(cell, "percent"),
      h(
        "span",
        { class: "gauge", "aria-hidden": "true" },
        h("span", { class: "fill", style: `width:${value === null ? 0 : Math.min(100, (100 * value) / span)}%` }),
        h("span", { class: "limit", style: `left:${Math.min(100, (100 * limit) / span)}%` }),
      ),
      h(
        "span",
        { class: "verdict" },
        t(below ? "exit.least" : "exit.most", { limit }),
        " ",
        value === null
          ? t("exit.unknown")
          : t(passed ? "exit.kept" : "exit.missed", {
              by: points(Math.abs(value - limit)),
            }),
      ),
    );
  }

  /** Whether the unit keeps all of them, as it is published: a count of one or none. */
  function verdict(view) {
    const id = view.layout.verdict;
    const cell = id && view.index.indicator(id) ? view.values.at(id, view.month) : null;
    const said = (cell?.value ?? null) === null ? "unknown" : cell.value > 0 ? "kept" : "missed";
    return (
      cell &&
      h(
        "p",
        { class: `total ready ${said}`, "data-indicator": id, "data-status": cell.status, "data-value": cell.value },
        h(
          "a",
          { href: countywise.address("indicator", { indicator: id, period: view.period, region: view.code }) },
          t(`exit.ready.${said}`),
        ),
        " ",
        countywise.mark(cell.status),
      )
    );
  }

  /** By how many points, also where it is less than is shown. */
  function points(difference) {
    const text = countywise.format.value(difference, "percent");
    return difference > 0 && Number(text) === 0 ? t("exit.less") : text;
  }

  /** Where the month has none of them: the latest month that has. */
  function lastKnown(view, criteria) {
    const has = (month) => criteria.some(({ id }) => (view.values.at(id, month)?.value ?? null) !== null);
    const other = [...view.index.periods].reverse().find((period) => has(view.index.month(period)));
    return (
      other &&
      !has(view.month) &&
      h(
        "p",
        { class: "hint", "data-known": other },
        t("exit.lastKnown", { period: view.period }),
        " ",
        h("a", { href: countywise.address("county", { county: view.code, period: other }) }, other),
      )
    );
  }

  function exits(view) {
    const known = countywise
      .criteria(view.benchmarks, view.code)
      .filter(({ id }) => view.index.indicator(id) && view.values.find(id));
    if (!known.length || view.index.region(view.code).level !== view.index.unit) {
      return null;
    }
    return countywise.section(
      "exit",
      t("county.exit"),
      verdict(view),
      lastKnown(view, known),
      h(
        "div",
        { class: "exits" },
        known.map((exit) => distance(view, exit)),
      ),
    );
  }

  countywise.countyKey = { keyTable, exits };
})();
