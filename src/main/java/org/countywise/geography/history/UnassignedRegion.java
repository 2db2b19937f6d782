package org.countywise.geography.history;

/**
 * A region that stays under its old code, because its territory was divided and nothing says where
 * a part of it lies.
 *
 * @param level of the old code
 * @param parent the lowest region that holds all of it
 */
public record UnassignedRegion(String code, String level, String parent) {}
