package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shell that has read the script completes what is half typed; outside of a prompt, bash
 * complains that it cannot set options of a completion.
 */
class CompletionTest {
  @TempDir private Path folder;

  @Test
  void shouldCompleteCommands() throws Exception {
    assertThat(completed("countywise", "exp")).containsExactlyInAnyOrder("export", "explain");
  }

  @Test
  void shouldCompleteOptionsOfACommand() throws Exception {
    assertThat(completed("countywise", "show", "--ware")).containsExactly("--warehouse");
  }

  private List<String> completed(String... words) throws IOException, InterruptedException {
    Terminal typed = Terminal.type("completion");
    assertThat(typed.code()).as(typed.err()).isZero();
    Path script = Files.writeString(folder.resolve("completion.sh"), typed.out());
    String line =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_countywise; echo \"${COMPREPLY[@]}\""
            .formatted(script, String.join(" ", words), words.length - 1);
    Process bash = new ProcessBuilder("bash", "-c", line).redirectError(Redirect.DISCARD).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return List.of(said.strip().split("\\s+"));
  }
}
