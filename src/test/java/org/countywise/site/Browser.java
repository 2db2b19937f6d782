package org.countywise.site;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window. */
public final class Browser implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test where there is no browser. */
  public static void assumeThere() {
    assumeTrue(
        Files.exists(PROGRAM) && Files.exists(DRIVER),
        "no Chromium with its driver in /usr/bin: packages chromium and chromium-driver");
  }

  /** Starts it at the width of a desk before a site that is written; skips where there is none. */
  static Browser before(
      Path folder, Edition edition, Content content, Iterator<PublishedValue> values) {
    assumeThere();
    new Site(SiteFolder.open(folder), edition, content).write(values);
    Browser browser = open();
    browser.resize(1440, 900);
    return browser;
  }

  /** Starts it. */
  public static Browser open() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(PROGRAM.toString());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER.toString()))
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** The inner size of the window; narrow as that of a phone, which a window cannot be. */
  public void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** Opens a page from disk and waits until it is drawn. */
  public void visit(Path site, String page) {
    driver.get("about:blank");
    driver.get(site.toUri() + page);
    ready();
  }

  /** Waits until the page is drawn. */
  public void ready() {
    until(() -> Boolean.TRUE.equals(tell("return document.body.dataset.ready === 'true'")));
  }

  /** Waits until something holds; fails after a minute. */
  public void until(BooleanSupplier condition) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(any -> condition.getAsBoolean());
  }

  /** Milliseconds from the call of the page that is shown until it was drawn. */
  public long drawnAfter() {
    return number("return performance.getEntriesByName('drawn')[0].startTime");
  }

  /** Bytes of the page that is shown, with its scripts, style sheets and data. */
  public long bytes(Path site, String page) throws IOException {
    long bytes = Files.size(site.resolve(page));
    for (Object file :
        list(
            "return [...document.querySelectorAll('script[src],link[rel=stylesheet]')]"
                + ".map(e => e.getAttribute('src') || e.getAttribute('href'))")) {
      bytes += Files.size(site.resolve(file.toString()));
    }
    return bytes;
  }

  /** The first element. */
  public WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** All elements. */
  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** An attribute of the first element. */
  public String attribute(String selector, String name) {
    return one(selector).getDomAttribute(name);
  }

  /** The address that is shown. */
  public String address() {
    return driver.getCurrentUrl();
  }

  /** What a script gives. */
  public Object tell(String script) {
    return driver.executeScript(script);
  }

  /** What a script gives: a number. */
  public long number(String script) {
    return ((Number) tell(script)).longValue();
  }

  /** What a script gives: a list. */
  public List<Object> list(String script) {
    return List.copyOf((List<?>) tell(script));
  }

  /**
   * Puts the mouse on a point of an element.
   *
   * @param script gives the point, from the element's left upper corner
   */
  public void hover(String selector, String script) {
    WebElement element = one(selector);
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    List<Object> point = list(script);
    Dimension size = element.getSize();
    int right = ((Number) point.get(0)).intValue() - size.getWidth() / 2;
    int down = ((Number) point.get(1)).intValue() - size.getHeight() / 2;
    new Actions(driver)
        .moveToElement(element, right + 3, down + 3)
        .moveToElement(element, right, down)
        .perform();
  }

  /** Errors on the browser's console since they were last asked for. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
