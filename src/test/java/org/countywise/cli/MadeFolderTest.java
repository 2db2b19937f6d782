package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeFolderTest {
  private Path folder;
  private int made;

  @BeforeEach
  void beBelowAFolderThatIsNotThere(@TempDir Path temporary) {
    folder = temporary.resolve("demo/report");
  }

  @Test
  void shouldMakeItOnceOfTheSame() {
    of("release 1").unlessThere(this::make);
    of("release 1").unlessThere(this::make);

    assertThat(made).isEqualTo(1);
  }

  @Test
  void shouldMakeItAnewOfSomethingElse() {
    of("release 1").unlessThere(this::make);
    of("release 2").unlessThere(this::make);

    assertThat(made).isEqualTo(2);
  }

  @Test
  void shouldMakeItAnewWhereItIsGone() throws IOException {
    of("release 1").unlessThere(this::make);
    Files.delete(folder);
    of("release 1").unlessThere(this::make);

    assertThat(made).isEqualTo(2);
  }

  @Test
  void shouldNotTakeHalfOfItForTheWhole() {
    of("release 1").unlessThere(this::make);
    UncheckedIOException full = new UncheckedIOException(new IOException("disk full"));

    assertThatThrownBy(
            () ->
                of("release 2")
                    .unlessThere(
                        () -> {
                          throw full;
                        }))
        .isSameAs(full);
    of("release 1").unlessThere(this::make);
    assertThat(made).as("what another attempt has left is neither").isEqualTo(2);
  }

  private MadeFolder of(String what) {
    return new MadeFolder(folder, what);
  }

  private void make() {
    made++;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
