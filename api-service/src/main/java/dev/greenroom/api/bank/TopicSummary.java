package dev.greenroom.api.bank;

import dev.greenroom.model.question.TopicGuide;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A topic in the list of topics. */
record TopicSummary(
        @Schema(examples = "django") String id,
        @Schema(examples = "Django interview questions") String title,
        String summary,
        int questionCount,
        Links links) {

    static TopicSummary of(TopicGuide guide, int questionCount) {
        return new TopicSummary(
                guide.id(), guide.title(), guide.summary(), questionCount, new Links("/v1/topics/" + guide.id()));
    }

    record Links(@Schema(examples = "/v1/topics/django") String self) {}
}
