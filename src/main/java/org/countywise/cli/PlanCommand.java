package org.countywise.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code countywise plan}: what a run would read, join, measure and derive. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Prints what a run reads, measures and derives; needs no data.")
final class PlanCommand implements Callable<Integer> {
  @Mixin private JobsOption jobs;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FAMILY", description = "Families of indicators; default: all.")
  private List<String> families = List.of();

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(Analysis.plan(jobs.faultless(), families));
    return Exit.DONE;
  }
}
