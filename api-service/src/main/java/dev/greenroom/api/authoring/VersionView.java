package dev.greenroom.api.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.api.bank.QuestionStatus;
import dev.greenroom.api.bank.VersionLine;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Question;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of an own question, with everything that its author wrote. */
@Schema(name = "QuestionVersionContent")
record VersionView(
        @Schema(examples = "2") int version,
        QuestionStatus status,

        @Schema(implementation = QuestionDraft.class) JsonNode content) {

    static VersionView of(VersionLine line, Question question) {
        return new VersionView(line.version(), line.status(), StoredJson.MAPPER.valueToTree(question));
    }
}
