package dev.greenroom.api.report;

import dev.greenroom.api.web.Dial;
import dev.greenroom.api.web.Radar;
import dev.greenroom.api.web.Stylesheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report with what its pictures need.
 *
 * @param dial null without a score
 * @param radar null with fewer than three criteria, which make no area
 */
record ReportPage(
        ReportView report,
        Stylesheet style,
        @Nullable Dial dial,
        @Nullable Radar radar,
        List<MarkedThread> threads) {

    private static final int FEWEST_AXES = 3;

    ReportPage {
        threads = List.copyOf(threads);
    }

    static ReportPage of(ReportView report, Stylesheet style) {
        return new ReportPage(
                report,
                style,
                dial(report.overall()),
                report.criteria().size() < FEWEST_AXES ? null : radar(report.criteria()),
                report.threads().stream().map(MarkedThread::of).toList());
    }

    private static @Nullable Dial dial(ReportView.@Nullable Grade overall) {
        return overall == null ? null : new Dial(overall.score(), overall.spread(), overall.band());
    }

    private static Radar radar(List<ReportView.Criterion> criteria) {
        return Radar.of(criteria.stream()
                .map(criterion -> new Radar.Value(criterion.label(), criterion.score()))
                .toList());
    }

    /** A thread with its answers marked. */
    record MarkedThread(ReportView.ThreadView thread, List<MarkedTurn> turns) {

        MarkedThread {
            turns = List.copyOf(turns);
        }

        static MarkedThread of(ReportView.ThreadView thread) {
            return new MarkedThread(
                    thread, thread.turns().stream().map(MarkedTurn::of).toList());
        }
    }

    /** A turn with its answer marked; null where there is none. */
    record MarkedTurn(ReportView.Turn turn, @Nullable MarkedText text) {

        static MarkedTurn of(ReportView.Turn turn) {
            ReportView.Answer answer = turn.answer();
            return new MarkedTurn(turn, answer == null ? null : MarkedText.of(answer.text(), turn.evaluation()));
        }
    }
}
