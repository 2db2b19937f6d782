package org.countywise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countywise.cli.HealthCheck.State;
import org.countywise.definition.Definitions;
import org.countywise.release.Warehouse;
import org.countywise.release.WarehouseException;
import org.countywise.report.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise doctor}: what stands in the way of a run, before it starts. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at all that a run needs (Java, memory, disk, folders, settings, definitions, and the",
      "delivery and warehouse that are named) and says of each how it is and what to do."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final String SCRATCH = "spark.local.dir";

  @Mixin private JobsOption jobs;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Option(
      names = "--delivery",
      paramLabel = "FOLDER",
      description = "A delivery: what of it is there.")
  private String delivery;

  @Option(
      names = "--warehouse",
      paramLabel = "FOLDER",
      description = "A warehouse: whether it can be written, and is closed to others.")
  private String warehouse;

  @Override
  public Integer call() {
    Checkup checkup = new Checkup(checks());
    if (output.json()) {
      output.out().println(Json.of(checkup.told()));
    } else {
      checkup.lines().forEach(output.out()::println);
    }
    return checkup.errors() == 0 ? Exit.DONE : Exit.BLOCKED;
  }

  private List<HealthCheck> checks() {
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(MachineHealth.java(Runtime.version()));
    checks.add(MachineHealth.memory(MachineHealth.Memory.ofThisProcess()));
    checks.add(MachineHealth.locale(System.getProperty("sun.jnu.encoding", "")));
    String scratch = System.getProperty("java.io.tmpdir");
    try {
      scratch = conf.spark().getOrDefault(SCRATCH, scratch);
      checks.add(settings(State.OK, Map.of("wrong", "", "keep", conf.keep())));
    } catch (UsageException e) {
      checks.add(settings(State.ERROR, Map.of("wrong", e.getMessage())));
    }
    checks.add(FolderHealth.scratch(Path.of(scratch)));
    checks.add(HealthCheck.of("accelerator", State.OK, Map.of()));
    checks.addAll(definitionsAndDelivery());
    if (warehouse != null) {
      checks.addAll(warehouse(Folders.absolute(warehouse)));
    }
    return checks;
  }

  /** Whether the settings' catalog and the folder fit; if so, how the folder is. */
  private List<HealthCheck> warehouse(String folder) {
    List<HealthCheck> checks = new ArrayList<>();
    try {
      Map<String, String> settings = Warehouse.settings(folder, conf.spark());
      String kind = settings.get("spark.sql.catalog." + Warehouse.CATALOG + ".type");
      checks.add(HealthCheck.of("catalog", State.OK, Map.of("wrong", "", "kind", kind)));
    } catch (WarehouseException refused) {
      Map<String, ?> facts = Map.of("wrong", refused.getMessage(), "kind", "");
      return List.of(HealthCheck.of("catalog", State.ERROR, facts));
    } catch (UsageException reported) {
      // What is wrong with the settings is a check of its own.
    }
    checks.addAll(FolderHealth.warehouse(folder));
    return checks;
  }

  private static HealthCheck settings(State state, Map<String, ?> facts) {
    return HealthCheck.of("settings", state, facts);
  }

  /** The definitions say what a delivery consists of. */
  private List<HealthCheck> definitionsAndDelivery() {
    JobsOption.Read read;
    try {
      read = jobs.read();
    } catch (UsageException e) {
      return List.of(definitions(State.ERROR, Map.of("wrong", e.getMessage(), "problems", 1)));
    }
    List<Problem> problems = read.problems();
    if (!problems.isEmpty()) {
      Map<String, ?> facts =
          Map.of("wrong", problems.get(0).toString(), "problems", problems.size());
      return List.of(definitions(State.ERROR, facts));
    }
    List<HealthCheck> checks = new ArrayList<>(List.of(definitions(State.OK, counts(read))));
    if (delivery != null) {
      checks.addAll(DeliveryHealth.of(delivery, read.compilation().plan(List.of())));
    }
    return checks;
  }

  private static HealthCheck definitions(State state, Map<String, ?> facts) {
    return HealthCheck.of("definitions", state, facts);
  }

  private static Map<String, ?> counts(JobsOption.Read read) {
    Definitions definitions = read.definitions();
    return Map.of(
        "wrong", "",
        "datasets", definitions.datasets().size(),
        "families", definitions.families().size(),
        "indicators",
            definitions.families().values().stream().mapToInt(f -> f.indicators().size()).sum());
  }
}
