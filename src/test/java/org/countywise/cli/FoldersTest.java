package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that is typed is a name, unless it begins with the scheme of a file system. */
class FoldersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"2020-07-31T18:00:00", "final:2020", "2020-07 [final]", "50%20", "./D", "D/"})
  void shouldBeLocal(String typed) {
    assertThat(Folders.absolute(typed))
        .isEqualTo(Path.of("").toAbsolutePath().resolve(typed).normalize().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs:///deliveries/2020", "s3a://bucket/2020", "file:/deliveries/2020"})
  void shouldLieOnAnotherFileSystem(String typed) {
    assertThat(Folders.absolute(typed)).isEqualTo(typed);
  }
}
