package org.countywise.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.countywise.launch.Launcher.Said;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bin/countywise} does in the environments that schedulers and people give it. */
class LauncherTest {
  @TempDir Path folder;

  private Launcher launcher() {
    return new Launcher(folder);
  }

  @Test
  void shouldStartTheCommandAndSayNothingWhereNothingIsOdd() {
    Said said = launcher().run("show", "--warehouse", "W a");

    assertThat(said.err()).isEmpty();
    assertThat(said.exit()).isZero();
    assertThat(said.out().lines())
        .as("the command and its arguments, as they were typed")
        .containsSubsequence("org.countywise.cli.Main", "show", "--warehouse", "W a");
  }

  /** Spark supports 17 and 21. */
  @Nested
  class OfJava {

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "21.0.4"})
    void shouldAcceptWhatSparkSupports(String version) {
      Launcher launcher = launcher();

      Said said = launcher.with("JAVA_HOME", launcher.java(version).toString()).run("show");

      assertThat(said.exit()).isZero();
      assertThat(said.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_392, 8", "11.0.2, 11", "22, 22", "25.0.1, 25", "26-ea, 26"})
    void shouldRefuseOthersByTheirNameBeforeAnythingIsBuilt(String version, String name)
        throws IOException {
      Launcher launcher = launcher().notBuilt();
      Path path = launcher.java("21.0.9").resolve("bin");

      Said said =
          launcher
              .with("JAVA_HOME", launcher.java(version).toString())
              .with("PATH", path + ":" + System.getenv("PATH"))
              .run("show");

      assertThat(said.exit()).isEqualTo(2);
      assertThat(said.err())
          .contains("needs Java 17 to 21, but " + launcher.java(version) + "/bin/java is " + name)
          .contains("set JAVA_HOME to an installed one that does: JAVA_HOME=/")
          .doesNotContain("Building");
      Path named = Path.of(said.err().strip().replaceFirst("(?s).*JAVA_HOME=", ""));
      assertThat(named.resolve("bin/javac")).as("the JDK it names").isExecutable();
    }

    @Test
    void shouldNameAJavaThatIsNotThere() {
      Said said = launcher().with("JAVA_HOME", "/nowhere").run("show");

      assertThat(said.exit()).isEqualTo(2);
      assertThat(said.err()).contains("found no Java (/nowhere/bin/java)");
    }

    @Test
    void shouldKeepTheArchiveOfEachJavaApart() {
      Launcher launcher = launcher();
      String seventeen = launcher.run("run").after("-XX:ArchiveClassesAtExit=");
      launcher.with("JAVA_HOME", launcher.java("21.0.4").toString());
      String newer = launcher.run("run").after("-XX:ArchiveClassesAtExit=");

      assertThat(seventeen).contains("/target/launch/recording-");
      assertThat(newer.replaceFirst("\\.\\d+$", ""))
          .as("the archive of Java 21")
          .isNotEqualTo(seventeen.replaceFirst("\\.\\d+$", ""));
    }

    @Test
    void shouldTellTheCompilerWhatToLeaveAloneWhereThatIsSaid() throws IOException {
      Launcher launcher = launcher();
      Path unoptimised = launcher.project().resolve("bin/java-compiler.json");
      Files.deleteIfExists(unoptimised);

      assertThat(launcher.run("run").out()).doesNotContain("CompilerDirectivesFile");
      Launcher.write(unoptimised, "[]");
      assertThat(launcher.run("run").after("-XX:CompilerDirectivesFile="))
          .isEqualTo(unoptimised.toString());
    }

    @Test
    void shouldShipDirectivesThatJavaUnderstands() throws Exception {
      Process java =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-XX:+UnlockDiagnosticVMOptions",
                  "-XX:CompilerDirectivesFile=bin/java-compiler.json",
                  "-version")
              .redirectErrorStream(true)
              .start();
      String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(java.waitFor()).isZero();
      assertThat(said).contains("1 compiler directives added");
    }

    @Test
    void shouldNotEndLikeARunWithFindingsWhereJavaRefusesItsOptions() {
      Said said =
          launcher()
              .with("COUNTYWISE_JAVA_OPTS", "-Xmx16q")
              .with("refuses", "Invalid maximum heap size: -Xmx16q")
              .run("show");

      assertThat(said.exit()).isEqualTo(2);
      assertThat(said.err()).contains("version");
    }
  }

  /** The log is a convenience: a command never fails for it. */
  @Nested
  class OfTheLog {

    @Test
    void shouldLogBelowTheHome() {
      Said said = launcher().run("show");

      assertThat(said.after("-Dcountywise.log="))
          .isEqualTo(folder + "/home/.local/state/countywise/countywise.log");
    }

    @Test
    void shouldDoWithoutAHome() {
      Said said = launcher().without("HOME").run("show");

      assertThat(said.exit()).isZero();
      assertThat(said.err().lines()).hasSize(1);
      assertThat(said.err()).contains("since HOME is not set");
      assertThat(said.after("-Dcountywise.log=")).startsWith(folder + "/tmp/countywise-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "/dev/null"})
    void shouldDoWithAHomeThatCannotBeWritten(String home) {
      Said said = launcher().with("HOME", home).run("show");

      assertThat(said.exit()).isZero();
      assertThat(said.err().lines()).hasSize(1);
      assertThat(said.err()).contains("cannot be written");
    }

    @Test
    void shouldDoWithALogThatCannotBeWritten() {
      Launcher launcher = launcher();
      Path log = launcher.make("log-that-is-a-folder");

      Said said = launcher.with("COUNTYWISE_LOG", log.toString()).run("show");

      assertThat(said.exit()).isZero();
      assertThat(said.err()).contains("since " + log + " cannot be written");
    }
  }

  /** Records lie in scratch while a command works. */
  @Nested
  class OfScratch {

    @ParameterizedTest
    @ValueSource(strings = {"000", "022", "077"})
    void shouldBeForItsUserAloneWhateverTheMask(String mask) throws IOException {
      Said said = launcher().under("sh", "-c", "umask " + mask + "; exec \"$@\"", "sh").run("show");

      Path scratch = Path.of(said.after("-Djava.io.tmpdir="));
      assertThat(scratch).hasParent(folder.resolve("tmp"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch)))
          .isEqualTo("rwx------");
      assertThat(Integer.parseInt(said.after("umask="), 8) & 2)
          .as("nothing is for everybody to write")
          .isEqualTo(2);
    }

    @Test
    void shouldNotBeALinkThatSomebodyElseLaid() throws IOException {
      Launcher launcher = launcher();
      Path theirs = launcher.make("theirs");
      String own = Path.of(launcher.run("show").after("-Djava.io.tmpdir=")).getFileName() + "";
      Path link = launcher.make("laid").resolve(own);
      Files.createSymbolicLink(link, theirs);

      Said said = launcher.with("TMPDIR", link.getParent().toString()).run("show");

      assertThat(said.after("-Djava.io.tmpdir=")).isNotEmpty().doesNotContain(link.toString());
      assertThat(said.err()).contains("since " + link + " is another's");
    }

    @Test
    void shouldAllowPrograms() throws Exception {
      Launcher launcher = launcher();
      Path mounted = launcher.make("noexec");
      assumeTrue(
          new ProcessBuilder("mount", "-t", "tmpfs", "-o", "noexec", "none", mounted.toString())
                  .start()
                  .waitFor()
              == 0,
          "only root can mount");
      try {
        Said said = launcher.with("TMPDIR", mounted.toString()).run("show");

        assertThat(said.exit()).isZero();
        assertThat(said.after("-Djava.io.tmpdir=")).isNotEmpty().doesNotContain("noexec");
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains("mounted noexec");
      } finally {
        new ProcessBuilder("umount", mounted.toString()).start().waitFor();
      }
    }
  }

  /** Names of files must not depend on what is installed. */
  @Nested
  class OfTheLocale {

    @Test
    void shouldReplaceOneThatIsNamedAndNotInstalled() {
      Said said = launcher().with("LC_ALL", "xx_YY.UTF-8").run("show");

      assertThat(said.after("LC_ALL=")).contains("UTF-8").isNotEqualTo("xx_YY.UTF-8");
      assertThat(said.err()).contains("since xx_YY.UTF-8 is not installed");
    }

    @Test
    void shouldReplaceOneWithoutChineseInSilence() {
      Said said = launcher().with("LC_ALL", "C").run("show");

      assertThat(said.after("LC_ALL=")).contains("UTF-8");
      assertThat(said.err()).isEmpty();
    }
  }

  /** A service account runs what an administrator has built. */
  @Nested
  class OfAProjectOfAnother {
    private static final String NOBODY = "65534";

    private Launcher launcher() throws IOException {
      Launcher launcher = LauncherTest.this.launcher();
      assumeTrue(
          "root".equals(System.getProperty("user.name"))
              && Files.isExecutable(Path.of("/usr/bin/setpriv")),
          "only root can change its user");
      for (String own : new String[] {"home", "tmp"}) {
        Files.setPosixFilePermissions(
            launcher.make(own), PosixFilePermissions.fromString("rwxrwxrwx"));
      }
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      return launcher.under("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    }

    @Test
    void shouldRunWhatIsBuiltWithoutWritingThere() throws IOException {
      Said said = launcher().run("run");

      assertThat(said.err()).isEmpty();
      assertThat(said.exit()).isZero();
      assertThat(said.out()).doesNotContain("ArchiveClassesAtExit");
    }

    @Test
    void shouldSayWhoHasToBuildWhatIsNot() throws IOException {
      Said said = launcher().notBuilt().run("run");

      assertThat(said.exit()).isEqualTo(2);
      assertThat(said.err()).contains("must be built first, but cannot write to");
    }

    @Test
    void shouldNameALibraryThatItMayNotRead() throws IOException {
      Launcher launcher = launcher();
      Path hidden = launcher.make("hidden").resolve("library.jar");
      Launcher.write(hidden, "");
      Launcher.write(launcher.project().resolve("target/launch/classpath"), hidden.toString());
      Files.setPosixFilePermissions(
          hidden.getParent(), PosixFilePermissions.fromString("rwx------"));

      Said said = launcher.run("run");

      assertThat(said.exit()).isEqualTo(2);
      assertThat(said.err()).contains("cannot read " + hidden);
    }
  }
}
