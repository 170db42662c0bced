package dev.greenroom.api.bank;

import dev.greenroom.model.question.QuestionRef;

/**
 * A tenant's own question, whatever its status.
 *
 * @param publishedVersion 0 while none is
 * @param newestVersion the greatest; a draft unless it is the published one; 0 until the first is written
 */
public record OwnQuestion(String id, int publishedVersion, int newestVersion, boolean archived) {

    /** The version that readers see: the published one, or the draft while there is none. */
    public QuestionRef shown() {
        return new QuestionRef(id, publishedVersion == 0 ? newestVersion : publishedVersion);
    }

    public QuestionRef newest() {
        return new QuestionRef(id, newestVersion);
    }

    public QuestionStatus status() {
        if (archived) {
            return QuestionStatus.ARCHIVED;
        }
        return publishedVersion == 0 ? QuestionStatus.DRAFT : QuestionStatus.PUBLISHED;
    }

    public boolean hasDraft() {
        return newestVersion > publishedVersion;
    }
}
