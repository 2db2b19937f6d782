package org.countywise.parse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countywise.definition.Benchmarks;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Claims;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Delivery;
import org.countywise.definition.Disclosure;
import org.countywise.definition.Family;
import org.countywise.definition.Layout;
import org.countywise.definition.Regions;
import org.countywise.report.Place;

/** Reads a jobs folder. */
public final class DefinitionReader {
  private static final String REGIONS = "regions";
  private static final String DELIVERY = "delivery";
  private static final String DISCLOSURE = "disclosure";
  private static final String BULLETIN = "bulletin";
  private static final String BENCHMARKS = "benchmarks";
  private static final String LAYOUT = "layout";
  private static final String CLAIMS = "claims";

  private final Folder folder;
  private final Report report = new Report();

  private DefinitionReader(Path jobs, Map<String, Path> instead) {
    folder = new Folder(jobs, instead, report);
  }

  /**
   * Everything the folder says, with every problem of its form.
   *
   * @param jobs the folder; places show it as it is given here
   */
  public static Parsed read(Path jobs) {
    return read(jobs, Map.of());
  }

  /**
   * The same, with other families than the folder's.
   *
   * @param instead files of families, by the names they would have in the folder
   */
  public static Parsed read(Path jobs, Map<String, Path> instead) {
    return new DefinitionReader(jobs, instead).parsed();
  }

  private Parsed parsed() {
    if (!Files.isDirectory(folder.path())) {
      report.problem(
          new Place(folder.path().toString(), 0),
          "is no folder; give the folder of definitions, which has regions.yaml, delivery.yaml,"
              + " datasets/ and families");
      return new Parsed(
          new Definitions(null, null, Map.of(), Map.of(), null, null, null, null, Map.of()),
          report.places(),
          report.problems());
    }
    Definitions definitions =
        new Definitions(
            single(REGIONS, Regions.class),
            single(DELIVERY, Delivery.class),
            named("datasets", Dataset.class, Dataset::dataset),
            named("", Family.class, Family::family),
            exists(DISCLOSURE) ? single(DISCLOSURE, Disclosure.class) : null,
            exists(BULLETIN) ? single(BULLETIN, Bulletin.class) : null,
            exists(BENCHMARKS) ? single(BENCHMARKS, Benchmarks.class) : null,
            exists(LAYOUT) ? single(LAYOUT, Layout.class) : null,
            claims());
    return new Parsed(definitions, report.places(), report.problems());
  }

  private <T extends Record> T single(String stem, Class<T> type) {
    String file = stem + ".yaml";
    if (!exists(stem)) {
      report.problem(
          new Place(folder.path().resolve(file).toString(), 0),
          "is missing; every jobs folder has one, see jobs/README.md");
      return null;
    }
    return folder.read(file, type).orElse(null);
  }

  private Map<String, Claims> claims() {
    Map<String, Claims> found = new LinkedHashMap<>();
    for (String stem : folder.stems(CLAIMS)) {
      folder
          .read(CLAIMS + "/" + stem + ".yaml", Claims.class)
          .ifPresent(claims -> found.put(stem, claims));
    }
    return java.util.Collections.unmodifiableMap(found);
  }

  private boolean exists(String stem) {
    return Files.exists(folder.path().resolve(stem + ".yaml"));
  }

  private <T extends Record> Map<String, T> named(
      String within, Class<T> type, Function<T, String> name) {
    Map<String, T> found = new LinkedHashMap<>();
    List<String> stems = new ArrayList<>(folder.stems(within));
    if (within.isEmpty()) {
      stems.removeAll(List.of(REGIONS, DELIVERY, DISCLOSURE, BULLETIN, BENCHMARKS, LAYOUT));
    }
    for (String stem : stems) {
      String file = (within.isEmpty() ? "" : within + "/") + stem + ".yaml";
      Optional<T> read = folder.read(file, type);
      read.ifPresent(record -> found.put(stem, record));
      read.map(name).filter(said -> !said.equals(stem)).ifPresent(said -> misnamed(file, said));
    }
    if (stems.isEmpty()) {
      String what = within.isEmpty() ? "has no family" : "has no file *.yaml";
      report.problem(
          new Place(folder.path().resolve(within).toString(), 0),
          what + "; add one, see jobs/README.md");
    }
    return java.util.Collections.unmodifiableMap(found);
  }

  private void misnamed(String file, String said) {
    String key = file.startsWith("datasets/") ? "dataset" : "family";
    report.problem(
        report.places().of(file + "#" + key),
        key + " '" + said + "' is not the name of its file; rename one of them");
  }
}
