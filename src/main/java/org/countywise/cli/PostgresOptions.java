package org.countywise.cli;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countywise.sink.postgres.Server;
import picocli.CommandLine.Option;

/** Which database an export goes to, and as whom. */
final class PostgresOptions {
  static final String FORMAT = "postgres";

  private static final String USER = "COUNTYWISE_POSTGRES_USER";
  private static final String PASSWORD = "COUNTYWISE_POSTGRES_PASSWORD";
  private static final Pattern NAME = Pattern.compile("(?!pg_)[a-z_][a-z0-9_]{0,49}");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "For postgres: jdbc:postgresql://HOST:PORT/DATABASE. The password is read from the",
        "environment variable " + PASSWORD + "."
      })
  private String url;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "For postgres: who writes; default: that of the URL, or of " + USER + ".")
  private String user;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "For postgres: the schema that shows the release; default: countywise.")
  private String schema;

  @Option(
      names = "--reader",
      paramLabel = "ROLE",
      description =
          "For postgres: the role that may only read; default: the schema's name with _reader.")
  private String reader;

  /** Whether a format is this one. */
  boolean asked(String format) {
    return FORMAT.equalsIgnoreCase(format);
  }

  /**
   * Where it goes to.
   *
   * @throws UsageException when no such address, user or name can be
   */
  PostgresExport export(Map<String, String> environment) {
    if (url == null) {
      throw new UsageException(
          "--format postgres has no --url; write --url jdbc:postgresql://HOST:PORT/DATABASE");
    }
    Optional<String> password = given(environment.get(PASSWORD));
    Optional<String> known = urlNamesUser() ? Optional.empty() : given(environment.get(USER));
    Server.Login login = new Server.Login(given(user).or(() -> known), password);
    Server server = UsageException.refusing(() -> Server.of(url, login));
    String shown = name("--schema", given(schema).orElse("countywise"));
    return new PostgresExport(
        server, shown, name("--reader", given(reader).orElse(shown + "_reader")));
  }

  private boolean urlNamesUser() {
    return url.matches(".*[?&]user=.*");
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(Predicate.not(String::isBlank));
  }

  private static String name(String option, String name) {
    if (!NAME.matcher(name).matches() || name.equals("information_schema")) {
      throw new UsageException(
          option
              + " '"
              + name
              + "' is no name for it; take up to 50 small letters, digits and _, a letter first, and not pg_");
    }
    return name;
  }

  /**
   * Refuses what only files have.
   *
   * @throws UsageException when it is there
   */
  void refuseFiles(String out, boolean reader, boolean restricted) {
    if (out != null) {
      throw new UsageException(
          "--out '" + out + "' is for files; --format postgres writes to --url, leave --out out");
    }
    if (reader) {
      throw new UsageException("--for is for CSV; leave it out of --format postgres");
    }
    if (restricted) {
      throw new UsageException(
          "--restricted is for files that stay with their owner; a database gets published rows only");
    }
  }

  /**
   * Refuses what only a database has, and files without a place.
   *
   * @throws UsageException when it is so
   */
  void refuseFor(String format, String out) {
    if (Stream.of(url, user, schema, reader).anyMatch(Objects::nonNull)) {
      throw new UsageException(
          "--url, --user, --schema and --reader are for --format postgres; --format "
              + format
              + " writes to --out");
    }
    if (out == null) {
      throw new UsageException("--format " + format + " has no --out; write --out FOLDER");
    }
  }
}
