package dev.greenroom.worker.judge.provider;

import dev.greenroom.worker.judge.prompt.Prompt;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call, by HTTP, to an OpenAI-compatible server: one system message, one user message, no tools, no memory. */
public final class OpenAiChat implements Chat {

    private static final int ROUGHLY_A_TOKEN = 4;

    private final ChatModel model;
    private final Settings settings;

    public OpenAiChat(Settings settings, Clock clock) {
        this.settings = settings;
        this.model = OpenAiChatModel.builder()
                .httpClientBuilder(new BoundedHttpBuilder(settings.timeout(), clock))
                .baseUrl(settings.baseUrl().toString())
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .temperature(settings.temperature())
                .maxTokens(settings.maxTokens())
                .maxCompletionTokens(settings.maxCompletionTokens())
                .customHeaders(settings.headers())
                .customQueryParams(settings.query())
                .strictJsonSchema(true)
                .timeout(settings.timeout())
                // Retries are counted in one place, and that is not here.
                .maxRetries(0)
                .build();
    }

    /** How the server asks to be asked; what is null is not sent. */
    public record Settings(
            URI baseUrl,
            String model,
            @Nullable String apiKey,
            Map<String, String> headers,
            Map<String, String> query,
            @Nullable Double temperature,
            @Nullable Integer seed,
            Shape shape,
            @Nullable Integer maxTokens,
            @Nullable Integer maxCompletionTokens,
            Duration timeout) {

        public Settings {
            headers = Map.copyOf(headers);
            query = Map.copyOf(query);
        }

        /** The key stays out of logs. */
        @Override
        public String toString() {
            return "Settings[%s, %s]".formatted(baseUrl, model);
        }
    }

    /** How the shape of the reply is asked for. */
    public enum Shape {
        SCHEMA,
        JSON,
        TEXT
    }

    @Override
    public Outcome ask(Prompt prompt, int sample, Allowance allowance) {
        try {
            return outcome(model.chat(request(prompt, sample)), prompt);
        } catch (ProviderFault e) {
            return e.outcome();
        } catch (ContentFilteredException _) {
            return Outcome.Failed.of(Trouble.REFUSED);
        } catch (RuntimeException _) {
            // The library throws all kinds of them at a body that is no chat completion.
            return Outcome.Failed.of(Trouble.UNREADABLE);
        }
    }

    private ChatRequest request(Prompt prompt, int sample) {
        OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
        if (settings.seed() != null) {
            parameters.seed(settings.seed() + sample);
        }
        ResponseFormat format = format(prompt);
        if (format != null) {
            parameters.responseFormat(format);
        }
        return ChatRequest.builder()
                .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
                .parameters(parameters.build())
                .build();
    }

    private @Nullable ResponseFormat format(Prompt prompt) {
        return switch (settings.shape()) {
            case SCHEMA ->
                ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name("reply")
                                .rootElement(JsonRawSchema.from(prompt.schema()))
                                .build())
                        .build();
            case JSON -> ResponseFormat.JSON;
            case TEXT -> null;
        };
    }

    private Outcome outcome(ChatResponse response, Prompt prompt) {
        String text = response.aiMessage().text();
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            return Outcome.Failed.of(Trouble.REFUSED);
        }
        if (text == null) {
            return Outcome.Failed.of(Trouble.UNREADABLE);
        }
        TokenUsage usage = response.tokenUsage();
        return new Outcome.Answered(
                text,
                Objects.requireNonNullElse(response.modelName(), settings.model()),
                tokens(usage == null ? null : usage.inputTokenCount(), prompt.system() + prompt.user()),
                tokens(usage == null ? null : usage.outputTokenCount(), text),
                response.finishReason() != FinishReason.LENGTH);
    }

    /** A server that doesn't count must not make a budget boundless. */
    private static int tokens(@Nullable Integer counted, String text) {
        return counted == null || counted < 0 ? text.length() / ROUGHLY_A_TOKEN : counted;
    }
}
