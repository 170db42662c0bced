package dev.greenroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo page in a real browser, as newcomers meet it. */
class DemoIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.asShipped();

    private static @Nullable Browser opened;

    private final Client client = new Client(SHARED.stack());
    private final Browser browser = browser();

    private static Browser browser() {
        Browser browser = opened == null ? Browser.open(SHARED.stack().apiUrl()) : opened;
        opened = browser;
        return browser;
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"desktop, 1280, 900", "phone, 390, 844"})
    void aNewcomerTakesAnInterviewAndEndsAtTheReport(String name, int width, int height) throws IOException {
        try (BrowserContext window = browser.window(width, height, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            List<String> complaints = complaints(page);
            page.navigate("/");
            assertThat(page.getByRole(AriaRole.HEADING, level(1))).containsText("Explain it aloud");
            inspect(page, "demo-start-" + name);

            choose(page, "Mid");
            choose(page, "One");
            page.getByRole(AriaRole.BUTTON, named("Start the interview")).click();
            answer(page, someOfTheModelAnswer(page));
            Locator marked = page.locator("#turns mark").first();
            assertThat(marked).isVisible();
            assertThat(page.locator("#kind")).containsText("Asked back");
            assertThat(answerText(page))
                    .contains(marked.evaluate("node => node.firstChild.data").toString());
            inspect(page, "demo-follow-up-" + name);

            while (page.locator("#result").isHidden()) {
                answer(page, "I don't know.");
            }

            assertThat(page.locator("#report h1")).isVisible();
            assertThat(page.locator("#report svg.dial")).isVisible();
            assertThat(page.locator("#report mark").first()).isVisible();
            inspect(page, "report-" + name);
            Download pdf = page.waitForDownload(
                    () -> page.getByRole(AriaRole.BUTTON, named("Save as PDF")).click());
            assertThat(Files.readString(pdf.path(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void losesNothingWithTheConnection() {
        try (BrowserContext window = browser.window(1000, 800, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.navigate("/");
            choose(page, "One");
            page.getByRole(AriaRole.BUTTON, named("Start the interview")).click();
            page.getByLabel("Your answer").fill("A draft that");
            page.reload();
            assertThat(page.getByLabel("Your answer")).hasValue("A draft that");

            window.setOffline(true);
            page.getByLabel("Your answer").fill("I don't know.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                    .click();
            assertThat(page.locator("#connection")).containsText("Connection lost");
            assertThat(session(page).path("turns")).hasSize(1);
            window.setOffline(false);

            // Nothing is asked back after that, so the interview ends with this answer.
            assertThat(page.locator("#report h1")).isVisible();
            assertThat(page.locator("#connection")).isEmpty();
            assertThat(session(page).at("/turns/0/status").asText()).isEqualTo("ANSWERED");
        }
    }

    @Test
    void anInterviewIsTakenByKeyboardAlone() {
        try (BrowserContext window = browser.window(1000, 800, ColorScheme.DARK)) {
            Page page = window.newPage();
            page.navigate("/");
            assertThat(page.locator("#welcome")).isVisible();
            tabTo(page, "[name=count]");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("[name=count][value='1']")).isChecked();
            tabTo(page, "#go");
            page.keyboard().press("Enter");
            assertThat(page.locator("#prompt")).isFocused();

            while (page.locator("#result").isHidden()) {
                String turn = turn(page);
                tabTo(page, "#text");
                page.keyboard().type("I don't know.");
                page.keyboard().press("Control+Enter");
                awaitAfter(page, turn);
            }

            assertThat(page.locator("#result-title")).isFocused();
            tabTo(page, "#again");
            page.keyboard().press("Enter");
            assertThat(page.locator("#welcome")).isVisible();
        }
    }

    @Test
    void anAnswerMayBeSpoken() {
        try (BrowserContext window = browser.window(1000, 800, ColorScheme.LIGHT)) {
            window.addInitScript(Voice.SCRIPT);
            Page page = window.newPage();
            page.navigate("/");
            choose(page, "Three");
            page.getByRole(AriaRole.BUTTON, named("Start the interview")).click();
            page.getByRole(AriaRole.BUTTON, named("Read it aloud")).click();
            assertThat(page.evaluate("voice.read"))
                    .isEqualTo(page.locator("#prompt").textContent());
            Locator speak = page.locator("#speak");
            speak.click();
            assertThat(page.evaluate("voice.isSpeaking"))
                    .as("it doesn't listen to itself")
                    .isEqualTo(false);
            assertThat(speak).hasAttribute("aria-pressed", "true");

            page.evaluate("voice.fail('not-allowed')");
            assertThat(page.locator("#reply-error")).containsText("You can type instead");
            assertThat(speak).hasText("Speak");
            page.getByLabel("Your answer").fill("First of all,");
            speak.click();
            page.evaluate("voice.hear('I do not', ' know.')");
            assertThat(page.getByLabel("Your answer")).hasValue("First of all, I do not know.");
            String turn = turn(page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                    .click();
            awaitAfter(page, turn);

            assertThat(page.getByLabel("Your answer")).isEmpty();
            assertThat(speak).hasText("Speak");
            JsonNode first = client.get(
                            "/v1/answers/"
                                    + session(page).at("/turns/0/answerId").asText(),
                            0)
                    .body();
            assertThat(first.path("text").asText()).isEqualTo("First of all, I do not know.");
            assertThat(first.path("inputMode").asText()).isEqualTo("SPOKEN");
        }
    }

    @Test
    void anInterviewKeepsItsFeedbackUntilTheEnd() {
        try (BrowserContext window = browser.window(1000, 800, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.navigate("/");
            page.getByLabel("Keep the feedback until the end").check();
            page.getByRole(AriaRole.BUTTON, named("Start the interview")).click();
            answer(page, "I don't know.");
            assertThat(page.locator("#turns")).containsText("Feedback comes at the end.");

            page.getByRole(AriaRole.BUTTON, named("End the interview")).click();

            assertThat(page.locator("#report svg.dial")).isVisible();
        }
    }

    /** Looks at it, with axe's eyes as well, by day and by night. */
    private static void inspect(Page page, String name) {
        Browser.requireNoSidewaysScrolling(page);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Browser.requireAccessible(page);
            Browser.picture(page, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
    }

    /** What the browser had to complain of: scripts that failed, and what the page's own policy forbids. */
    private static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return complaints;
    }

    private static void choose(Page page, String option) {
        page.getByLabel(option, new Page.GetByLabelOptions().setExact(true)).check();
    }

    private static void answer(Page page, String text) {
        String turn = turn(page);
        page.getByLabel("Your answer").fill(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
        awaitAfter(page, turn);
    }

    private static void awaitAfter(Page page, String turn) {
        page.waitForFunction(
                "turn => !document.getElementById('result').hidden"
                        + " || !document.getElementById('now').hidden && document.getElementById('now').dataset.turn !== turn",
                turn);
    }

    private static String turn(Page page) {
        assertThat(page.locator("#now")).isVisible();
        return page.locator("#now").getAttribute("data-turn");
    }

    private static void tabTo(Page page, String target) {
        for (int i = 0; i < 40; i++) {
            if ((boolean) page.evaluate("target => document.activeElement.matches(target)", target)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not come to " + target);
    }

    private String someOfTheModelAnswer(Page page) {
        assertThat(page.locator("#now")).isVisible();
        String question = session(page).at("/turns/0/questionId").asText();
        String whole = client.get("/v1/questions/" + question, 0)
                .body()
                .path("modelAnswer")
                .asText();
        return whole.substring(0, whole.indexOf(". ", whole.length() / 3) + 1);
    }

    private String answerText(Page page) {
        String id = session(page).at("/turns/0/answerId").asText();
        return client.get("/v1/answers/" + id, 0).body().path("text").asText();
    }

    private JsonNode session(Page page) {
        try {
            String kept = (String) page.evaluate("localStorage.getItem('greenroom.interview')");
            return client.session(JSON.readTree(kept).path("id").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }
}
