// How the values of an indicator spread over the regions.
"use strict";

(() => {
  const { h, t } = countywise;
  const CLASSES = 12;

  /** Counts of regions in classes of equal width, for the picture of the distribution. */
  function classes(values) {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const width = (most - least) / CLASSES || 1;
    const counts = Array.from({ length: most === least ? 1 : CLASSES }, (none, i) => ({
      from: least + i * width,
      to: most === least ? most : least + (i + 1) * width,
      count: 0,
    }));
    values.forEach((value) => {
      counts[Math.min(counts.length - 1, Math.floor((value - least) / width))].count += 1;
    });
    return counts;
  }

  function distribution(view) {
    const cells = countywise.ranked(view).map(({ cell }) => cell);
    const values = cells.filter((cell) => cell && cell.value !== null).map((cell) => cell.value);
    const without = cells.length - values.length;
    if (values.length < 2) {
      return countywise.section("distribution", t("indicator.distribution"), countywise.empty("indicator.tooFew"));
    }
    const counts = classes(values);
    const name = ({ from, to }) =>
      `${countywise.format.value(from, view.indicator.unit)} – ${countywise.format.measured(to, view.indicator.unit)}`;
    const sorted = [...values].sort((a, b) => a - b);
    const quantile = (share) =>
      countywise.format.measured(sorted[Math.round(share * (sorted.length - 1))], view.indicator.unit);
    return countywise.section(
      "distribution",
      t("indicator.distribution"),
      h(
        "p",
        {},
        t("indicator.spread", {
          count: values.length,
          least: quantile(0),
          quarter: quantile(0.25),
          half: quantile(0.5),
          three: quantile(0.75),
          most: quantile(1),
        }),
        without ? ` ${t("indicator.without", { count: without })}` : "",
      ),
      countywise.chart(
        "distribution-chart",
        t("indicator.distribution"),
        () => ({
          tooltip: {
            formatter: ({ dataIndex }) => `${name(counts[dataIndex])}<br><b>${counts[dataIndex].count}</b>`,
          },
          xAxis: countywise.axis({
            type: "category",
            data: counts.map(({ from }) => countywise.format.value(from, view.indicator.unit)),
            splitLine: { show: false },
          }),
          yAxis: countywise.axis({
            type: "value",
            minInterval: 1,
            name: t("indicator.regions"),
            nameTextStyle: { color: countywise.colour("soft"), align: "left" },
          }),
          series: [{ type: "bar", barCategoryGap: "8%", data: counts.map(({ count }) => count) }],
        }),
        countywise.behind(
          countywise.table(
            "distribution-table",
            t("indicator.distribution"),
            [{ text: t("value") }, { text: t("indicator.regions"), number: true }],
            counts.map((one) =>
              h("tr", {}, h("th", { scope: "row" }, name(one)), h("td", { class: "number" }, one.count)),
            ),
          ),
        ),
      ),
    );
  }

  countywise.distribution = distribution;
})();
