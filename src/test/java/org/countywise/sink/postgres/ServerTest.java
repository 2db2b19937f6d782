package org.countywise.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of databases, and what they must not hold. */
class ServerTest {
  private static final String SECRET = "hunter/2&x";
  private static final Server.Login NOBODY = new Server.Login(Optional.empty(), Optional.empty());
  private static final Server.Login ANALYST =
      new Server.Login(Optional.of("analyst"), Optional.of(SECRET));

  @Test
  void shouldNameHostPortAndDatabaseAndNeverThePassword() {
    Server server = Server.of("jdbc:postgresql://db.example:5433/stats?sslmode=require", ANALYST);

    assertThat(server.place()).isEqualTo("db.example:5433/stats");
    assertThat(server).hasToString("analyst at db.example:5433/stats");
  }

  @Test
  void shouldTakeTheUserOfTheUrl() {
    assertThat(Server.of("jdbc:postgresql://h/d?user=a%40b", NOBODY).user()).isEqualTo("a@b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stats",
        "jdbc:mysql://h/d",
        "jdbc:postgresql:stats",
        "jdbc:postgresql://h",
        "jdbc:postgresql://h/",
        "jdbc:postgresql:///d",
        "jdbc:postgresql://h:99999/d",
        "jdbc:postgresql://h/d/e"
      })
  void shouldSayHowAnAddressIsWritten(String url) {
    assertThatThrownBy(() -> Server.of(url, ANALYST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'%s' is no address of a PostgreSQL database; write --url".formatted(url)
                + " jdbc:postgresql://HOST:PORT/DATABASE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://analyst:" + SECRET + "@h/d",
        "jdbc:postgresql://analyst:" + SECRET + "@h/d",
        "jdbc:postgresql://h/d?user=analyst&password=" + SECRET,
        "jdbc:postgresql://h/d?PASSWORD=" + SECRET,
        "jdbc:postgresql://h/d?sslpassword=" + SECRET
      })
  void shouldRefuseASecretAndNotRepeatIt(String url) {
    assertThatThrownBy(() -> Server.of(url, NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("hunter", "2&x")
        .containsAnyOf("COUNTYWISE_POSTGRES_PASSWORD", "is no address of a PostgreSQL database");
  }

  @Test
  void shouldAskForAUserAndForOneOnly() {
    assertThatThrownBy(() -> Server.of("jdbc:postgresql://h/d", NOBODY))
        .hasMessage(
            "'jdbc:postgresql://h/d' does not say who asks; add --user NAME, or set"
                + " COUNTYWISE_POSTGRES_USER");
    assertThatThrownBy(() -> Server.of("jdbc:postgresql://h/d?user=b", ANALYST))
        .hasMessage(
            "--user 'analyst' and the user 'b' of the url 'jdbc:postgresql://h/d?user=b' differ;"
                + " name one of them");
  }
}
