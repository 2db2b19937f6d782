import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches the Maven named in wrapper.properties, proves its SHA-512 and unpacks it into a folder. Run
 * by mvnw with plain Java, once per machine: {@code java FetchMaven.java wrapper.properties folder}.
 * Several runs at once are safe: each unpacks on its own and the first to finish gives its name.
 */
public final class FetchMaven {
  private static final int ATTEMPTS = 4;

  public static void main(String[] args) throws Exception {
    try {
      fetch(Path.of(args[0]), Path.of(args[1]).toAbsolutePath());
    } catch (IOException failure) {
      System.err.println("mvnw: " + failure.getMessage());
      System.exit(1);
    }
  }

  private static void fetch(Path properties, Path folder) throws Exception {
    Properties pinned = new Properties();
    try (InputStream in = Files.newInputStream(properties)) {
      pinned.load(in);
    }
    Files.createDirectories(folder.getParent());
    Path work = Files.createTempDirectory(folder.getParent(), ".fetch-");
    try {
      Path zip = work.resolve("maven.zip");
      download(address(pinned), zip);
      prove(zip, pinned.getProperty("sha512").strip());
      publish(unpack(zip, work.resolve("unpacked")), folder);
    } finally {
      remove(work);
    }
  }

  /** The archive's place below MVNW_REPOURL when it is set, else below Maven Central. */
  private static URI address(Properties pinned) {
    String group = pinned.getProperty("groupId").strip();
    String artifact = pinned.getProperty("artifactId").strip();
    String version = pinned.getProperty("version").strip();
    String mirror = System.getenv().getOrDefault("MVNW_REPOURL", "").strip();
    String root = mirror.isEmpty() ? central(group) : mirror.replaceAll("/+$", "");
    String file = artifact + "-" + version + "-bin.zip";
    return URI.create(String.join("/", root, group.replace('.', '/'), artifact, version, file));
  }

  /** Maven Central's host is "repo" in the internet domain that Maven's group id names backwards. */
  private static String central(String group) {
    List<String> parts = List.of(group.split("\\."));
    StringBuilder host = new StringBuilder("repo");
    for (int i = parts.size() - 1; i >= 0; i--) {
      host.append('.').append(parts.get(i));
    }
    return "https://" + host + "/maven2";
  }

  private static void download(URI from, Path to) throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    HttpRequest request = HttpRequest.newBuilder(from).timeout(Duration.ofMinutes(5)).build();
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<Path> answer = client.send(request, BodyHandlers.ofFile(to));
        if (answer.statusCode() == 200) {
          return;
        }
        throw new IOException("the server answered " + answer.statusCode());
      } catch (IOException failure) {
        if (attempt == ATTEMPTS) {
          throw new IOException(
              "cannot fetch Maven from " + from + " (" + failure + "); is there a network? "
                  + "MVNW_REPOURL names another repository, MAVEN_OPTS may name a proxy", failure);
        }
        Thread.sleep(2000L * attempt);
      }
    }
  }

  private static void prove(Path zip, String expected) throws IOException {
    String found;
    try {
      byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(zip));
      found = HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-512", impossible);
    }
    if (!found.equalsIgnoreCase(expected)) {
      throw new IOException(
          "the Maven archive is not the pinned one: its SHA-512 is " + found + ", "
              + "wrapper.properties says " + expected + "; nothing was installed");
    }
  }

  /** Unpacks the archive and returns the one folder it holds. */
  private static Path unpack(Path zip, Path into) throws IOException {
    Files.createDirectories(into);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("the Maven archive names a file outside its folder: " + entry);
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
        }
      }
    }
    try (var holds = Files.list(into)) {
      Path home = holds.findFirst().orElseThrow(() -> new IOException("the archive is empty"));
      home.resolve("bin/mvn").toFile().setExecutable(true, false);
      return home;
    }
  }

  private static void publish(Path unpacked, Path folder) throws IOException {
    try {
      Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException alreadyThere) {
      if (!Files.isExecutable(folder.resolve("bin/mvn"))) {
        throw alreadyThere;
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
