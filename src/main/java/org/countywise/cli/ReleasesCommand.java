package org.countywise.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.report.Manifest;
import org.countywise.store.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise releases}: which releases there are and what each was made of. */
@Command(
    name = "releases",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the releases of a warehouse, the newest last: what each speaks of, what it was made of",
      "and whether it can still be read with --release. A warehouse that was moved, copied or",
      "restored is made whole with --adopt."
    })
final class ReleasesCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);
  private static final int SHORT = 12;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--adopt",
      description = {
        "Lets the tables of a warehouse that was moved, copied or restored from a backup name their",
        "files where they lie now. No run may be writing to it."
      })
  private boolean adopt;

  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    List<Warehouse.Listed> releases;
    List<String> torn = List.of();
    try (Live live = output.live()) {
      live.at("warehouse", "opening");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      if (adopt) {
        live.at("warehouse", "adopting");
        torn = UsageException.refusing(() -> Warehouse.adopt(session));
      }
      Warehouse opened = Warehouse.open(session);
      UsageException.refusing(() -> opened.release(""));
      releases = opened.releases();
    }
    if (output.json()) {
      output.out().println(Json.of(releases.stream().map(ReleasesCommand::json).toList()));
    } else {
      if (adopt) {
        adopted(torn).forEach(output.out()::println);
      }
      lines(releases).forEach(output.out()::println);
    }
    return Exit.DONE;
  }

  private List<String> adopted(List<String> torn) {
    String whole = "The warehouse is whole at " + warehouse.folder() + ".";
    return torn.isEmpty()
        ? List.of(whole)
        : List.of(
            whole,
            String.join(", ", torn)
                + " was not wholly there and is taken back; run its months again to publish them.");
  }

  private static List<String> lines(List<Warehouse.Listed> releases) {
    Grid grid =
        new Grid(
                Grid.Edge.LEFT,
                Grid.Edge.LEFT,
                Grid.Edge.LEFT,
                Grid.Edge.LEFT,
                Grid.Edge.RIGHT,
                Grid.Edge.RIGHT,
                Grid.Edge.LEFT,
                Grid.Edge.LEFT)
            .head(
                "release",
                "published",
                "periods",
                "families",
                "rows",
                "findings",
                "definitions",
                "content");
    for (Warehouse.Listed listed : releases) {
      Manifest manifest = listed.manifest();
      grid.row(
          manifest.release(),
          listed.readable() ? MINUTE.format(Instant.ofEpochMilli(listed.published())) : "expired",
          span(manifest.periods()),
          manifest.families().size() > 2
              ? manifest.families().size() + " families"
              : String.join(", ", manifest.families()),
          Numbers.of(sum(manifest.statuses())),
          Numbers.of(sum(manifest.findings())),
          beginning(manifest.definitions()),
          beginning(manifest.content()));
    }
    List<String> lines = new ArrayList<>(grid.lines());
    releases.stream()
        .map(Warehouse.Listed::manifest)
        .filter(manifest -> !manifest.withdrawn().isEmpty())
        .map(m -> m.release() + " withdrew " + String.join(", ", m.withdrawn()))
        .forEach(lines::add);
    return lines;
  }

  private static String span(List<String> periods) {
    return periods.size() < 2
        ? String.join("", periods)
        : periods.get(0) + ".." + periods.get(periods.size() - 1);
  }

  private static String beginning(String hash) {
    return hash.substring(0, Math.min(SHORT, hash.length()));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Object> json(Warehouse.Listed listed) {
    Manifest manifest = listed.manifest();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("release", manifest.release());
    fields.put("base", manifest.base());
    fields.put("readable", listed.readable());
    fields.put(
        "published",
        listed.readable() ? Instant.ofEpochMilli(listed.published()).toString() : null);
    fields.put("periods", manifest.periods());
    fields.put("families", manifest.families());
    fields.put("engine", manifest.engine());
    fields.put("definitions", manifest.definitions());
    fields.put("delivery", manifest.delivery());
    fields.put("content", manifest.content());
    fields.put("rows", manifest.statuses());
    fields.put("findings", manifest.findings());
    fields.put("withdrawn", manifest.withdrawn());
    return fields;
  }
}
