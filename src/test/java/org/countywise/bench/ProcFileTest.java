package org.countywise.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcFileTest {
  @Test
  void shouldReadTheTimeOfEndedChildrenBehindANameWithBlanksAndBrackets() {
    String stat =
        "4242 (a (b) c) S 1 4242 4242 0 -1 4194304 100 200 0 0 11 12 345 55 20 0 9 0 777 1 2";

    assertThat(ProcFile.secondsOfEndedChildren(stat)).hasValue(4.0);
  }

  @Test
  void shouldReadThePeakOfMemory() {
    String status = "Name:\tjava\nVmPeak:\t 9000000 kB\nVmHWM:\t  123456 kB\nVmRSS:\t  100 kB\n";

    assertThat(ProcFile.peakBytes(status)).hasValue(123456L * 1024);
  }

  @Test
  void shouldKnowNothingWhereTheSystemDoesNotTell() {
    String nothing = ProcFile.text(Path.of("/proc/of/no/system"));

    assertThat(nothing).isEmpty();
    assertThat(ProcFile.secondsOfEndedChildren(nothing)).isEmpty();
    assertThat(ProcFile.peakBytes(nothing)).isEmpty();
    assertThat(ProcFile.peakBytes("Name:\tkernel thread\n")).isEmpty();
  }
}
