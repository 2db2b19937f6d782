// What later releases changed, and what this one was made of.
"use strict";

(() => {
  const { h, t } = countywise;
  const exact = (number) => countywise.format.exact(number);
  const number = (content, more = {}) => h("td", { class: "number", ...more }, content);

  /** What a release was made of that was otherwise before: what all of its changes come of. */
  function causes(view, release) {
    const step = view.quality.steps.find((one) => one.release === release);
    if (!step) {
      return null;
    }
    const names = step.datasets.map((name) => countywise.dataset(view.quality, name));
    const other = [
      step.definitions && t("revision.definitions"),
      names.length > 0 && t("revision.files", { datasets: names.join(t("comma")) }),
    ].filter(Boolean);
    return h(
      "p",
      { class: "ask", "data-definitions": String(step.definitions), "data-datasets": step.datasets.join(" ") },
      other.length ? t("revision.causes", { causes: other.join(t("semicolon")) }) : t("revision.engine"),
      " ",
      other.length > 0 && t("revision.split", { base: step.base, release }),
    );
  }

  /** What the release changed of the nation; regions say on their own pages what it changed of theirs. */
  function ofNation(view, release) {
    const { code } = view.index.nation;
    const changed = countywise.revisedValues(view, view.nation, release);
    return (
      changed.length > 0 && [
        h("h3", {}, t("revision.of", { name: view.index.name(code) })),
        countywise.revisionTable(`bridge-${release}`, view, code, changed),
        h("p", { class: "hint" }, t("revision.bridge")),
      ]
    );
  }

  function revisions(view) {
    const { revised, made } = view.quality;
    const releases = Object.keys(revised).sort().reverse();
    const note = made.base
      ? t("quality.revisedNote", { release: made.release, base: made.base })
      : t("quality.first", { release: made.release });
    if (!releases.length) {
      return countywise.section(
        "revisions",
        t("quality.revised"),
        h("p", {}, note),
        countywise.empty("county.nothingRevised"),
      );
    }
    return countywise.section(
      "revisions",
      t("quality.revised"),
      h("p", {}, note),
      releases.map((release) => {
        const by = Object.entries(revised[release]).sort(([, a], [, b]) => b - a);
        const all = by.reduce((sum, [, one]) => sum + one, 0);
        return h(
          "details",
          { class: "rule", "data-release": release, "data-count": all, open: release === made.release },
          h(
            "summary",
            {},
            h("b", {}, t("release"), " ", release),
            h("span", { class: "sum" }, t("quality.revisedCount", { count: exact(all), indicators: by.length })),
          ),
          causes(view, release),
          ofNation(view, release),
          countywise.table(
            `revised-${release}`,
            t("quality.revisedCaption"),
            [{ text: t("indicator") }, { text: t("quality.values"), number: true }],
            by.map(([id, one]) =>
              h(
                "tr",
                { "data-indicator": id },
                h(
                  "th",
                  { scope: "row" },
                  h("a", { href: countywise.address("indicator", { indicator: id }) }, view.index.title(id)),
                ),
                number(exact(one)),
              ),
            ),
          ),
        );
      }),
    );
  }

  function inputs(view) {
    const { made } = view.quality;
    const line = (key, value) => value && h("div", {}, h("dt", {}, t(key)), h("dd", {}, value));
    return countywise.section(
      "inputs",
      t("quality.inputs"),
      h(
        "div",
        { class: "definition" },
        h(
          "dl",
          {},
          line("release", made.release),
          line("quality.base", made.base),
          line("quality.months", view.quality.months.join(", ")),
          line("quality.families", made.families.map((name) => view.index.family(name)).join(t("comma"))),
          line("quality.engine", h("code", {}, made.engine)),
          line("quality.definitions", h("code", {}, made.definitions.slice(0, 12))),
          line("quality.withdrawn", made.withdrawn.join(", ")),
        ),
      ),
      countywise.table(
        "inputs-table",
        t("quality.inputsCaption"),
        [
          { text: t("dataset") },
          { text: t("quality.months") },
          { text: t("rows"), number: true },
          { text: t("quality.fingerprints"), sortable: false },
        ],
        view.quality.inputs.map((input) =>
          h(
            "tr",
            { "data-dataset": input.dataset },
            h("th", { scope: "row" }, countywise.dataset(view.quality, input.dataset), h("small", {}, input.dataset)),
            h(
              "td",
              {},
              input.months.filter(Boolean).length > 1
                ? `${input.months[0]} – ${input.months.at(-1)} (${input.months.length})`
                : input.months.join(""),
            ),
            number(exact(input.rows)),
            h(
              "td",
              {},
              h(
                "code",
                {},
                input.fingerprints
                  .slice(0, 3)
                  .map((print) => print.slice(0, 8))
                  .join(" "),
                input.fingerprints.length > 3 ? " …" : "",
              ),
            ),
          ),
        ),
      ),
    );
  }

  countywise.qualityReleases = { revisions, inputs };
})();
