// Small lines of a value over the months: gaps where there is none, a sign where it is not normal.
"use strict";

(() => {
  const { svg } = countywise;
  const [WIDTH, HEIGHT, EDGE] = [150, 34, 4];

  function scale(lines) {
    const values = lines
      .flat()
      .filter((cell) => cell && cell.value !== null)
      .map((cell) => cell.value);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value) =>
      most === least ? HEIGHT / 2 : HEIGHT - EDGE - ((value - least) / (most - least)) * (HEIGHT - 2 * EDGE);
  }

  const across = (month, months) => (months < 2 ? WIDTH / 2 : EDGE + (month * (WIDTH - 2 * EDGE)) / (months - 1));

  /** The line, broken where a month has no value. */
  function path(cells, y) {
    let drawing = false;
    return cells
      .map((cell, month) => {
        if (!cell || cell.value === null) {
          drawing = false;
          return "";
        }
        const step = `${drawing ? "L" : "M"}${across(month, cells.length).toFixed(1)} ${y(cell.value).toFixed(1)}`;
        drawing = true;
        return step;
      })
      .join("");
  }

  function signs(cells, y, chosen) {
    return cells.map((cell, month) => {
      if (!cell) {
        return null;
      }
      const x = across(month, cells.length);
      if (cell.value === null) {
        return svg("path", { class: "gap", "data-status": cell.status, d: `M${x - 2.5} ${HEIGHT - 5}l5 5m0 -5l-5 5` });
      }
      const alone = !(cells[month - 1]?.value != null || cells[month + 1]?.value != null);
      return cell.status !== "A" || month === chosen || alone
        ? svg("circle", {
            class: month === chosen ? "now" : "sign",
            "data-status": cell.status,
            cx: x,
            cy: y(cell.value),
            r: month === chosen ? 3 : 2,
          })
        : null;
    });
  }

  /** The line of a series, with others beside it where they can be compared. */
  countywise.spark = (cells, chosen, label, beside = []) => {
    const y = scale([cells, ...beside.map(({ cells: others }) => others)]);
    return svg(
      "svg",
      {
        class: "spark",
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        width: WIDTH,
        height: HEIGHT,
        role: "img",
        "aria-label": label,
      },
      beside.map((other) => svg("path", { class: `beside ${other.kind}`, d: path(other.cells, y) })),
      svg("path", { class: "line", d: path(cells, y) }),
      signs(cells, y, chosen),
    );
  };
})();
