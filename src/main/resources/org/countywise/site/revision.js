// How values were revised: what was said before, and what of the change comes of which part.
"use strict";

(() => {
  const { h, t } = countywise;
  const MOST = 200;

  /** Revised values of a region, the latest month first. */
  countywise.revisedValues = (view, values, release = null) =>
    values.all
      .filter((series) => series.r && view.index.indicator(series.of))
      .flatMap((series) =>
        Object.entries(series.r).map(([period, revision]) => ({
          series,
          period,
          revision,
          now: series.at(view.index.month(period)),
        })),
      )
      .filter(({ revision }) => !release || revision.in === release)
      .sort((a, b) => b.period.localeCompare(a.period));

  /** What was said before, as a cell; null where it is not told. */
  const before = ({ revision }) =>
    revision.s
      ? {
          status: revision.s,
          value: revision.v ?? null,
          numerator: revision.n ?? null,
          denominator: revision.d ?? null,
        }
      : null;

  /** The number as it is shown, so that the parts of a change add up as they are read. */
  const shown = (value, unit) => Number(countywise.format.value(value, unit).replaceAll(",", ""));

  /** Decimals that parts of a change are told with. */
  const tidy = (number) => Number(number.toFixed(6));

  /**
   * The change of a value, and of a ratio what of it comes of the numerator and what of the denominator: the ratio is
   * computed once with the new numerator and the old denominator. The two add up to the change.
   */
  function bridge(was, now, unit) {
    if (!was || !now || was.value === null || now.value === null) {
      return null;
    }
    const [from, to] = [shown(was.value, unit), shown(now.value, unit)];
    const [over, under] = [Number(now.numerator), Number(now.denominator)];
    if (!was.denominator || !now.denominator || !over || !Number(was.denominator)) {
      return { change: tidy(to - from) };
    }
    const between = shown((now.value * under) / Number(was.denominator), unit);
    return { change: tidy(to - from), numerator: tidy(between - from), denominator: tidy(to - between) };
  }

  countywise.bridge = bridge;

  function signed(number, unit) {
    const text = countywise.format.value(number, unit);
    return number > 0 ? `+${text}` : text;
  }

  const changeCell = (number, unit) =>
    number === undefined || number === null
      ? h("td", { class: "number part" }, "")
      : h("td", { class: "number part", "data-sort": number, "data-value": number }, signed(number, unit));

  function row(view, code, one) {
    const { series, period, revision, now } = one;
    const indicator = view.index.indicator(series.of);
    const was = before(one);
    const parts = bridge(was, now, indicator.unit);
    return h(
      "tr",
      { "data-indicator": series.of, "data-by": series.by, "data-period": period, "data-region": code },
      h(
        "th",
        { scope: "row" },
        h(
          "a",
          { href: countywise.address("indicator", { indicator: series.of, by: series.by, period, region: code }) },
          view.index.title(series.of),
        ),
        series.by && [" ", h("small", {}, countywise.breakdown(series.by, view.index))],
      ),
      h("td", { class: "month" }, period),
      was ? countywise.numberCell(was, indicator.unit, { class: "number was" }) : h("td", { class: "untold" }, t("revision.untold")),
      countywise.numberCell(now, indicator.unit),
      changeCell(parts?.change, indicator.unit),
      changeCell(parts?.numerator, indicator.unit),
      changeCell(parts?.denominator, indicator.unit),
      h("td", {}, revision.in),
    );
  }

  /** Values as they were and are, and how the change adds up. */
  countywise.revisionTable = (id, view, code, changed) =>
    countywise.table(
      id,
      t("revision.caption", { most: MOST }),
      [
        { text: t("indicator") },
        { text: t("month") },
        { text: t("revision.before"), number: true },
        { text: t("revision.now"), number: true },
        { text: t("revision.change"), number: true },
        { text: t("revision.numerator"), number: true, title: t("revision.bridge") },
        { text: t("revision.denominator"), number: true, title: t("revision.bridge") },
        { text: t("revisedIn") },
      ],
      changed.slice(0, MOST).map((one) => row(view, code, one)),
    );
})();
