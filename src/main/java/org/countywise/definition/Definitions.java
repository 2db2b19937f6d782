package org.countywise.definition;

import java.util.Map;

/**
 * Everything a jobs folder says.
 *
 * @param regions the region scheme, {@code regions.yaml}
 * @param delivery how presence is known and which limits hold, {@code delivery.yaml}
 * @param datasets input datasets by name, {@code datasets/*.yaml}
 * @param families families of indicators by name, every other {@code *.yaml}
 * @param disclosure what is too small to be published, {@code disclosure.yaml}; null where all is
 *     shown
 * @param bulletin the bulletin of a run, {@code bulletin.yaml}; null where there is none
 * @param benchmarks what readers hold values against, {@code benchmarks.yaml}; null where there is
 *     none
 * @param layout what the pages of the report show first, {@code layout.yaml}; null where nobody has
 *     said
 * @param claims statements to be checked by name, {@code claims/*.yaml}
 */
public record Definitions(
    Regions regions,
    Delivery delivery,
    Map<String, Dataset> datasets,
    Map<String, Family> families,
    Disclosure disclosure,
    Bulletin bulletin,
    Benchmarks benchmarks,
    Layout layout,
    Map<String, Claims> claims) {}
