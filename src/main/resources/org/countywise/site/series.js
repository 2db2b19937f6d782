// Values as they were published: a series is one indicator, region and breakdown over the months.
"use strict";

(() => {
  const ABSENT = ".";

  class Series {
    constructor(written) {
      Object.assign(this, written);
      this.by = written.by || "";
    }

    /** The value of a month with its parts and status; null where nothing is published. */
    at(month) {
      if (month < 0 || !this.s || this.s[month] === undefined || this.s[month] === ABSENT) {
        return null;
      }
      return {
        status: this.s[month],
        value: this.v[month],
        numerator: this.n ? this.n[month] : this.v[month],
        denominator: this.d ? this.d[month] : null,
      };
    }

    /** All months. */
    cells() {
      return Array.from(this.s, (status, month) => this.at(month));
    }
  }

  countywise.series = (list) => (list || []).map((written) => new Series(written));

  /** The values of a region: found by indicator and breakdown. */
  class RegionValues {
    constructor(code, list) {
      this.code = code;
      this.all = countywise.series(list);
      this.byName = new Map(this.all.map((series) => [`${series.of} ${series.by}`, series]));
    }

    find(indicator, by = "") {
      return this.byName.get(`${indicator} ${by}`) || null;
    }

    at(indicator, month, by = "") {
      return this.find(indicator, by)?.at(month) ?? null;
    }

    /** The breakdowns of an indicator in one dimension. */
    parts(indicator, dimension) {
      return this.all.filter((series) => series.of === indicator && series.by.startsWith(`${dimension}=`));
    }
  }

  countywise.regionValues = async (code) => {
    const said = (await countywise.index()).region(code)?.said;
    return new RegionValues(code, said ? await countywise.load(`region/${countywise.fileName(code)}`) : []);
  };

  /** The series of an indicator, or of one of its breakdowns, by region; none where none is published. */
  countywise.indicatorValues = async (indicator, by = "") => {
    const index = await countywise.index();
    const known = by ? (index.breakdowns[indicator] || []).includes(by) : index.indicator(indicator)?.total;
    const file = `indicator/${countywise.fileName(indicator)}${by ? `.${countywise.fileName(by)}` : ""}`;
    return new Map(countywise.series(known ? await countywise.load(file) : []).map((series) => [series.of, series]));
  };

  /** What all pages know, made easy to ask. */
  class Index {
    constructor(written) {
      Object.assign(this, written);
      const { code, level, zh, en, parent, said } = written.regions;
      this.regionList = code.map((one, i) => ({
        code: one,
        level: level[i],
        zh: zh[i],
        en: en[i],
        parent: parent[i],
        said: said[i],
      }));
      this.regionByCode = new Map(this.regionList.map((region) => [region.code, region]));
      const of = written.indicators;
      this.indicatorList = of.id.map((id, i) => ({
        id,
        en: of.en[i],
        zh: of.zh[i],
        unit: of.unit[i],
        family: of.family[i],
        total: of.total[i],
      }));
      this.indicatorById = new Map(this.indicatorList.map((indicator) => [indicator.id, indicator]));
      this.nation = this.regionList.find((region) => region.level === "nation") || this.regionList[0];
      this.group = this.regionList.find((region) => region.level === "group") || null;
      this.units = this.regionList.filter((region) => region.said && region.level === this.unit);
    }

    region(code) {
      return this.regionByCode.get(code) || null;
    }

    indicator(id) {
      return this.indicatorById.get(id) || null;
    }

    name(code) {
      const region = this.region(code);
      return region ? countywise.either(region) || code : code;
    }

    title(id) {
      const indicator = this.indicator(id);
      return indicator ? countywise.either(indicator) || id : id;
    }

    family(name) {
      return this.families[name] ? countywise.either(this.families[name]) : name;
    }

    /** The regions a region lies in, the nearest first, the nation left out. */
    above(code) {
      const above = [];
      let region = this.region(this.region(code)?.parent);
      while (region && region.level !== "nation" && above.length < 9) {
        above.push(region);
        region = this.region(region.parent);
      }
      return above;
    }

    /** The largest region below the nation that a region lies in. */
    province(code) {
      return this.above(code).at(-1) || null;
    }

    month(period) {
      return this.periods.indexOf(period);
    }

    /** The breakdowns of an indicator, by what they divide by. */
    dimensions(indicator) {
      const dimensions = new Map();
      (this.breakdowns[indicator] || []).forEach((by) => {
        const name = by.slice(0, by.indexOf("="));
        dimensions.set(name, [...(dimensions.get(name) || []), by]);
      });
      return dimensions;
    }
  }

  let index;
  countywise.index = async () => (index ??= new Index(await countywise.load("index")));
})();
