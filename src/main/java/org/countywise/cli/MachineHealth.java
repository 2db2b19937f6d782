package org.countywise.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countywise.cli.HealthCheck.State;

/** How the machine is: Java, memory and the language of its names. */
final class MachineHealth {
  private static final int FIRST_JAVA = 17;
  private static final int LAST_JAVA = 21;
  private static final long GIB = 1L << 30;
  private static final long SMALL_HEAP = 2 * GIB;
  private static final Pattern TOTAL = Pattern.compile("MemTotal: *(\\d+) kB");

  private MachineHealth() {}

  /** Whether Spark runs on a Java. */
  static HealthCheck java(Runtime.Version version) {
    boolean fits = version.feature() >= FIRST_JAVA && version.feature() <= LAST_JAVA;
    return HealthCheck.of(
        "java", State.errorIf(!fits), Map.of("version", "Java " + version.feature(), "fits", fits));
  }

  /**
   * Memory in bytes.
   *
   * @param container what the container may use; as much as the machine has, where there is none
   */
  record Memory(long heap, long machine, long container) {

    /** That of this process. */
    static Memory ofThisProcess() {
      long seen =
          ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getTotalMemorySize();
      return new Memory(Runtime.getRuntime().maxMemory(), Math.max(seen, installed()), seen);
    }

    private static long installed() {
      try {
        Matcher total = TOTAL.matcher(Files.readString(Path.of("/proc/meminfo")));
        return total.find() ? Long.parseLong(total.group(1)) * 1024 : 0;
      } catch (IOException notLinux) {
        return 0;
      }
    }
  }

  /** Whether the heap is large enough, and leaves room. */
  static HealthCheck memory(Memory memory) {
    long least = Math.min(memory.machine(), memory.container());
    boolean small = memory.heap() < SMALL_HEAP;
    boolean large = memory.heap() > least / 5 * 4;
    return HealthCheck.of(
        "memory",
        State.warningIf(small || large),
        Map.of(
            "heap", memory.heap(),
            "machine", memory.machine(),
            "container", memory.container(),
            "least", least,
            "small", small && !large));
  }

  /** Whether names of files can be Chinese. */
  static HealthCheck locale(String charset) {
    boolean fits = Charset.isSupported(charset) && Charset.forName(charset).name().equals("UTF-8");
    return HealthCheck.of("locale", State.errorIf(!fits), Map.of("charset", charset));
  }
}
