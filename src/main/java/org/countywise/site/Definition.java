package org.countywise.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.definition.Family;

/** The definition of an indicator in words, with its examples. */
record Definition(PublishedIndicator.Words words, List<WorkedExample> examples) {

  /** Definitions by indicator. */
  static Map<String, Definition> of(
      List<PublishedIndicator> indicators, Map<String, Family> families) {
    Map<String, Definition> all = new TreeMap<>();
    for (PublishedIndicator indicator : indicators) {
      Family family = families.get(indicator.family());
      all.put(
          indicator.id(),
          new Definition(
              indicator.words(),
              family == null ? List.of() : WorkedExample.of(family, indicator.id())));
    }
    return all;
  }
}
