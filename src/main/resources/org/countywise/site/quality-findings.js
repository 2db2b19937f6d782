// What was found in the data, by county and by rule, and what to do.
"use strict";

(() => {
  const { h, t } = countywise;
  const exact = (number) => countywise.format.exact(number);
  const number = (content, more = {}) => h("td", { class: "number", ...more }, content);
  const WORST = 20;
  const GRAVITY = { blocker: 0, error: 1, warning: 2 };

  /** The order of size of the rows of several findings. */
  const rows = (findings) => Math.max(...findings.map((one) => one.rows));
  const count = (findings) => findings.reduce((sum, one) => sum + one.findings, 0);
  const gravest = (findings) => findings.map((one) => one.severity).sort((a, b) => GRAVITY[a] - GRAVITY[b])[0];

  /** Counties with findings, errors before warnings. */
  function counties(view) {
    const units = [
      ...countywise.grouped(
        view.quality.findings.filter((one) => one.unit),
        (one) => one.unit,
      ),
    ]
      .map(([unit, all]) => ({
        unit,
        all,
        errors: all.filter((one) => one.severity !== "warning"),
        warnings: all.filter((one) => one.severity === "warning"),
      }))
      .sort(
        (a, b) =>
          count(b.errors) - count(a.errors) || count(b.warnings) - count(a.warnings) || a.unit.localeCompare(b.unit),
      );
    if (!units.length) {
      return countywise.section("counties", t("quality.counties"), countywise.empty("quality.noCounty"));
    }
    const row = ({ unit, all, errors, warnings }) =>
      h(
        "tr",
        { "data-region": unit },
        h(
          "th",
          { scope: "row" },
          countywise.regionLink(view, unit),
          h("small", {}, unit),
        ),
        number(count(errors) || ""),
        number(errors.length ? countywise.size(rows(errors)) : ""),
        number(count(warnings) || ""),
        number(warnings.length ? countywise.size(rows(warnings)) : ""),
        h(
          "td",
          {},
          [...new Set(all.map((one) => one.rule))].map((rule, i) => [
            i ? ", " : "",
            h("a", { href: `#rule-${rule}`, onclick: jump }, rule),
          ]),
        ),
      );
    const table = (id, list) =>
      countywise.table(
        id,
        t("quality.countiesCaption"),
        [
          { text: t("region") },
          { text: t("quality.errors"), number: true },
          { text: t("quality.rowsMost"), number: true },
          { text: t("quality.warnings"), number: true },
          { text: t("quality.rowsMost"), number: true },
          { text: t("quality.rules"), sortable: false },
        ],
        list.map(row),
      );
    return countywise.section(
      "counties",
      t("quality.counties"),
      table("counties-table", units.slice(0, WORST)),
      units.length > WORST &&
        h(
          "details",
          { class: "behind" },
          h("summary", {}, t("quality.moreCounties", { count: units.length - WORST })),
          table("more-counties", units.slice(WORST)),
        ),
    );
  }

  function jump(event) {
    event.preventDefault();
    const target = document.getElementById(event.target.getAttribute("href").slice(1));
    target.open = true;
    target.scrollIntoView({ behavior: "smooth" });
  }

  function rule(view, name, findings) {
    const kind = view.quality.kinds[name];
    const units = new Set(findings.map((one) => one.unit).filter(Boolean)).size;
    return h(
      "details",
      { class: "rule", id: `rule-${name}`, "data-rule": name, "data-count": count(findings) },
      h(
        "summary",
        {},
        countywise.severity(gravest(findings)),
        " ",
        h("b", {}, kind ? countywise.either(kind.meaning) : name),
        " ",
        h("code", {}, name),
        h("span", { class: "sum" }, t("quality.found", { count: exact(count(findings)), units })),
      ),
      kind && h("p", { class: "ask" }, h("b", {}, t("todo")), ": ", countywise.either(kind.remedy)),
      countywise.table(
        `rule-${name}-table`,
        t("quality.ruleCaption"),
        [
          { text: t("region") },
          { text: t("dataset") },
          { text: t("month") },
          { text: t("findings"), number: true },
          { text: t("rows"), number: true },
        ],
        findings.map((one) =>
          h(
            "tr",
            { "data-region": one.unit },
            h(
              "th",
              { scope: "row" },
              one.unit
                ? countywise.regionLink(view, one.unit)
                : "–",
            ),
            h("td", {}, countywise.dataset(view.quality, one.dataset)),
            h("td", { class: "month" }, one.period),
            number(one.findings),
            number(countywise.size(one.rows), { "data-sort": one.rows }),
          ),
        ),
      ),
    );
  }

  function rules(view) {
    const all = [...countywise.grouped(view.quality.findings, (one) => one.rule)].sort(
      ([, a], [, b]) => GRAVITY[gravest(a)] - GRAVITY[gravest(b)] || count(b) - count(a),
    );
    return countywise.section(
      "rules",
      t("quality.byRule"),
      h(
        "p",
        {},
        t("quality.byRuleNote", { release: view.quality.made.release, months: view.quality.months.join(t("comma")) }),
      ),
      all.length ? all.map(([name, findings]) => rule(view, name, findings)) : countywise.empty("quality.nothing"),
    );
  }

  countywise.qualityFindings = { counties, rules, count };
})();
