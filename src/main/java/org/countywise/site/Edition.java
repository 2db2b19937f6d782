package org.countywise.site;

import java.util.List;
import java.util.Map;
import org.countywise.definition.Title;
import org.countywise.report.Manifest;

/**
 * What a site speaks of.
 *
 * @param period the month it reports on, one of the months
 * @param periods its months, oldest first
 * @param families titles by name
 */
public record Edition(
    Manifest manifest,
    String period,
    List<String> periods,
    List<PublishedRegion> regions,
    List<PublishedIndicator> indicators,
    Map<String, Title> families) {}
