package org.countywise.cli;

import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.countywise.release.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise alerts}: the list officers act on. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the alerts of the household watch that are open or wait for help, the worst first.",
      "Restricted: the list names households."
    })
final class AlertsCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Option(
      names = "--period",
      paramLabel = "YYYY-MM",
      required = true,
      converter = Periods.Month.class,
      description = "The month.")
  private YearMonth period;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      defaultValue = "",
      description = "Households in one region, such as a county or village.")
  private String region;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      defaultValue = "",
      description = "Alerts of one rule, such as low_income.")
  private String rule;

  @Option(names = "--all", description = "Alerts that were closed in the month too.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Most alerts on the terminal, 0 for all; default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--sweep",
      paramLabel = "RULE",
      description = "Instead: how many households a rule would find at other thresholds.")
  private String sweep;

  @Mixin private AlertFiles files;

  @Option(
      names = "--pseudonyms",
      description = {
        "Puts a pseudonym in the place of each household: the same in every list made with the key",
        "in the environment variable " + Pseudonyms.VARIABLE + "."
      })
  private boolean pseudonyms;

  @Override
  public Integer call() {
    if (sweep != null && !region.isEmpty()) {
      throw new UsageException(
          "--sweep counts households of all regions; leave --region '" + region + "' out");
    }
    if (sweep != null) {
      print(sweeps());
      return Exit.DONE;
    }
    files.refuse(pseudonyms);
    list();
    return Exit.DONE;
  }

  private void list() {
    UnaryOperator<AlertList> named =
        pseudonyms ? hiding(Pseudonyms.of(System.getenv())) : UnaryOperator.identity();
    AlertList list;
    AlertFiles.Written written;
    try (ProgressLine progressLine = output.progressLine()) {
      AlertLedger ledger = ledger(progressLine);
      list = named.apply(alerts(ledger));
      written = files.wanted() ? files.write(ledger, list) : null;
    }
    if (written == null) {
      print(list);
    } else {
      print(written);
    }
  }

  private static UnaryOperator<AlertList> hiding(Pseudonyms keyed) {
    return list -> list.under(keyed);
  }

  private AlertLedger ledger(ProgressLine progressLine) {
    progressLine.report("warehouse", "opening");
    var session = Spark.open(conf.spark(), warehouse.folder());
    AlertLedger ledger = AlertLedger.of(Warehouse.open(session), period.toString());
    progressLine.report("alerts", "reading");
    return ledger;
  }

  private AlertList alerts(AlertLedger ledger) {
    return ledger.alerts(region, rule, all ? AlertLedger.Reach.ALL : AlertLedger.Reach.DUE);
  }

  private Map<String, Long> sweeps() {
    try (ProgressLine progressLine = output.progressLine()) {
      return ledger(progressLine).sweep(sweep);
    }
  }

  /** Households that a rule finds, by percent of its threshold. */
  public record Sweep(String period, String rule, Map<String, Long> households) {}

  private void print(Map<String, Long> households) {
    if (output.json()) {
      output.out().println(Json.of(Map.of("rule", sweep, "households", households)));
    } else {
      TerminalText.lines("alert-sweep", new Sweep(period.toString(), sweep, households))
          .forEach(output.out()::println);
    }
  }

  private void print(AlertList list) {
    if (output.json()) {
      output.out().println(Json.of(list.json()));
    } else {
      list.lines(limit).forEach(output.out()::println);
    }
  }

  private void print(AlertFiles.Written written) {
    if (output.json()) {
      output.out().println(Json.of(written));
    } else {
      TerminalText.lines("alert-files", written).forEach(output.out()::println);
    }
  }
}
