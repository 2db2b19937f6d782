package org.countywise.sink.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countywise.report.TextTemplate;
import org.postgresql.Driver;

/**
 * A database and who asks it. The password goes to the driver and nowhere else: neither a message
 * nor {@link #toString} has it.
 */
public final class Server {
  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql://(?<place>[^/?@]+/[^/?@]+)(?:\\?(?<settings>.*))?");
  private static final Pattern SECRET = Pattern.compile("(?i)//[^/?]*@|pass(?:word|phrase|wd)?=");
  private static final Pattern HIDDEN =
      Pattern.compile("(?i)//.*@|pass(?:word|phrase|wd)?=.*", Pattern.DOTALL);
  private static final TextTemplate REFUSALS = TextTemplate.of("postgres-errors");
  private static final String SECONDS_TO_CONNECT = "15";
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    // What it has to say comes as an exception; the terminal is not its own.
    DRIVER.setLevel(Level.OFF);
  }

  private final String url;
  private final String place;
  private final String user;
  private final Optional<String> password;

  private Server(String url, String place, String user, Optional<String> password) {
    this.url = url;
    this.place = place;
    this.user = user;
    this.password = password;
  }

  /** Who asks; a name may be missing where the address says it. */
  public record Login(Optional<String> user, Optional<String> password) {}

  /** What a sentence about an address has to name. */
  public record Refused(String url, String user, String named) {}

  /**
   * The database at an address, {@code jdbc:postgresql://HOST:PORT/DATABASE?SETTINGS}.
   *
   * @throws IllegalArgumentException when it is none, names a password, no user or two of them
   */
  public static Server of(String url, Login login) {
    Matcher parts = URL.matcher(url);
    Refused refused = new Refused(masked(url), "", login.user().orElse(""));
    if (SECRET.matcher(url).find()) {
      throw refusal("secret_in_url", refused);
    }
    Properties settings = parts.matches() ? Driver.parseURL(url, new Properties()) : null;
    if (settings == null) {
      throw refusal("bad_url", refused);
    }
    Optional<String> user = Optional.ofNullable(settings.getProperty("user"));
    if (user.isPresent() && login.user().isPresent() && !user.equals(login.user())) {
      throw refusal("two_users", new Refused(masked(url), user.get(), login.user().get()));
    }
    String name = user.or(login::user).orElseThrow(() -> refusal("no_user", refused));
    return new Server(url, parts.group("place"), name, login.password());
  }

  private static IllegalArgumentException refusal(String why, Refused refused) {
    return new IllegalArgumentException(REFUSALS.part(why, refused));
  }

  private static String masked(String url) {
    return HIDDEN.matcher(url).replaceAll("…");
  }

  /** Host, port and database, as they were typed. */
  public String place() {
    return place;
  }

  /** The name it is asked under. */
  public String user() {
    return user;
  }

  boolean hasPassword() {
    return password.isPresent();
  }

  /** A connection of its own. */
  Connection connect() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("user", user);
    password.ifPresent(secret -> settings.setProperty("password", secret));
    settings.setProperty("ApplicationName", "countywise export");
    settings.setProperty("connectTimeout", SECONDS_TO_CONNECT);
    settings.setProperty("tcpKeepAlive", "true");
    // Details of an error hold the values of a row, and an error is logged.
    settings.setProperty("logServerErrorDetail", "false");
    return new Driver().connect(url, settings);
  }

  @Override
  public String toString() {
    return user + " at " + place;
  }
}
