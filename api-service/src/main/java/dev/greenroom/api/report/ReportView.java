package dev.greenroom.api.report;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.SessionMode;
import dev.greenroom.model.interview.SessionStatus;
import dev.greenroom.model.interview.TurnKind;
import dev.greenroom.model.interview.TurnStatus;
import dev.greenroom.model.question.Level;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an interview showed. */
@Schema(name = "Report")
record ReportView(
        @Schema(examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String sessionId,
        SessionStatus status,
        SessionMode mode,
        @Schema(examples = "django") String topic,
        @Schema(examples = "Django") String topicTitle,
        @Nullable String candidateRef,

        @Schema(
                description = "Whether nothing is to come any more: the session is over and each of its answers has its"
                        + " last word. The event report.ready says when.")
        boolean complete,

        Coverage coverage,

        @Schema(description = "The mean of the threads, each of which counts the same; null while none has a score.")
        @Nullable Grade overall,

        List<Criterion> criteria,
        List<Section> sections,
        List<ThreadView> threads,

        @Schema(description = "What was missing or wrong to the end, the weightiest first.")
        List<ConceptOutcome> missedConcepts,

        @Schema(description = "At most three.") List<TopImprovement> topImprovements,

        @Schema(description = "The sections to go over, the weakest first.")
        List<StudyStep> studyPlan,

        Instant startedAt,
        @Nullable Instant completedAt,
        Links links) {

    ReportView {
        criteria = List.copyOf(criteria);
        sections = List.copyOf(sections);
        threads = List.copyOf(threads);
        missedConcepts = List.copyOf(missedConcepts);
        topImprovements = List.copyOf(topImprovements);
        studyPlan = List.copyOf(studyPlan);
    }

    /** How much of the interview the report rests on, in answers. */
    @Schema(name = "ReportCoverage")
    record Coverage(
            @Schema(description = "Main questions planned.") int questionsPlanned,
            @Schema(description = "Main questions asked.") int questionsAsked,

            @Schema(description = "Answers given, follow-ups included.")
            int answered,

            @Schema(description = "Answers with a score that stands.")
            int scored,

            @Schema(description = "Answers that could not be scored.")
            int unscored,

            @Schema(description = "Answers whose last word is still to come.")
            int pending) {}

    /** A score over several answers. */
    @Schema(name = "ReportGrade")
    record Grade(
            @Schema(examples = "72") int score,
            Band band,

            @Schema(
                    description = "Half the width, in points, of the range in which a fair human grade is expected.",
                    examples = "6")
            int spread) {

        static Grade of(double score, double spread) {
            int points = (int) Math.round(score);
            return new Grade(points, Band.of(points), (int) Math.round(spread));
        }
    }

    /** How the answers did by one criterion. */
    @Schema(name = "ReportCriterion")
    record Criterion(
            @Schema(examples = "correctness") String id,
            @Schema(examples = "Correctness") String label,

            @Schema(description = "Its share of the whole.", examples = "0.4")
            double weight,

            @Schema(examples = "75") int score,
            Band band) {

        static Criterion of(String id, String label, double weight, int score) {
            return new Criterion(id, label, weight, score, Band.of(score));
        }
    }

    /** How the interview went in one section of its topic. */
    @Schema(name = "ReportSection")
    record Section(
            @Schema(examples = "django") String topic,
            @Schema(examples = "orm") String section,
            @Schema(examples = "The ORM") String title,

            @Schema(description = "Null while no thread of the section has a score.") @Nullable Grade grade,

            int threads,
            List<ConceptOutcome> concepts) {

        Section {
            concepts = List.copyOf(concepts);
        }
    }

    /** A main question with all that was asked back. */
    @Schema(name = "ReportThread")
    record ThreadView(
            @Schema(examples = "django-orm-n-plus-one") String questionId,
            int questionVersion,
            String topic,
            String section,
            Level level,
            @Nullable Grade grade,

            @Schema(
                    description = "How what was said held when it was probed: that of the last follow-up that tells,"
                            + " but a contradiction stays one.")
            Defence defence,

            List<ConceptOutcome> concepts,

            @Schema(description = "The main turn first.") List<Turn> turns) {

        ThreadView {
            concepts = List.copyOf(concepts);
            turns = List.copyOf(turns);
        }
    }

    /** A turn of a thread. */
    @Schema(name = "ReportTurn")
    record Turn(
            @Schema(examples = "trn_01kB2m9fQ8Zr5tYw3xVn7M") String turnId,
            TurnKind kind,
            String prompt,

            @Schema(description = "Why this follow-up was asked; null for a main question.") @Nullable Trigger trigger,

            List<String> targetConcepts,
            TurnStatus status,
            @Nullable Answer answer,

            @Schema(description = "The newest.") @Nullable Evaluation evaluation) {

        Turn {
            targetConcepts = List.copyOf(targetConcepts);
        }

        public @Nullable Score score() {
            return evaluation == null ? null : evaluation.score();
        }
    }

    /** An answer as it was given. */
    @Schema(name = "ReportAnswer")
    record Answer(
            @Schema(examples = "ans_01kB2m9fQ8Zr5tYw3xVn7N") String id,
            String text,
            boolean skipped,
            AnswerStatus status,
            @Nullable String reason) {}

    /** What would have helped most. */
    @Schema(name = "TopImprovement")
    record TopImprovement(
            @Schema(examples = "django-orm-n-plus-one") String questionId,
            @Schema(examples = "trn_01kB2m9fQ8Zr5tYw3xVn7M") String turnId,
            @Schema(examples = "prefetch") String conceptId,
            String text,
            String nextStep) {}

    /** A section to go over. */
    @Schema(name = "StudyStep")
    record StudyStep(
            @Schema(examples = "django") String topic,
            @Schema(examples = "orm") String section,
            @Schema(examples = "The ORM") String title,

            @Schema(description = "What the section is about, in the words of the guide.")
            String summary,

            @Schema(description = "The concepts to look at, the most urgent first.")
            List<ConceptOutcome> concepts,

            @Schema(description = "Questions to try: those that went wrong, then others of the section.")
            List<Exercise> exercises,

            @Schema(description = "The guide that covers it.", examples = "/v1/topics/django")
            String guide) {

        StudyStep {
            concepts = List.copyOf(concepts);
            exercises = List.copyOf(exercises);
        }
    }

    /** A question to try, again or for the first time. */
    @Schema(name = "Exercise")
    record Exercise(
            @Schema(examples = "django-orm-n-plus-one") String questionId,
            String prompt,

            @Schema(description = "Whether it was asked in this interview.")
            boolean again,

            @Schema(examples = "/v1/questions/django-orm-n-plus-one")
            String question) {}

    /** Where to go from here. */
    @Schema(name = "ReportLinks")
    record Links(
            String self,
            String session,
            String guide,
            @Nullable String progress) {}
}
