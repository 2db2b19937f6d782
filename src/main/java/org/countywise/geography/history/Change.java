package org.countywise.geography.history;

import java.time.LocalDate;

/**
 * Territory of one code became that of another.
 *
 * @param on first day of the new state
 */
public record Change(String from, String to, LocalDate on, String kind) {}
