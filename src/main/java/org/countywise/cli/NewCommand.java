package org.countywise.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code countywise new}: a file to begin with. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Writes a definition to begin with.",
    synopsisSubcommandLabel = "WHAT",
    subcommands = NewCommand.NewFamily.class)
final class NewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new UsageException(
        "nothing to write was named; known is "
            + String.join(", ", spec.subcommands().keySet())
            + ", as in 'countywise new family NAME'");
  }

  /** {@code countywise new family}: a family with one indicator, explained, and its example. */
  @Command(
      name = "family",
      mixinStandardHelpOptions = true,
      description = {
        "Writes a family of indicators to begin with: one measure, one indicator and an example that",
        "holds, each explained. Nothing else is changed."
      })
  static final class NewFamily implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @Mixin private JobsOption jobs;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Name of the family: land-use.")
    private String name;

    @Override
    public Integer call() {
      if (!NAME.matcher(name).matches()) {
        throw new UsageException(
            "illegal name '"
                + name
                + "'; a family is named in small letters and digits, words apart by '-', such as"
                + " land-use");
      }
      Definitions definitions = jobs.read().definitions();
      Path file = jobs.folder().resolve(name + ".yaml");
      taken(definitions, file).ifPresent(this::refuse);
      if (definitions.regions() == null || definitions.delivery() == null) {
        throw new UsageException(
            "the regions and deliveries of '"
                + jobs.folder()
                + "' cannot be read; 'countywise check' says why");
      }
      boolean schema = Files.exists(jobs.folder().resolve("schema/family.schema.json"));
      write(file, FamilyTemplate.of(name, definitions, schema).text());
      spec.commandLine().getOut().println(file);
      return Exit.DONE;
    }

    private void refuse(String by) {
      throw new UsageException("cannot write a family '" + name + "': " + by + "; choose another");
    }

    /** What has the name, or the name of its indicator, already. */
    private Optional<String> taken(Definitions definitions, Path file) {
      String measure = FamilyTemplate.measure(name);
      if (Files.exists(file)) {
        return Optional.of(file + " exists");
      }
      return definitions.families().values().stream()
          .filter(of -> of.indicators().containsKey(measure) || of.measures().containsKey(measure))
          .map(Family::family)
          .findFirst()
          .map(family -> "the family '" + family + "' has '" + measure + "'");
    }

    private static void write(Path file, String text) {
      try {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        throw new UsageException(file + " exists; choose another name");
      } catch (IOException e) {
        throw new UsageException(
            "cannot write '"
                + file
                + "' ("
                + e.getClass().getSimpleName()
                + "); name a folder of definitions that you may write to with --jobs");
      }
    }
  }
}
