package org.countywise.store;

import java.util.List;

/**
 * What a release says.
 *
 * @param release its id
 * @param periods months it speaks of
 * @param indicators ids of the indicators it speaks of
 * @param manifest what it was made of, as JSON
 */
public record Publication(
    String release, List<String> periods, List<String> indicators, String manifest) {}
