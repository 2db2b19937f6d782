package org.countywise.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countywise.Folders;

/**
 * A PostgreSQL server of a test, from the binaries that are installed: in a folder of its own, on a
 * free port of the loopback interface. Everybody needs the password {@link #PASSWORD}, but for
 * those who come over its socket.
 */
public final class LocalPostgres implements AutoCloseable {
  /** Who owns the server. */
  public static final String OWNER = "owner";

  /** The password of everybody, as the build puts it into the environment of tests. */
  public static final String PASSWORD = System.getenv("COUNTYWISE_POSTGRES_PASSWORD");

  private static final String DATABASE = "stats";
  private static final int PATIENCE_SECONDS = 60;

  private final Path binaries;
  private final Path folder;
  private final int port;
  private final Optional<String> user;

  private LocalPostgres(Path binaries, Path folder, int port, Optional<String> user) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
    this.user = user;
  }

  /** Starts a server, or skips the test where none is installed. */
  public static LocalPostgres start() {
    Optional<Path> binaries = binaries();
    assumeTrue(
        binaries.isPresent(),
        "no PostgreSQL is installed: initdb, pg_ctl, postgres and psql are together neither in a folder of PATH nor in /usr/lib/postgresql/*/bin");
    assertThat(PASSWORD).as("COUNTYWISE_POSTGRES_PASSWORD, which the build sets").isNotBlank();
    try {
      Path folder = Files.createTempDirectory("countywise-postgres-");
      LocalPostgres server =
          new LocalPostgres(binaries.get(), folder, freePort(), unprivileged(folder));
      server.initialise();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> binaries() {
    Stream<Path> path =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of);
    return Stream.concat(path, installed())
        .filter(
            bin ->
                Stream.of("initdb", "pg_ctl", "postgres", "psql", "createdb")
                    .allMatch(program -> Files.isExecutable(bin.resolve(program))))
        .findFirst();
  }

  /** The newest first. */
  private static Stream<Path> installed() {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .sorted(Comparator.reverseOrder())
          .map(v -> v.resolve("bin"))
          .toList()
          .stream();
    } catch (IOException absent) {
      return Stream.empty();
    }
  }

  /**
   * The server refuses to run as root: who owns the folder then, and nobody else's name otherwise.
   */
  private static Optional<String> unprivileged(Path folder) throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return Optional.empty();
    }
    var names = folder.getFileSystem().getUserPrincipalLookupService();
    for (String name : List.of("postgres", "nobody")) {
      try {
        Files.setOwner(folder, names.lookupPrincipalByName(name));
        return Optional.of(name);
      } catch (UserPrincipalNotFoundException absent) {
        // The next one will be there.
      }
    }
    throw new IllegalStateException("root has neither a user postgres nor nobody to run as");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void initialise() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), PASSWORD);
    String data = folder.resolve("data").toString();
    run(
        List.of(
            "initdb",
            "-D",
            data,
            "-U",
            OWNER,
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
            "--auth-local=trust",
            "--auth-host=scram-sha-256",
            "--pwfile=" + secret));
    String options =
        "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, folder);
    run(
        List.of(
            "pg_ctl",
            "-D",
            data,
            "-o",
            options,
            "-l",
            folder.resolve("log").toString(),
            "-w",
            "-t",
            "" + PATIENCE_SECONDS,
            "start"));
    run(List.of("createdb", "-h", folder.toString(), "-p", "" + port, "-U", OWNER, DATABASE));
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Runs one of the server's programs as the user who may. */
  private String run(List<String> words) {
    List<String> command = new ArrayList<>();
    user.ifPresent(
        name ->
            command.addAll(
                List.of("setpriv", "--reuid=" + name, "--clear-groups", "--inh-caps=-all")));
    command.add(binaries.resolve(words.get(0)).toString());
    command.addAll(words.subList(1, words.size()));
    try {
      Path said = Files.createTempFile("countywise-postgres-", ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("%s", words).isTrue();
      String text = Files.readString(said);
      Files.delete(said);
      assertThat(process.exitValue()).as("%s said %s", words, text).isZero();
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the server was asked", e);
    }
  }

  /** Ends it at once, as a machine that fails does, and starts it again where it was. */
  public void restart() {
    run(
        List.of(
            "pg_ctl",
            "-D",
            folder.resolve("data").toString(),
            "-l",
            folder.resolve("log").toString(),
            "-m",
            "immediate",
            "-w",
            "-t",
            "" + PATIENCE_SECONDS,
            "restart"));
  }

  /** Its address. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
  }

  /** A connection of a user. */
  public Connection connect(String as) throws SQLException {
    return DriverManager.getConnection(url(), as, PASSWORD);
  }

  /** Executes statements as the owner of the server. */
  public void execute(String sql) {
    try (Connection connection = connect(OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Rows of a query, their columns by a bar. */
  public List<String> rows(String sql) {
    try (Connection connection = connect(OWNER);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What psql, the server's own terminal, prints. */
  public String psql(String sql) {
    return run(
        List.of(
            "psql",
            "-h",
            folder.toString(),
            "-p",
            "" + port,
            "-U",
            OWNER,
            "-At",
            "-c",
            sql,
            DATABASE));
  }

  @Override
  public void close() {
    if (Files.exists(folder)) {
      run(List.of("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop"));
      Folders.delete(folder);
    }
  }
}
