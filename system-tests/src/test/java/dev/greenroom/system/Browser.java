package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of the machine, driven by Playwright; {@code GREENROOM_CHROMIUM} may name another one. */
final class Browser implements AutoCloseable {

    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final double PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final URI base;

    private Browser(Path executable, URI base) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        this.base = base;
    }

    /** Skips the test, and says so, where there is no Chromium. */
    static Browser open(URI base) {
        Optional<Path> found = find();
        Assumptions.assumeTrue(
                found.isPresent(),
                "SKIPPED for want of a browser: install chromium, or name one in GREENROOM_CHROMIUM");
        return new Browser(found.orElseThrow(), base);
    }

    private static Optional<Path> find() {
        return Stream.concat(Optional.ofNullable(System.getenv("GREENROOM_CHROMIUM")).stream(), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of its own, as of somebody who was never here before. */
    BrowserContext window(int width, int height, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setViewportSize(width, height)
                .setColorScheme(scheme));
        context.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return context;
    }

    /** Refuses a page on which axe finds a serious fault. */
    static void requireAccessible(Page page) {
        List<Rule> faults = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .toList();
        assertThat(faults).extracting(Rule::getId, Rule::getNodes).isEmpty();
    }

    /** Refuses a page that has to be moved sideways to be read. */
    static void requireNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.scrollingElement.scrollWidth - innerWidth"))
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isLessThanOrEqualTo(0);
    }

    /** Keeps what there is to see for whoever wants to look, under {@code target/screenshots}. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
