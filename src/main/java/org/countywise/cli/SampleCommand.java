package org.countywise.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countywise.sample.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise sample}: a delivery of synthetic people. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a complete clean delivery of synthetic people in the real 52 listed counties.",
      "The same settings give the same rows."
    })
final class SampleCommand implements Callable<Integer> {
  @Mixin private JobsOption jobs;
  @Mixin private OutputOptions output;

  @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where to.")
  private Path out;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "0.01",
      description = "1 is the true size, 2.5 million registered households; default: 0.01.")
  private double scale;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Another seed, other people; default: 1.")
  private long seed;

  @Option(
      names = "--from",
      paramLabel = "YYYY-MM",
      defaultValue = "2019-07",
      converter = Periods.Month.class,
      description = "First month; default: 2019-07.")
  private YearMonth from;

  @Option(
      names = "--to",
      paramLabel = "YYYY-MM",
      defaultValue = "2020-09",
      converter = Periods.Month.class,
      description = "Last month; default: 2020-09.")
  private YearMonth to;

  @Override
  public Integer call() {
    Sample.Settings settings =
        UsageException.refusing(() -> new Sample.Settings(scale, seed, from, to));
    long seconds;
    try (ProgressLine progressLine = output.progressLine()) {
      SampleDelivery.write(new Sample(settings, jobs.datasets()), out, progressLine);
      seconds = progressLine.seconds();
    }
    if (output.json()) {
      output.out().println(Json.of(json(seconds)));
    } else {
      output.out().println("Wrote a sample of %s to %s in %d s.".formatted(months(), out, seconds));
      output
          .out()
          .println(
              "Compute it:  countywise run --delivery %s --warehouse FOLDER --period %s"
                  .formatted(out, to));
    }
    return Exit.DONE;
  }

  private Periods months() {
    return new Periods(from, to);
  }

  private Map<String, Object> json(long seconds) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("delivery", out.toString());
    object.put("scale", scale);
    object.put("seed", seed);
    object.put("periods", months().names());
    object.put("seconds", seconds);
    return object;
  }
}
