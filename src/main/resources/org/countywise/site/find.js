// Finds a region by name or code, or an indicator, from every page.
"use strict";

(() => {
  const { h, t } = countywise;
  const MOST = 12;
  const input = document.getElementById("find");
  const list = document.getElementById("found");
  let hits = [];
  let active = -1;

  /** How well a text answers: it has all words, better at its beginning; 0 for not at all. */
  function fit(text, wanted) {
    const [said, words] = [text.toLowerCase(), wanted.split(/\s+/)];
    return words.every((word) => said.includes(word)) ? (said.startsWith(words[0]) ? 3 : 1) : 0;
  }

  const best = (texts, wanted) => Math.max(...texts.map((text) => fit(text, wanted)));

  function search(index, wanted) {
    const regions = index.regionList
      .filter(({ said }) => said)
      .map((region) => ({
        rank: best([region.code, region.zh, region.en], wanted) * 2 + (region.level === index.unit ? 1 : 0),
        found: best([region.code, region.zh, region.en], wanted) > 0,
        text: index.name(region.code),
        note: [region.code, countywise.language() === "zh" ? region.en : region.zh, countywise.level(region.level)]
          .filter(Boolean)
          .join(" · "),
        href: countywise.address("county", { county: region.code }),
        data: { "data-region": region.code },
      }));
    const indicators = index.indicatorList.map((indicator) => ({
      rank: best([indicator.id, indicator.zh, indicator.en], wanted) * 2,
      found: best([indicator.id, indicator.zh, indicator.en], wanted) > 0,
      text: index.title(indicator.id),
      note: `${indicator.id} · ${t("indicator")}`,
      href: countywise.address("indicator", { indicator: indicator.id }),
      data: { "data-indicator": indicator.id },
    }));
    return [...regions, ...indicators]
      .filter((hit) => hit.found)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, MOST);
  }

  function show() {
    list.replaceChildren(
      ...hits.map((hit, i) =>
        h(
          "li",
          { id: `found-${i}`, role: "option", "aria-selected": String(i === active), ...hit.data },
          h("a", { href: hit.href, tabindex: "-1", onclick: close }, h("b", {}, hit.text), h("small", {}, hit.note)),
        ),
      ),
    );
    if (!hits.length && input.value.trim()) {
      list.append(h("li", { class: "empty", role: "option", "aria-disabled": "true" }, t("find.nothing")));
    }
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.setAttribute("aria-activedescendant", active >= 0 ? `found-${active}` : "");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.value = "";
    hits = [];
    active = -1;
  }

  input.addEventListener("input", async () => {
    const wanted = input.value.trim().toLowerCase();
    active = -1;
    hits = wanted ? search(await countywise.index(), wanted) : [];
    show();
  });

  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      event.preventDefault();
      active = (active + step + hits.length) % hits.length;
      show();
    } else if (event.key === "Enter" && hits.length) {
      location.href = hits[Math.max(active, 0)].href;
      close();
    } else if (event.key === "Escape") {
      close();
    }
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest(".find")) {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
})();
