package dev.greenroom.bench.judging;

import dev.greenroom.model.evaluation.Score;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.assessment.Opinion;
import dev.greenroom.worker.assessment.OpinionRequest;
import dev.greenroom.worker.assessment.SecondOpinion;
import dev.greenroom.worker.judge.JudgeConfig;
import dev.greenroom.worker.judge.Judges;
import dev.greenroom.worker.judge.provider.Chat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Scores answers as a worker does, from the gate to the last word, with whatever judge there is. */
public final class Pipeline implements AutoCloseable {

    private static final UUID TENANT = new UUID(0, 0);

    private final Assessor assessor = Assessor.open();
    private final Map<String, Assessment> firsts = new ConcurrentHashMap<>();
    private final JudgeConfig config;
    private final Judges judges;

    public Pipeline(JudgeConfig config) {
        this.config = config;
        this.judges = new Judges(new NoLedger(), new SimpleMeterRegistry(), Clock.systemUTC(), new SplittableRandom(3));
    }

    /** The model that is configured. */
    public Chat configured() {
        return judges.chat(config)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No judge is configured: set GREENROOM_LLM_BASE_URL and GREENROOM_LLM_MODEL"));
    }

    /** By the rubric alone. */
    Assessment first(Subject subject, String answer) {
        return firsts.computeIfAbsent(
                subject.key().reference() + answer, _ -> assessor.assess(subject.key(), AnswerInput.typed(answer)));
    }

    /** By both; by the rubric alone, with the reason in its provenance, where the judge has no verdict. */
    public Assessment judged(Subject subject, String answer, Chat chat) {
        SecondOpinion judge = judges.over(chat, config);
        OpinionRequest request = new OpinionRequest(
                TENANT,
                subject.key(),
                AnswerInput.typed(answer),
                subject.question(),
                List.of(),
                null,
                first(subject, answer));
        if (!judge.wanted(request)) {
            return request.first();
        }
        return switch (judge.consider(request)) {
            case Opinion.Settled(Assessment assessment) -> assessment;
            case Opinion.Postponed _ -> request.first();
        };
    }

    static int points(Assessment assessment) {
        Score score = Objects.requireNonNull(assessment.score(), "typed answers are scored");
        return score.value();
    }

    @Override
    public void close() {
        assessor.close();
    }
}
