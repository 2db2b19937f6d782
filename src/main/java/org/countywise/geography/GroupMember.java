package org.countywise.geography;

/**
 * A unit that a group's dataset names.
 *
 * @param unit its code, of any day
 * @param group code of the group
 */
public record GroupMember(String unit, String group) {}
