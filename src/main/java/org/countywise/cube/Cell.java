package org.countywise.cube;

/**
 * A measure of a month in a region.
 *
 * @param region the lowest region the rows were located in, in that month
 * @param dimension name of the breakdown, empty for the total
 * @param breakdown {@code name=value}, empty for the total
 */
public record Cell(
    String measure, String month, String region, String dimension, String breakdown, Sum sum) {}
