package org.countywise.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.definition.Title;
import org.countywise.report.Manifest;

/**
 * What is known about the quality of a release.
 *
 * @param months those that the findings speak of
 * @param findings counts by rule, dataset, month and county
 * @param kinds what the rules mean
 * @param statuses rows of the month by indicator, level and status
 * @param revised revised rows by release and indicator
 * @param steps what these releases were made of that was otherwise before
 * @param datasets what they are called
 */
record QualityData(
    Made made,
    List<String> months,
    List<FindingCount> findings,
    Map<String, FindingKind> kinds,
    Map<String, Map<String, Map<String, Long>>> statuses,
    Map<String, Map<String, Long>> revised,
    List<ReleaseStep> steps,
    Map<String, Title> datasets,
    List<Input> inputs) {

  /** What the release was made of. */
  record Made(
      String release,
      String base,
      String engine,
      String definitions,
      List<String> families,
      List<String> withdrawn) {

    static Made of(Manifest manifest) {
      return new Made(
          manifest.release(),
          manifest.base(),
          manifest.engine(),
          manifest.definitions(),
          manifest.families(),
          manifest.withdrawn());
    }
  }

  /** What was read of a dataset. */
  record Input(String dataset, List<String> months, long rows, List<String> fingerprints) {}

  /** Datasets in the order of the manifest. */
  static List<Input> inputs(Manifest manifest) {
    Map<String, List<Manifest.Input>> read = new TreeMap<>();
    manifest
        .inputs()
        .forEach(of -> read.computeIfAbsent(of.dataset(), first -> new ArrayList<>()).add(of));
    List<Input> inputs = new ArrayList<>();
    read.forEach(
        (dataset, of) ->
            inputs.add(
                new Input(
                    dataset,
                    of.stream().map(Manifest.Input::period).distinct().sorted().toList(),
                    of.stream().mapToLong(Manifest.Input::rows).sum(),
                    of.stream().map(Manifest.Input::fingerprint).toList())));
    return inputs;
  }
}
