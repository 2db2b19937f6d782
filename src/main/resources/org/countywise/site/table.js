// Tables that are sorted by a click on a heading.
"use strict";

(() => {
  const { h } = countywise;
  const SHOWN = 60;
  const rest = new WeakMap();

  /** Puts the rows into a long table that it began without. */
  function complete(table) {
    table.tBodies[0].append(...(rest.get(table) || []));
    rest.delete(table);
    table.parentNode.querySelector(".more")?.remove();
  }

  /** What a cell is sorted by: numbers before texts, nothing last in either direction. */
  function compare(one, other, down) {
    const [a, b] = [one.dataset.sort ?? one.textContent, other.dataset.sort ?? other.textContent];
    const [empty, otherEmpty] = [a === "", b === ""];
    if (empty || otherEmpty) {
      return Number(empty) - Number(otherEmpty);
    }
    const [x, y] = [Number(a), Number(b)];
    const order = Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, countywise.language()) : x - y;
    return down ? -order : order;
  }

  function sort(heading) {
    const table = heading.closest("table");
    complete(table);
    const down = heading.getAttribute("aria-sort") !== "descending";
    table.querySelectorAll("thead th").forEach((th) => th.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const column = [...heading.parentNode.children].indexOf(heading);
    const body = table.tBodies[0];
    body.append(...[...body.rows].sort((a, b) => compare(a.cells[column], b.cells[column], down)));
  }

  /** A heading: text, and whether numbers stand below. */
  function heading({ text, number, sortable = true, title }) {
    const th = h("th", { scope: "col", class: number ? "number" : null, title });
    if (!sortable) {
      th.append(text);
      return th;
    }
    th.append(h("button", { type: "button", onclick: () => sort(th) }, text));
    return th;
  }

  /** A table in a box that scrolls by itself on a small screen; a long one shows its first rows. */
  countywise.table = (id, caption, heads, rows) => {
    const table = h(
      "table",
      { id },
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, heads.map(heading))),
      h("tbody", {}, rows.slice(0, SHOWN)),
    );
    const more =
      rows.length > SHOWN &&
      h(
        "button",
        { type: "button", class: "more", onclick: () => complete(table) },
        countywise.t("more", { count: rows.length - SHOWN }),
      );
    rest.set(table, rows.slice(SHOWN));
    return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, table, more);
  };

  /** A cell with a value; it is sorted by the number. */
  countywise.numberCell = (cell, unit, more = {}) =>
    h(
      "td",
      {
        class: "number",
        "data-sort": cell?.value ?? "",
        "data-value": cell?.value,
        "data-status": cell?.status,
        ...more,
      },
      countywise.value(cell, unit),
    );

  /** A cell with an exact part. */
  countywise.exactCell = (number) =>
    h("td", { class: "number part", "data-sort": number ?? "", "data-value": number }, countywise.format.exact(number));

  /** The table behind a chart, folded. */
  countywise.behind = (...content) =>
    h("details", { class: "behind" }, h("summary", {}, countywise.t("behind")), ...content);
})();
