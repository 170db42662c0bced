package dev.greenroom.api.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.question.Question;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a report together. */
final class Composition {

    private static final int OTHER_EXERCISES = 2;

    private final Session session;
    private final List<QuestionThread> threads;
    private final Library library;
    private final List<ReportView.Section> sections;

    Composition(Session session, List<QuestionThread> threads, Library library) {
        this.session = session;
        this.threads = threads;
        this.library = library;
        this.sections = bySection().entrySet().stream()
                .map(section -> section(section.getKey(), section.getValue()))
                .toList();
    }

    ReportView view() {
        ReportView.Coverage coverage = coverage();
        return new ReportView(
                IdKind.SESSION.format(session.id()),
                session.status(),
                session.mode(),
                session.topic(),
                library.title(session.topic()),
                session.candidateRef().orElse(null),
                !session.isInProgress() && coverage.pending() == 0,
                coverage,
                new Tally(threads).grade().orElse(null),
                new Tally(threads).criteria(),
                sections,
                threads.stream().map(Composition::thread).toList(),
                outcomes().filter(ConceptOutcome::wasLost).sorted(byUrgency()).toList(),
                Advising.top(threads),
                studyPlan(),
                session.createdAt(),
                session.completedAt().orElse(null),
                links());
    }

    private ReportView.Coverage coverage() {
        List<AnsweredTurn> answered = threads.stream()
                .flatMap(thread -> thread.turns().stream())
                .filter(AnsweredTurn::isAnswered)
                .toList();
        int pending = (int) answered.stream().filter(AnsweredTurn::isPending).count();
        int scored = (int) answered.stream()
                .filter(turn -> !turn.isPending() && turn.score().isPresent())
                .count();
        return new ReportView.Coverage(
                session.plan().size(),
                threads.size(),
                answered.size(),
                scored,
                answered.size() - scored - pending,
                pending);
    }

    private Map<Place, List<QuestionThread>> bySection() {
        return threads.stream()
                .collect(Collectors.groupingBy(
                        thread -> new Place(
                                thread.question().topic(), thread.question().section()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private record Place(String topic, String section) {}

    private ReportView.Section section(Place place, List<QuestionThread> within) {
        return new ReportView.Section(
                place.topic(),
                place.section(),
                library.section(place.topic(), place.section()).title(),
                new Tally(within).grade().orElse(null),
                within.size(),
                within.stream().flatMap(thread -> thread.concepts().stream()).toList());
    }

    private static ReportView.ThreadView thread(QuestionThread thread) {
        Question question = thread.question();
        return new ReportView.ThreadView(
                thread.slug(),
                thread.turns().getFirst().turn().question().version(),
                question.topic(),
                question.section(),
                question.level(),
                new Tally(List.of(thread)).grade().orElse(null),
                thread.defence(),
                thread.concepts(),
                thread.turns().stream().map(Composition::turn).toList());
    }

    private static ReportView.Turn turn(AnsweredTurn answered) {
        var turn = answered.turn();
        return new ReportView.Turn(
                IdKind.TURN.format(turn.id()),
                turn.kind(),
                turn.prompt(),
                turn.trigger().orElse(null),
                turn.targetConcepts(),
                turn.status(),
                answer(answered.answer()),
                answered.evaluation());
    }

    private static ReportView.@Nullable Answer answer(@Nullable Answer answer) {
        return answer == null
                ? null
                : new ReportView.Answer(
                        IdKind.ANSWER.format(answer.id()),
                        answer.submission().text(),
                        answer.submission().skipped(),
                        answer.status(),
                        answer.reason().orElse(null));
    }

    private Stream<ConceptOutcome> outcomes() {
        return sections.stream().flatMap(section -> section.concepts().stream());
    }

    private static Comparator<ConceptOutcome> byUrgency() {
        return comparingInt(ConceptOutcome::urgency).reversed();
    }

    /** The sections where something was left open, the weakest first. */
    private List<ReportView.StudyStep> studyPlan() {
        return sections.stream()
                .filter(section -> section.concepts().stream().anyMatch(ConceptOutcome::hasMoreToGain))
                .sorted(comparing(
                        ReportView.Section::grade, Comparator.nullsLast(comparingInt(ReportView.Grade::score))))
                .map(this::studyStep)
                .toList();
    }

    private ReportView.StudyStep studyStep(ReportView.Section section) {
        return new ReportView.StudyStep(
                section.topic(),
                section.section(),
                section.title(),
                library.section(section.topic(), section.section()).summary(),
                section.concepts().stream()
                        .filter(ConceptOutcome::hasMoreToGain)
                        .sorted(byUrgency())
                        .toList(),
                exercises(section),
                "/v1/topics/" + section.topic());
    }

    private List<ReportView.Exercise> exercises(ReportView.Section section) {
        Set<String> open = section.concepts().stream()
                .filter(ConceptOutcome::hasMoreToGain)
                .map(ConceptOutcome::questionId)
                .collect(Collectors.toSet());
        Stream<ReportView.Exercise> again = threads.stream()
                .filter(thread -> open.contains(thread.slug()))
                .map(thread -> exercise(thread.slug(), thread.question(), true));
        Set<String> asked = threads.stream().map(QuestionThread::slug).collect(Collectors.toSet());
        Stream<ReportView.Exercise> others =
                library.others(section.topic(), section.section(), asked, OTHER_EXERCISES).stream()
                        .map(question -> exercise(question.id(), question, false));
        return Stream.concat(again, others).toList();
    }

    private static ReportView.Exercise exercise(String slug, Question question, boolean again) {
        return new ReportView.Exercise(slug, question.prompt(), again, "/v1/questions/" + slug);
    }

    private ReportView.Links links() {
        String self = "/v1/sessions/" + IdKind.SESSION.format(session.id());
        return new ReportView.Links(
                self + "/report",
                self,
                "/v1/topics/" + session.topic(),
                session.candidateRef()
                        .map(candidate -> "/v1/candidates/" + encoded(candidate) + "/progress")
                        .orElse(null));
    }

    private static String encoded(String candidate) {
        return URLEncoder.encode(candidate, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
