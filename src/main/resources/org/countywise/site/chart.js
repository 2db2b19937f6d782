// Charts, drawn by ECharts, which only pages with a chart load.
"use strict";

(() => {
  const { h } = countywise;
  const drawn = new Set();

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  /** Colours of lines that can be told apart, in light and dark and without red against green. */
  countywise.palette = () => [1, 2, 3, 4, 5, 6, 7, 8].map((i) => colour(`line-${i}`));
  countywise.colour = colour;

  /** What all charts have in common. */
  const base = () => ({
    animation: false,
    color: countywise.palette(),
    textStyle: { color: colour("ink"), fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 12, right: 44, top: 44, bottom: 12, containLabel: true },
    tooltip: { confine: true, backgroundColor: colour("paper"), borderColor: colour("rule"), textStyle: { color: colour("ink"), fontSize: 13 } },
    legend: { type: "scroll", top: 4, left: 0, textStyle: { color: colour("ink") }, inactiveColor: colour("faint"), pageTextStyle: { color: colour("ink") } },
  });

  /** An axis that keeps in the background. */
  countywise.axis = (more) => ({
    axisLine: { lineStyle: { color: colour("rule") } },
    axisTick: { show: false },
    axisLabel: { color: colour("soft"), hideOverlap: true },
    splitLine: { lineStyle: { color: colour("hair") } },
    ...more,
  });

  async function draw(box, option) {
    await countywise.script("assets/echarts.min.js");
    if (!box.isConnected) {
      return;
    }
    const chart = echarts.init(box, null, { renderer: "svg" });
    chart.setOption({ ...base(), ...option() });
    drawn.add(chart);
    box.dataset.drawn = "true";
    box.dispatchEvent(new CustomEvent("drawn", { detail: chart }));
  }

  /** A chart: drawn once it is in the page; what it shows is in the table behind it too. */
  countywise.chart = (id, label, option, behind, height = 320) => {
    const box = h("div", { class: "chart", id, role: "img", "aria-label": label, style: `height:${height}px` });
    requestAnimationFrame(() => draw(box, option));
    return h("figure", {}, box, behind);
  };

  /** Forgets the charts of a page that is drawn anew. */
  countywise.forgetCharts = () => {
    drawn.forEach((chart) => chart.dispose());
    drawn.clear();
  };

  addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
  addEventListener("beforeprint", () => drawn.forEach((chart) => chart.resize({ width: 640 })));
  addEventListener("afterprint", () => drawn.forEach((chart) => chart.resize({ width: "auto" })));
})();
