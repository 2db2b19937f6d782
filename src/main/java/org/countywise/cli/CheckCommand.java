package org.countywise.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise check}: definitions and their worked examples. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks the definitions and runs their worked examples; needs no data.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private JobsOption jobs;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Option(names = "--no-examples", description = "Leave out the worked examples: quicker.")
  private boolean withoutExamples;

  @Option(
      names = "--watch",
      description = {
        "Checks again whenever a file is saved, and computes the examples that it touches, until",
        "Ctrl-C is pressed."
      })
  private boolean watch;

  private SparkSession session;

  @Override
  public Integer call() {
    return watch ? watch() : checkOnce();
  }

  private int watch() {
    CheckWatch.endOnInterrupt();
    new CheckWatch(jobs, output, withoutExamples ? null : this::session).run();
    return Exit.DONE;
  }

  private int checkOnce() {
    JobsOption.Read read = jobs.read();
    List<String> problems =
        new ArrayList<>(read.problems().stream().map(Object::toString).toList());
    boolean examples = problems.isEmpty() && !withoutExamples;
    if (examples) {
      try (ProgressLine progressLine = output.progressLine()) {
        progressLine.report("examples", "running");
        WorkedExamples worked = new WorkedExamples(jobs.folder(), read.compilation());
        problems.addAll(worked.run(session(), worked.families()).differences());
      }
    }
    report(read, problems, examples ? "all right" : "all right, examples not run");
    return problems.isEmpty() ? Exit.DONE : Exit.USAGE;
  }

  /** One session, opened when it is first needed and kept. */
  private SparkSession session() {
    if (session == null) {
      session = Spark.open(conf.spark());
    }
    return session;
  }

  private void report(JobsOption.Read read, List<String> problems, String verdict) {
    List<String> warnings = read.warnings().stream().map(Object::toString).toList();
    PrintWriter out = output.out();
    if (output.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("ok", problems.isEmpty());
      object.put("problems", problems);
      object.put("warnings", warnings);
      out.println(Json.of(object));
    } else if (problems.isEmpty()) {
      warnings.forEach(warning -> out.println("warning: " + warning));
      out.println(counts(read.definitions()) + ": " + verdict);
    } else {
      problems.forEach(out::println);
      out.println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
    }
  }

  private static String counts(Definitions definitions) {
    int indicators = 0;
    int examples = 0;
    for (Family family : definitions.families().values()) {
      indicators += family.indicators().size();
      examples += family.examples().size();
    }
    return "%d datasets, %d indicators, %d examples"
        .formatted(definitions.datasets().size(), indicators, examples);
  }
}
