// What several pages show alike: the choice of a month, a directory, parts of a whole, words for findings.
"use strict";

(() => {
  const { h, t } = countywise;

  /** The month that the link asks for, where the site has it. */
  countywise.period = (index) => {
    const wanted = countywise.place().get("period");
    return index.periods.includes(wanted) ? wanted : index.period;
  };

  /** The choice of a month, the latest first. */
  countywise.periodChoice = (index, period) =>
    countywise.choice(
      "period-choice",
      t("month"),
      [...index.periods].reverse().map((one) => ({ value: one, text: one })),
      period,
      (chosen) => countywise.go({ period: chosen }),
    );

  const link = ({ href, text, data }) => h("li", {}, h("a", { href, ...data }, text));

  /** Everything that can be chosen, where nothing is: groups by title, each a list of links. */
  countywise.directory = (title, hint, groups) => [
    h("header", { class: "head" }, h("h1", {}, title), h("p", {}, hint)),
    h(
      "div",
      { class: "directory" },
      [...groups].map(([name, links]) => h("section", {}, h("h2", {}, name), h("ul", {}, links.map(link)))),
    ),
  ];

  /** Lists by key, in the order of their first element. */
  countywise.grouped = (list, key) =>
    list.reduce((all, one) => {
      const name = key(one);
      return all.has(name) ? (all.get(name).push(one), all) : all.set(name, [one]);
    }, new Map());

  /** A bar of one part of a region's value; `lines` are the regions drawn where the bar leads. */
  countywise.partRow = (view, { indicator, region, lines = region }) => ({ by, cell }) => ({
    label: countywise.breakdown(by, view.index),
    cell,
    href: countywise.address("indicator", { indicator, by, period: view.period, region: lines }),
    data: { "data-indicator": indicator, "data-by": by, "data-region": region },
  });

  /** The larger value first, nothing last. */
  countywise.largestFirst = (a, b) => (b?.value ?? -1) - (a?.value ?? -1);

  /** What a dataset is called; itself where nobody has named it. */
  countywise.dataset = (quality, name) =>
    quality.datasets[name] ? countywise.either(quality.datasets[name]) : name;

  /** How many rows, as an order of size. */
  countywise.size = (power) => (power ? t(power > 1000 ? "rows.1000" : `rows.${power}`) : "");

  /** How grave a finding is. */
  countywise.severity = (severity) => h("span", { class: `severity ${severity}` }, t(`severity.${severity}`));

  /** A link to the page of a region. */
  countywise.regionLink = (view, code) =>
    h("a", { href: countywise.address("county", { county: code, period: view.period }) }, view.index.name(code));
})();
