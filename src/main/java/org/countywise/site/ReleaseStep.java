package org.countywise.site;

import java.util.List;

/**
 * What a release was made of that was otherwise before, as manifests say it.
 *
 * @param base the release it builds on
 * @param definitions whether its definitions are others
 * @param datasets those of which it read other files, or files of the same months for the first
 *     time
 */
public record ReleaseStep(
    String release, String base, boolean definitions, List<String> datasets) {}
