package org.countywise.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countywise.claim.Judge;
import org.countywise.compile.Compilation;
import org.countywise.definition.Claims;
import org.countywise.parse.ClaimsReader;
import org.countywise.release.Warehouse;
import org.countywise.report.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code countywise claims}: statements that others made, answered by published figures. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description = {
      "Checks statements against published figures, in exact arithmetic: confirmed, differs,",
      "wrong base, wrong population, or cannot be checked. jobs/claims has examples."
    })
final class ClaimsCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private ReleaseOption release;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;
  @Mixin private CsvOption csv;

  @Parameters(paramLabel = "FILE", description = "YAML with the statements.")
  private Path file;

  @Override
  public Integer call() {
    boolean toFile = csv.file() != null;
    Answers answers = answers(faultless());
    if (toFile) {
      csv.write(Answers.COLUMNS, answers.told().rows());
      output.out().println(Numbers.of(answers.told().rows().size()) + " answers in " + csv.file());
    } else if (output.json()) {
      output.out().println(Json.of(answers.told()));
    } else {
      answers.lines().forEach(output.out()::println);
    }
    return Exit.DONE;
  }

  private Answers answers(Claims claims) {
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      ReleaseReader published =
          ReleaseReader.of(
              Warehouse.open(Spark.open(conf.spark(), warehouse.folder())), release.id());
      progressLine.report("values", "reading");
      PublishedCells cells = PublishedCells.read(published, claims);
      return new Answers(claims, published.name(), new Judge(cells, claims).answers());
    }
  }

  private Claims faultless() {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "no statements at '" + file + "': the file does not exist; jobs/claims has examples");
    }
    ClaimsReader.Read read = ClaimsReader.read(file);
    List<Problem> problems = new ArrayList<>(read.problems());
    if (problems.isEmpty()) {
      read.claims()
          .ifPresent(
              claims -> problems.addAll(Compilation.problems(claims, read.root(), read.places())));
    }
    if (!problems.isEmpty()) {
      throw new UsageException("the statements have problems\n" + JobsOption.lines(problems));
    }
    return read.claims().orElseThrow();
  }
}
