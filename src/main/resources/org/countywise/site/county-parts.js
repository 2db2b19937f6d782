// Parts of the page of one region.
"use strict";

(() => {
  const { h, t } = countywise;

  /** What the page looks at first; an indicator that is not published is left out. */
  const LAYOUT = {
    key: [
      "registered_households",
      "registered_persons",
      "poor_persons",
      "poor_headcount_rate",
      "income_per_person",
      "employment_rate",
      "migrant_labour",
      "migrant_to_base",
      "migrant_yoy",
      "zero_employment_rate",
      "public_posts_filled",
      "industry_coverage_rate",
      "industry_income_per_household",
      "problems_open",
      "problems_overdue",
      "problem_clearance_rate",
      "guarantee_households_open",
      "relocation_move_in_rate",
      "relocated_employment_rate",
      "monitored_persons",
      "monitored_share",
      "monitored_assisted_rate",
      "alerts_open",
    ],
    channels: [
      "migrant_labour",
      "workshop_labour",
      "public_post_labour",
      "local_industry_labour",
      "self_employed_labour",
    ],
    guarantees: ["category=education", "category=medical", "category=housing", "category=water"],
    usual: 8,
  };

  /** Parts that an indicator of a region is divided into, the largest first, guarantees before others. */
  function parts(view, indicator, dimension) {
    const first = ({ by }) =>
      LAYOUT.guarantees.includes(by) ? LAYOUT.guarantees.indexOf(by) : LAYOUT.guarantees.length;
    const named = LAYOUT.guarantees.filter((by) => by.startsWith(`${dimension}=`));
    const others = view.values.parts(indicator, dimension).filter(({ by }) => !named.includes(by));
    const absent = (by) => ({ by, at: () => null });
    return [...named.map((by) => view.values.find(indicator, by) || absent(by)), ...others]
      .map((series) => ({ by: series.by, cell: series.at(view.month) }))
      .filter(({ by, cell }) => cell || named.includes(by))
      .sort((a, b) => first(a) - first(b) || countywise.largestFirst(a.cell, b.cell))
      .map(countywise.partRow(view, { indicator, region: view.code }));
  }

  /** A small chart of parts, with a line that says so where nothing is published. */
  function partSection(view, id, title, indicator, dimension) {
    if (!view.index.indicator(indicator)) {
      return null;
    }
    const all = parts(view, indicator, dimension);
    const rows = all.some(({ cell }) => cell) ? all : [];
    const total = view.values.at(indicator, view.month);
    return countywise.section(
      id,
      title,
      total &&
        h(
          "p",
          { class: "total" },
          view.index.title(indicator),
          " ",
          countywise.value(total, view.index.indicator(indicator).unit),
        ),
      rows.length ? countywise.bars(rows, view.index.indicator(indicator).unit) : countywise.empty("county.noParts"),
    );
  }

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
              by: countywise.format.value(Math.abs(value - limit), "percent"),
            }),
      ),
    );
  }

  function exits(view) {
    const known = countywise
      .criteria(view.benchmarks, view.code)
      .filter(({ id }) => view.index.indicator(id) && view.values.find(id));
    if (!known.length || view.index.region(view.code).level !== view.index.unit) {
      return null;
    }
    const ready = view.values.at("exit_ready", view.month);
    return countywise.section(
      "exit",
      t("county.exit"),
      ready && h("p", { class: "total" }, view.index.title("exit_ready"), " ", countywise.value(ready, "counties")),
      h(
        "div",
        { class: "exits" },
        known.map((exit) => distance(view, exit)),
      ),
    );
  }

  function channels(view) {
    const rows = LAYOUT.channels
      .filter((id) => view.index.indicator(id))
      .map((id) => ({
        label: view.index.title(id),
        cell: view.values.at(id, view.month),
        href: countywise.address("indicator", { indicator: id, period: view.period, region: view.code }),
        data: { "data-indicator": id, "data-region": view.code },
      }));
    const total = view.values.at("employed_labour", view.month);
    return (
      rows.length > 0 &&
      countywise.section(
        "employment",
        t("county.channels"),
        total &&
          h("p", { class: "total" }, view.index.title("employed_labour"), " ", countywise.value(total, "persons")),
        countywise.bars(rows, "persons"),
      )
    );
  }

  countywise.county = { LAYOUT, keyTable, exits, channels, partSection };
})();
