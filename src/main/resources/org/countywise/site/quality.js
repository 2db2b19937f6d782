// Quality and releases: what was found, what has no number and why, what changed, what it was made of.
"use strict";

(() => {
  const { h, t } = countywise;
  const CODES = ["A", "P", "O", "M", "Q", "U", "B"];
  const WORST = 20;
  const GRAVITY = { blocker: 0, error: 1, warning: 2 };

  const exact = (number) => countywise.format.exact(number);
  const grouped = (list, key) => list.reduce((all, one) => all.set(key(one), [...(all.get(key(one)) || []), one]), new Map());
  const number = (content, more = {}) => h("td", { class: "number", ...more }, content);

  /** The rows of several findings; unknown where one of them is too small to be told. */
  const rows = (findings) => (findings.some((one) => one.rows === null) ? null : findings.reduce((sum, one) => sum + one.rows, 0));
  const told = (count) => (count === null ? t("someFew") : count === 0 ? "" : exact(count));
  const count = (findings) => findings.reduce((sum, one) => sum + one.findings, 0);
  const gravest = (findings) => findings.map((one) => one.severity).sort((a, b) => GRAVITY[a] - GRAVITY[b])[0];
  const sign = (severity) => h("span", { class: `severity ${severity}` }, t(`severity.${severity}`));

  function statusTotals(view) {
    const sums = Object.fromEntries(CODES.map((code) => [code, 0]));
    Object.values(view.quality.statuses).forEach((levels) => Object.entries(levels).filter(([level]) => level !== "part")
      .forEach(([, of]) => Object.entries(of).forEach(([code, rowCount]) => { sums[code] += rowCount; })));
    const all = Object.values(sums).reduce((a, b) => a + b, 0);
    return countywise.section("statuses", t("quality.statuses", { period: view.index.period }),
      countywise.table("status-table", t("quality.statusCaption"), [{ text: t("status") }, { text: t("quality.values"), number: true }, { text: t("quality.share"), number: true }],
        CODES.map((code) => h("tr", { "data-status": code, "data-value": sums[code] },
          h("th", { scope: "row" }, h("span", { class: "mark", "data-status": code }, code), " ", t(`status.${code}`)), number(exact(sums[code])), number(all ? `${countywise.format.value((100 * sums[code]) / all, "percent")} %` : "")))));
  }

  /** Counties with findings, errors before warnings. */
  function counties(view) {
    const units = [...grouped(view.quality.findings.filter((one) => one.unit), (one) => one.unit)].map(([unit, all]) => ({
      unit, all, errors: all.filter((one) => one.severity !== "warning"), warnings: all.filter((one) => one.severity === "warning") }))
      .sort((a, b) => count(b.errors) - count(a.errors) || count(b.warnings) - count(a.warnings) || a.unit.localeCompare(b.unit));
    if (!units.length) {
      return countywise.section("counties", t("quality.counties"), countywise.empty("quality.noCounty"));
    }
    const row = ({ unit, all, errors, warnings }) => h("tr", { "data-region": unit },
      h("th", { scope: "row" }, h("a", { href: countywise.address("county", { county: unit }) }, view.index.name(unit)), h("small", {}, unit)),
      number(count(errors) || ""), number(errors.length ? told(rows(errors)) : ""), number(count(warnings) || ""), number(warnings.length ? told(rows(warnings)) : ""),
      h("td", {}, [...new Set(all.map((one) => one.rule))].map((rule, i) => [i ? ", " : "", h("a", { href: `#rule-${rule}`, onclick: jump }, rule)])));
    const table = (id, list) => countywise.table(id, t("quality.countiesCaption"),
      [{ text: t("region") }, { text: t("quality.errors"), number: true }, { text: t("rows"), number: true }, { text: t("quality.warnings"), number: true }, { text: t("rows"), number: true }, { text: t("quality.rules"), sortable: false }], list.map(row));
    return countywise.section("counties", t("quality.counties"), table("counties-table", units.slice(0, WORST)),
      units.length > WORST && h("details", { class: "behind" }, h("summary", {}, t("quality.moreCounties", { count: units.length - WORST })), table("more-counties", units.slice(WORST))));
  }

  function jump(event) {
    event.preventDefault();
    const target = document.getElementById(event.target.getAttribute("href").slice(1));
    target.open = true;
    target.scrollIntoView({ behavior: "smooth" });
  }

  const dataset = (view, name) => (view.quality.datasets[name] ? countywise.either(view.quality.datasets[name]) : name);

  function rule(view, name, findings) {
    const kind = view.quality.kinds[name];
    const units = new Set(findings.map((one) => one.unit).filter(Boolean)).size;
    return h("details", { class: "rule", id: `rule-${name}`, "data-rule": name, "data-count": count(findings) },
      h("summary", {}, sign(gravest(findings)), " ", h("b", {}, kind ? countywise.either(kind.meaning) : name), " ", h("code", {}, name), h("span", { class: "sum" }, t("quality.found", { count: exact(count(findings)), units }))),
      kind && h("p", { class: "ask" }, h("b", {}, t("todo")), ": ", countywise.either(kind.remedy)),
      countywise.table(`rule-${name}-table`, t("quality.ruleCaption"), [{ text: t("region") }, { text: t("dataset") }, { text: t("month") }, { text: t("findings"), number: true }, { text: t("rows"), number: true }],
        findings.map((one) => h("tr", { "data-region": one.unit }, h("th", { scope: "row" }, one.unit ? h("a", { href: countywise.address("county", { county: one.unit }) }, view.index.name(one.unit)) : "–"),
          h("td", {}, dataset(view, one.dataset)), h("td", {}, one.period), number(one.findings), number(one.rows === null ? t("few") : told(one.rows), { "data-sort": one.rows ?? 1 })))));
  }

  function rules(view) {
    const all = [...grouped(view.quality.findings, (one) => one.rule)]
      .sort(([, a], [, b]) => GRAVITY[gravest(a)] - GRAVITY[gravest(b)] || count(b) - count(a));
    return countywise.section("rules", t("quality.byRule"), h("p", {}, t("quality.byRuleNote", { months: view.quality.months.join(t("comma")) })),
      all.length ? all.map(([name, findings]) => rule(view, name, findings)) : countywise.empty("quality.nothing"));
  }

  /** Indicators that lose most counties to suppression, or to anything else. */
  function losses(view) {
    const unit = view.index.unit;
    const lost = view.index.indicatorList.map(({ id }) => ({ id, of: view.quality.statuses[id]?.[unit] || {}, part: view.quality.statuses[id]?.part || {} }))
      .map((one) => ({ ...one, all: Object.values(one.of).reduce((a, b) => a + b, 0), parts: Object.values(one.part).reduce((a, b) => a + b, 0) }))
      .filter(({ of, part }) => CODES.slice(1).some((code) => of[code] || part[code]))
      .sort((a, b) => (b.of.Q ?? 0) / (b.all || 1) - (a.of.Q ?? 0) / (a.all || 1));
    if (!lost.length) {
      return countywise.section("losses", t("quality.losses"), countywise.empty("county.allNormal", { period: view.index.period }));
    }
    return countywise.section("losses", t("quality.losses"), h("p", {}, t("quality.lossesNote", { unit: countywise.level(unit) })),
      countywise.table("losses-table", t("quality.lossesCaption", { period: view.index.period }),
        [{ text: t("indicator") }, { text: t("quality.values"), number: true }, { text: "Q %", number: true }, ...CODES.slice(1).map((code) => ({ text: code, number: true, title: t(`status.${code}`) })), { text: t("quality.parts"), number: true }],
        lost.map(({ id, of, all, part, parts }) => h("tr", { "data-indicator": id },
          h("th", { scope: "row" }, h("a", { href: countywise.address("indicator", { indicator: id }) }, view.index.title(id))), number(all),
          number(all ? countywise.format.value((100 * (of.Q ?? 0)) / all, "percent") : "", { "data-sort": (of.Q ?? 0) / (all || 1) }),
          CODES.slice(1).map((code) => number(of[code] ?? "", { "data-status": code })), number(parts ? `${exact(part.Q ?? 0)} / ${exact(parts)}` : "", { "data-sort": part.Q ?? 0 })))));
  }

  function revisions(view) {
    const { revised, made } = view.quality;
    const releases = Object.keys(revised).sort().reverse();
    const note = made.base ? t("quality.revisedNote", { release: made.release, base: made.base }) : t("quality.first", { release: made.release });
    if (!releases.length) {
      return countywise.section("revisions", t("quality.revised"), h("p", {}, note), countywise.empty("county.nothingRevised"));
    }
    return countywise.section("revisions", t("quality.revised"), h("p", {}, note), releases.map((release) => {
      const by = Object.entries(revised[release]).sort(([, a], [, b]) => b - a);
      const all = by.reduce((sum, [, one]) => sum + one, 0);
      return h("details", { class: "rule", "data-release": release, "data-count": all, open: release === made.release },
        h("summary", {}, h("b", {}, t("release"), " ", release), h("span", { class: "sum" }, t("quality.revisedCount", { count: exact(all), indicators: by.length }))),
        countywise.table(`revised-${release}`, t("quality.revisedCaption"), [{ text: t("indicator") }, { text: t("quality.values"), number: true }],
          by.map(([id, one]) => h("tr", { "data-indicator": id }, h("th", { scope: "row" }, h("a", { href: countywise.address("indicator", { indicator: id }) }, view.index.title(id))), number(exact(one))))));
    }));
  }

  function inputs(view) {
    const { made } = view.quality;
    const line = (key, value) => value && h("div", {}, h("dt", {}, t(key)), h("dd", {}, value));
    return countywise.section("inputs", t("quality.inputs"), h("div", { class: "definition" }, h("dl", {},
      line("release", made.release), line("quality.base", made.base), line("quality.months", view.quality.months.join(", ")), line("quality.families", made.families.map((name) => view.index.family(name)).join(t("comma"))),
      line("quality.engine", h("code", {}, made.engine)), line("quality.definitions", h("code", {}, made.definitions.slice(0, 12))), line("quality.withdrawn", made.withdrawn.join(", ")))),
    countywise.table("inputs-table", t("quality.inputsCaption"), [{ text: t("dataset") }, { text: t("quality.months") }, { text: t("rows"), number: true }, { text: t("quality.fingerprints"), sortable: false }],
      view.quality.inputs.map((input) => h("tr", { "data-dataset": input.dataset }, h("th", { scope: "row" }, dataset(view, input.dataset), h("small", {}, input.dataset)),
        h("td", {}, input.months.filter(Boolean).length > 1 ? `${input.months[0]} – ${input.months.at(-1)} (${input.months.length})` : input.months.join("")), number(exact(input.rows)),
        h("td", {}, h("code", {}, input.fingerprints.slice(0, 3).map((print) => print.slice(0, 8)).join(" "), input.fingerprints.length > 3 ? " …" : ""))))));
  }

  countywise.page(async () => {
    const view = { index: await countywise.index(), quality: await countywise.load("quality") };
    const { findings } = view.quality;
    const tile = (key, value) => h("div", { class: "tile", "data-count": value }, h("span", { class: "caption" }, t(key)), h("span", { class: "value" }, h("span", { class: "number" }, exact(value))));
    return [h("header", { class: "head" }, h("p", { class: "eyebrow" }, t("release"), ` ${view.quality.made.release}`), h("h1", {}, t("page.quality")), h("p", {}, t("quality.intro")),
      h("div", { class: "headline" }, tile("quality.errors", count(findings.filter((one) => one.severity !== "warning"))), tile("quality.warnings", count(findings.filter((one) => one.severity === "warning"))),
        tile("quality.counties", new Set(findings.map((one) => one.unit).filter(Boolean)).size))),
    statusTotals(view), counties(view), rules(view), losses(view), revisions(view), inputs(view)];
  });
})();
