package org.countywise.site;

/**
 * A region that the site speaks of.
 *
 * @param zh name in the country's language, empty where unknown
 * @param en English name, empty where unknown
 * @param parent code of the region above, empty at the top and for groups
 */
public record PublishedRegion(String code, String level, String zh, String en, String parent) {}
