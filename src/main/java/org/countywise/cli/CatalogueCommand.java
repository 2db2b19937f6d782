package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countywise.catalogue.Catalogue;
import org.countywise.definition.Definitions;
import org.countywise.report.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code countywise catalogue}: the definitions as pages for readers. */
@Command(
    name = "catalogue",
    mixinStandardHelpOptions = true,
    description = {
      "Writes every dataset, measure, indicator and rule of the definitions as Markdown, and",
      "what a run can find in data, in English and Chinese; needs no data."
    })
final class CatalogueCommand implements Callable<Integer> {
  @Mixin private JobsOption jobs;
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the pages go.")
  private Path out;

  @Override
  public Integer call() {
    Definitions definitions = jobs.faultless().definitions();
    for (Language language : Language.values()) {
      Path page = out.resolve(Catalogue.file(language));
      write(page, new Catalogue(definitions, language).markdown());
      spec.commandLine().getOut().println(page);
    }
    return Exit.DONE;
  }

  private static void write(Path page, String text) {
    try {
      Files.createDirectories(page.toAbsolutePath().getParent());
      Files.writeString(page, text);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write '" + page + "'; name a folder that can be written with --out", e);
    }
  }
}
