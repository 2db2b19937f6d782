package org.countywise.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.run.Examples;
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

  @Override
  public Integer call() {
    JobsOption.Read read = jobs.read();
    List<String> problems =
        new ArrayList<>(read.problems().stream().map(Object::toString).toList());
    boolean examples = problems.isEmpty() && !withoutExamples;
    if (examples) {
      try (ProgressLine progressLine = output.progressLine()) {
        progressLine.report("examples", "running");
        problems.addAll(differences(read.definitions()));
      }
    }
    report(read, problems, examples ? "all right" : "all right, examples not run");
    return problems.isEmpty() ? Exit.DONE : Exit.USAGE;
  }

  /** A line per expectation of an example that was not met. */
  private List<String> differences(Definitions definitions) {
    List<String> lines = new ArrayList<>();
    for (Examples.Result result : new Examples(Spark.open(conf.spark()), definitions).run()) {
      result
          .differences()
          .forEach(
              difference ->
                  lines.add(
                      jobs.folder().resolve(result.family() + ".yaml")
                          + ": example '"
                          + result.title()
                          + "': "
                          + difference));
    }
    return lines;
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
