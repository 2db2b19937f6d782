package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that cannot be taken back is a usage error that says so, and adds nothing. */
class VerificationCommandTest {
  private static final String HEAD = "household_id,rule,village_code,verified_on,outcome,level\n";

  @TempDir private Path folder;

  @Test
  void shouldNameAFolderThatIsNone() throws IOException {
    refused(form(""), folder.resolve("elsewhere"), "no delivery at '", "name one");
  }

  @Test
  void shouldNameAFileThatIsNotThere() {
    refused(folder.resolve("gone.csv"), folder, "gone.csv' (NoSuchFileException); name a file");
  }

  @Test
  void shouldSayThatNothingIsAnswered() throws IOException {
    refused(
        form("1,job_loss,520101001001,,,\n2,job_loss,520101001001,,,\n"),
        folder,
        "none of its 2 rows is answered; nothing was added");
  }

  @Test
  void shouldPutEveryProblemOnALineOfItsOwn() throws IOException {
    refused(
        form("1,job_los,520101001001,2020-07-01,confirmed,village\n"),
        folder,
        "countywise: nothing was added\n",
        "form.csv:2: rule 'job_los' is not known",
        "form.csv:2: household_id 1 is in no month of household up to 2020-07");
  }

  @Test
  void shouldNotKnowAMonthThatIsNone() throws IOException {
    Terminal terminal =
        Terminal.type(
            "verification",
            form("").toString(),
            "--delivery",
            folder.toString(),
            "--period",
            "2020-7");

    assertThat(terminal.code()).isEqualTo(64);
    assertThat(terminal.err()).contains("'2020-7'");
  }

  private Path form(String lines) throws IOException {
    return Files.writeString(folder.resolve("form.csv"), HEAD + lines);
  }

  private static void refused(Path form, Path delivery, String... words) {
    Terminal terminal =
        Terminal.type(
            "verification",
            form.toString(),
            "--delivery",
            delivery.toString(),
            "--period",
            "2020-07");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err()).contains(words);
    assertThat(terminal.out()).isEmpty();
    assertThat(delivery.resolve("verification")).doesNotExist();
  }
}
